# Placement, liberty, missing: out of the family and in touch with it, into a place and out of care, locked doors, missing episodes, every day.

record-removed_from_family = Removal from the family
act-removed_from_family = Decide that the child is taken out of the family
    .hint = The last resort. When it had to be done in a hurry, record here once more what was decided afterwards.
record-introductory_visit = First visit to the place
act-introductory_visit = Record a first visit to the place
    .hint = Best before the child moves in: the door, the bed, the people.
record-family_contact = Contact with the family
act-family_contact = Record contact with the family
    .hint = A call, a visit, a letter; or why there is none.
record-liberty_reviewed = Restriction of liberty reviewed
act-liberty_reviewed = Review a restriction of liberty
    .hint = Is it still needed, and what does it do to the child?
record-liberty_lifted = Restriction of liberty lifted
act-liberty_lifted = Lift a restriction of liberty
    .hint = It ends before its day. Say what keeps the child safe instead.
record-left_alternative_care = After care
act-left_alternative_care = Record what came after care
    .hint = What happened next, or what the child chose to do.
record-others_asked = Others asked about the child
act-others_asked = Record that others were asked about the child
    .hint = About a child who is missing, or one who was found and whom nobody here knows. Say no more than they need.
record-strategy_meeting_held = Meeting on the missing child
act-strategy_meeting_held = Record a meeting on the missing child
    .hint = What is known, and who does what by when.
record-sighting = Child seen or heard from
act-sighting = Record that the child was seen or heard from
    .hint = Tell the police as well: they lead the search.
record-public_appeal = Public appeal
act-public_appeal = Record a public appeal
    .hint = Somebody wants to show the child to the public, or has done so. One named person decides before.
record-return_talk_held = Talk after coming back
act-return_talk_held = Record a talk after the child came back
    .hint = Best by somebody who does not look after the child. Why did the child go, and what would help?
record-episode_closed = Missing episode closed
act-episode_closed = Close a missing episode
    .hint = When the child is back. To close an episode does not end the search for a child.
record-contact_made = Visit or contact
act-contact_made = Record a visit or contact
    .hint = A visit, a call, a message between somebody of the team and the child.
record-carer_note = Carer’s note
act-carer_note = Write a carer’s note
    .hint = How the day was, in a few lines.
record-safety_concern = Safety concern
act-safety_concern = Record a safety concern
    .hint = A stranger, calls, gifts, messages, a hint of leaving. What was done at once.

field-placement_started-needed = Is care outside the family needed?
    .hint = A placement is refused without it.
field-placement_started-suits = Does this care fit this child?
    .hint = A placement is refused without it. When it is the only bed tonight, “no” is an honest answer.
field-placement_started-instead_of_family = If it is no family and no flat with support: why?
field-placement_started-near_family = How near to the family is it?
field-placement_started-specialised = Is the place or the carer prepared for children who were trafficked?
    .hint = A placement is refused without it, except with relatives.
field-placement_started-provider_has = What does the provider have?
    .hint = A placement is refused without it, except with relatives. Only what you know. For a foster family: the service that placed the child there.

field-best_interests_assessment-care_covers = For care or removal: what does it look at besides?

field-liberty_restricted-shortest = Does it last for the shortest possible time?
field-liberty_restricted-in_child_protection = Does it stand inside the child-protection system, with its safeguards?
field-liberty_restricted-in_care_plan = Is it part of the child’s care plan?

field-removed_from_family-from_whom = From whose care?
field-removed_from_family-grounds = Why?
field-removed_from_family-decided_by = Who decides?
field-removed_from_family-approval = Which court or authority, and its reference?
field-removed_from_family-nothing_less = Would nothing less keep the child safe?
field-removed_from_family-alternatives = What was tried or weighed so that the child could stay?
field-removed_from_family-shortest = Is it for as short a time as possible, and not for ever where that can be?
field-removed_from_family-until = When does it end, or when is it looked at again?
field-removed_from_family-family_considered = Were the interests of brothers, sisters and the rest of the family looked at?
field-removed_from_family-siblings = What becomes of brothers and sisters?
field-removed_from_family-near_home = How near to home does the child stay?
    .hint = Near, the child keeps school, friends and language, and can come back.

field-introductory_visit-place = Which place?
field-introductory_visit-before_moving = Was the child there before moving in?
field-introductory_visit-who_came = Who came along?
field-introductory_visit-welcome = How was the child welcomed, and what was shown?
field-introductory_visit-child_says = What does the child say of the place?
field-introductory_visit-to_change = What has still to be changed there?

field-family_contact-kind = What came of it?
field-family_contact-with = With whom?
field-family_contact-form = How?
field-family_contact-safe = Is the contact safe for the child?
field-family_contact-child_wants = Does the child want it?
field-family_contact-child_says = What does the child say of it?
field-family_contact-account = How was it, what comes next, or why is there none?

field-liberty_reviewed-restriction = Which restriction?
field-liberty_reviewed-by = Who looked at it?
field-liberty_reviewed-still_necessary = Is it still necessary, and would nothing less do?
field-liberty_reviewed-effect = What does it do to the child?
field-liberty_reviewed-child_says = What does the child say of it?
field-liberty_reviewed-reasons_open = Can an independent authority examine the recorded reasons?
field-liberty_reviewed-open_to = Which authority?

field-liberty_lifted-restriction = Which restriction?
field-liberty_lifted-why = Why does it end?
field-liberty_lifted-instead = What keeps the child safe instead?
field-liberty_lifted-effect = What did it do to the child?
field-liberty_lifted-child_says = What does the child say of it?
field-liberty_lifted-reasons_open = Can an independent authority examine the recorded reasons?
field-liberty_lifted-open_to = Which authority?

field-left_alternative_care-next = Where does the child live now?
field-left_alternative_care-child_chose = Did the child choose it?
field-left_alternative_care-child_says = What did the child choose to do, in the child’s words?
field-left_alternative_care-occupation = School, training or work
field-left_alternative_care-effect = What did care do for the child?
field-left_alternative_care-account = What worked, and what did not?
field-left_alternative_care-whom_to_call = Whom can the child call?

field-others_asked-about = About whom?
field-others_asked-asked = Who was asked?
field-others_asked-names = Their names
field-others_asked-told = What were they told of the child?
    .hint = Only what they need to recognise the child.
field-others_asked-result = What came of it?
field-others_asked-account = Where is the child, or who misses the child?
field-others_asked-whom_to_call = Whom to call there?

field-strategy_meeting_held-took_part = Who took part?
field-strategy_meeting_held-known = What is known of where the child may be, and with whom?
field-strategy_meeting_held-decisions = What was decided: who does what, by when?
field-strategy_meeting_held-again = When do you meet again?

field-sighting-account = What was seen or heard?
field-sighting-place = Where?
field-sighting-with = With whom was the child?
field-sighting-seen_by = Who saw or heard it?
field-sighting-certainty = How certain is it that it was the child?
field-sighting-police_told = Do the police know of it?

field-public_appeal-state = How does it stand?
field-public_appeal-shows = What is shown?
field-public_appeal-place = Where, and by whom?
field-public_appeal-grounds = Why, and what else was tried?
field-public_appeal-privacy_weighed = Was it weighed against the child’s privacy?
field-public_appeal-traffickers_weighed = Was it weighed that traffickers read it too?
field-public_appeal-decided_by = The person who decided
field-public_appeal-until = When is it taken down?

field-return_talk_held-by = Who talked with the child?
field-return_talk_held-independent = Was it somebody who does not look after the child?
field-return_talk_held-alone = Could they speak alone?
field-return_talk_held-why_left = Why did the child go, in the child’s words?
field-return_talk_held-account = What happened, and with whom was the child?
    .hint = Only what the child tells without being asked for it.
field-return_talk_held-harmed = Was the child harmed?
field-return_talk_held-would_help = What would help the child to stay?
field-return_talk_held-changes = What changes now?

field-episode_closed-episode = Which report?
field-episode_closed-how = How did it end?
field-episode_closed-under_control = Was the child found under the control of a trafficker?
field-episode_closed-changes = What is changed so that it does not happen again?
field-episode_closed-told_all = Do the police and the others who were asked know that the child is back?

field-contact_made-by = Who?
field-contact_made-form = How?
field-contact_made-place = Where?
field-contact_made-alone = Could they speak alone?
field-contact_made-about = What was it about, and what was seen?
field-contact_made-child_says = What does the child say?
field-contact_made-again = When do they see each other again?

field-carer_note-day = How was the day?
field-carer_note-slept = Did the child sleep?
field-carer_note-ate = Did the child eat?
field-carer_note-note = What happened?
field-carer_note-child_says = What does the child say?
field-carer_note-worry = Does something worry you?
    .hint = If the child may be in danger, record a safety concern as well.

field-safety_concern-kind = What is it?
field-safety_concern-account = What was seen or heard?
field-safety_concern-about = Whom is it about?
field-safety_concern-now_safe = Is the child safe now?
field-safety_concern-done = What was done at once?
field-safety_concern-told = Who was told?

code-best_interests_occasion-separation_from_family = Taking the child out of the family
code-best_interests_occasion-restriction_of_liberty = A restriction of liberty

code-nearness-near = Near
code-nearness-far_for_safety = Far, because near is not safe
code-nearness-far_no_nearer_place = Far, nothing nearer was free
code-nearness-family_elsewhere = The family lives in another country or region
code-nearness-not_known = Not known

code-instead_of_family-no_family_free = No family is free
code-instead_of_family-child_wishes = The child wants it
code-instead_of_family-special_care = The child needs care that a family cannot give
code-instead_of_family-safety = It is safer
code-instead_of_family-with_siblings = To be with brothers, sisters or other relatives
code-instead_of_family-not_considered = Nobody has looked for a family

code-provider_assurance-conduct_policy = A written policy on how staff behave
code-provider_assurance-reporting_procedure = A procedure for reporting a suspicion
code-provider_assurance-minimum_standards = Minimum standards that the authority enforces
code-provider_assurance-self_audit = An audit of its own

code-removal_decider-court = A court
code-removal_decider-lead_authority = The lead authority
code-removal_decider-police = The police
code-removal_decider-other_authority = Another authority

code-care_content-safety_now = Safety and well-being now
code-care_content-later_development = Care and development later
code-care_content-stage_of_development = The child’s character and stage of development
code-care_content-health_history = Health and its history
code-care_content-special_needs = Special needs
code-care_content-family_and_surroundings = Family and surroundings
code-care_content-origin_culture_language_religion = Origin, culture, language, religion

code-family_contact_kind-took_place = They were in touch
code-family_contact_kind-arranged = It is arranged
code-family_contact_kind-child_declined = The child does not want it
code-family_contact_kind-family_declined = The family does not want it
code-family_contact_kind-against_interests = It was found to be against the child’s interests
code-family_contact_kind-family_not_known = Nobody knows where the family is

code-after_care-with_parents = With parents
code-after_care-with_relatives = With relatives
code-after_care-own_flat = In a flat of their own
code-after_care-shared_flat = In a shared flat
code-after_care-with_partner = With a partner
code-after_care-other_state = In another country
code-after_care-not_known = Not known
code-after_care-other = Elsewhere

code-care_effect-better = The child is better
code-care_effect-mixed = Some things are better, some worse
code-care_effect-worse = The child is worse
code-care_effect-not_known = Not known

code-asked_about-missing_child = This child, who is missing
code-asked_about-found_child = This child, who was found

code-asked_party-police = Police
code-asked_party-authorities_nearby = Authorities nearby
code-asked_party-authorities_everywhere = Authorities everywhere in the country
code-asked_party-specialised_ngo = A specialised organisation
code-asked_party-hotline = A hotline for missing children
code-asked_party-other_state = Another country
code-asked_party-other = Others

code-match_result-match = Somebody knows the child
code-match_result-no_match = Nobody knows the child
code-match_result-awaited = Not answered yet

code-appeal_state-asked_for = Somebody asks for it
code-appeal_state-approved = Approved
code-appeal_state-refused = Refused
code-appeal_state-published_by_others = Others have published it
code-appeal_state-taken_down = Taken down

code-appeal_content-face = Face
code-appeal_content-name = Name
code-appeal_content-age = Age
code-appeal_content-description = Description
code-appeal_content-nationality = Nationality
code-appeal_content-place = Place
code-appeal_content-other = Something else

code-meeting_party-child_protection = Child protection
code-meeting_party-police = Police
code-meeting_party-carer = Carer
code-meeting_party-guardian = Guardian
code-meeting_party-health = Health service
code-meeting_party-school = School
code-meeting_party-lawyer = Lawyer
code-meeting_party-specialised_ngo = A specialised organisation
code-meeting_party-other = Others

code-episode_end-came_back = The child came back
code-episode_end-found_by_police = The police found the child
code-episode_end-found_by_others = Others found the child
code-episode_end-was_not_missing = The child had not been missing
code-episode_end-other = Otherwise

code-day_mood-good = Good
code-day_mood-mixed = Good and bad
code-day_mood-bad = Bad

code-concern_kind-stranger_nearby = A stranger nearby
code-concern_kind-calls_or_messages = Calls or messages
code-concern_kind-gifts_or_money = Gifts or money
code-concern_kind-online_contact = Contact online
code-concern_kind-violence = Violence
code-concern_kind-self_harm = Self-harm
code-concern_kind-talks_of_leaving = The child speaks of leaving
code-concern_kind-other = Something else
