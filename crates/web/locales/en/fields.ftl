# The fields of the records: `field-<record>-<field>`, and `field-<record>-<rows>-<field>` inside rows.

field-referral_received-source = Who tells us about the child?
field-referral_received-names = The child’s name
    .hint = Each spelling and each script on a line of its own. Leave it empty when you do not know.
field-referral_received-sex = Sex, as recorded
field-referral_received-circumstances = What happened, and where was the child found?
field-referral_received-indicators = What was noticed?
field-referral_received-immediate_danger = Is the child in danger now?
    .hint = If yes, call the police first.
field-referral_received-company = With whom is the child?
field-referral_received-born = Date of birth, as claimed or documented
    .hint = For example 27 3 2011. Leave out the day or the month when they are not known.
field-referral_received-apparent_age_from = The youngest the child may be, in years
field-referral_received-apparent_age_to = The oldest the child may be, in years
field-referral_received-where_now = Where is the child now?
    .hint = Only those who need it will see this.
field-referral_received-speaks = Which language does the child speak best?
field-referral_received-also_speaks = What else does the child speak?

field-referral_accepted-pseudonym = Name under which the case is shown
    .hint = Not the child’s own name, and nothing that points to the child.
field-referral_accepted-caseworker = Caseworker who carries the case

field-age_presumed-apparent_age_from = The youngest the person may be, in years
field-age_presumed-apparent_age_to = The oldest the person may be, in years
field-age_presumed-grounds = Why do you believe that the person is a child?

field-age_verified-method = How was the age verified?
field-age_verified-result = What was found?
field-age_verified-born = Date of birth found
    .hint = Leave out the day or the month when they are not known.
field-age_verified-reasons = Why?
    .hint = With the margin of error, and how it was counted in favour of the child.
field-age_verified-last_resort = If by assessment: was there serious doubt, and no other way to learn the age?
field-age_verified-multidisciplinary = If by assessment: did people of several professions take part?
field-age_verified-least_invasive = If by assessment: was the gentlest way chosen?
field-age_verified-consent = If by assessment: did the child, or the guardian for the child, consent?
field-age_verified-margin_counted = If by assessment: was the margin of error counted for the child?
field-age_verified-challenge_explained = If by assessment: was the child told how to challenge the result?

field-victim_presumed-grounds = What are the grounds?
field-victim_presumed-exploitation = Form of exploitation, meant or done
field-victim_presumed-crossed_border = Was a border crossed?
    .hint = Trafficking needs no border.

field-person_linked-names = The person’s name
    .hint = Each spelling and each script on a line of its own.
field-person_linked-relation = What is the person to the child?
field-person_linked-claim = The relation in the words of the claim
    .hint = For example: says that he is an uncle.
field-person_linked-verified = Is the relation verified?
field-person_linked-suspected = May the person be part of the trafficking?
field-person_linked-accompanies = Is the person with the child now?
field-person_linked-knows_place = Does the person know where the child lives?

field-guardian_appointed-in_book = The guardian, from the authority’s book
    .hint = What the book says of the person then counts: whether trained, and for how many children at most. Leave it open for somebody who does not stand in the book.
field-guardian_appointed-guardian = The guardian’s name
    .hint = Needed when nobody was chosen from the book. One line for each way of writing it.
field-guardian_appointed-kind = Kind of guardianship
    .hint = Provisional until a court or authority confirms it.
field-guardian_appointed-appointed_by = Who appoints the guardian?
field-guardian_appointed-trained = Is the guardian trained?
field-guardian_appointed-independent = Can the guardian contradict the authorities that decide?
field-guardian_appointed-cares_for_child = Does the guardian also look after the child?
    .hint = Or head the place where the child lives. To look after a child and to stand up for the child are two offices.
field-guardian_appointed-children = Number of children the guardian stands for, with this child

field-guardian_ended-reason = Why does the office end?
field-guardian_ended-told_child = What was the child told of it?

field-information_given-topics = What was the child told about?
field-information_given-language = In which language?
field-information_given-form = How?
field-information_given-understood = Did the child understand it?
field-information_given-too_young = If the child is too young to be told: was whoever stands for the child told instead?
field-information_given-content = What was said?

field-views_heard-topics = What was the child asked about?
field-views_heard-heard = Could the child be heard?
field-views_heard-why_not = If not: why not?
field-views_heard-says = What does the child say?
    .hint = In the language spoken, and in the child’s own words.
field-views_heard-translation = The same in translation
field-views_heard-language = Language the child spoke
field-views_heard-present = Who was present?
field-views_heard-own_wish = For a return within the thirty days: does the child want it now, of the child’s own accord?
    .hint = “Yes” only when the child brought it up, and nobody pushed.
field-views_heard-interpreter = Did an independent interpreter take part?
field-views_heard-weight = What weight is given to these views, and why?

field-needs_assessment-areas = In which areas is there a need?
field-needs_assessment-findings = What does the child need?
    .hint = Also how long and how the child was exploited, and what harm was done.
field-needs_assessment-sleeps = Where does the child sleep tonight, and later?
field-needs_assessment-needs_care = Is alternative care needed?

field-risk_assessment-occasion = Why are the risks assessed now?
field-risk_assessment-risks = Risks
    .one = Risk
    .hint = One after the other, each with what is done against it.
field-risk_assessment-risks-risk = Which risk?
field-risk_assessment-risks-likelihood = How likely?
field-risk_assessment-risks-severity = How severe?
field-risk_assessment-risks-measure = What is done against it?
field-risk_assessment-risks-owner = Who does it?
field-risk_assessment-risks-by = By when?
field-risk_assessment-serious_risk_on_return = Would a return bring a serious risk to the child or the family?
field-risk_assessment-with_social_inquiry = Is a social inquiry of the place of origin part of it?

field-security_assessment-assessed_by = Who assessed it?
field-security_assessment-danger = Does it find a danger to the child or the family?
field-security_assessment-findings = What was found?

field-social_inquiry_received-from = Which authority reports?
field-social_inquiry_received-family_involved = May the family be involved?
field-social_inquiry_received-proposal = Which solution does it propose?

field-placement_started-kind = What kind of place is it?
field-placement_started-in_book = The provider, from the authority’s book
    .hint = What the book says of its safeguarding policy then counts. Leave it open for a family, or a place that does not stand in the book.
field-placement_started-provider = Provider or family
    .hint = Needed when nothing was chosen from the book.
field-placement_started-address = Address
field-placement_started-emergency = Is it meant for a first night or a few days?
field-placement_started-unrelated_adults = Do adults who are not family live there?
field-placement_started-why_needed = Why is care needed at all?
field-placement_started-why_suits = Why does this care fit this child?

field-placement_reviewed-still_needed = Is care still needed?
field-placement_reviewed-still_suits = Does this care still fit the child?
field-placement_reviewed-findings = What was found?

field-placement_ended-reason = Why does it end?
field-placement_ended-household_free = For a child who goes home: is nobody with whom the child will live suspected of a part in what was done?
field-placement_ended-next = What comes next, or what did the child choose?

field-liberty_restricted-measures = What is restricted?
field-liberty_restricted-grounds = Why?
field-liberty_restricted-alternatives = What less strict measures were tried or weighed?
field-liberty_restricted-necessary = Does it keep this child from harm to self or others, in proportion, and would nothing less do?
field-liberty_restricted-judge_approved = Did a judge approve it?
field-liberty_restricted-ends = Day on which it ends
field-liberty_restricted-for_migration = Does it serve migration enforcement?
    .hint = A child is never detained for reasons of migration.

field-missing_reported-last_seen = When, where and with whom was the child last seen?
field-missing_reported-circumstances = What is known?

field-police_informed-police = Which police were told?
field-police_informed-reference = Their reference

field-found-place = Where?
field-found-safe = Is the child safe now?
field-found-account = What is known of the time away?
    .hint = Let the child rest first. Do not question the child for this.

field-determination_made-solution = Which solution is chosen?
field-determination_made-decided_by = Which authority decides?
field-determination_made-migration_decided = Did the migration authority decide, or carry out the assessment?
field-determination_made-heard = Who was heard?
field-determination_made-reasons = Why?
    .hint = With the options that were weighed.
field-determination_made-after_eighteen = What holds after the 18th birthday?
    .hint = “Until 18” alone is not a solution.
field-determination_made-awaits = If it is deferred: which further facts are awaited?

field-return_decided-destination = Where to?
field-return_decided-received_by = Who receives the child?
field-return_decided-child_agrees = Does the child want it?
field-return_decided-reasons = Why?

field-departed-destination = Where to?
field-departed-escort = Who travels with the child?
field-departed-met_by = Who meets the child on arrival?

field-note-text = What is to be remembered?

field-duty_set_aside-duty = Which duty?
field-duty_set_aside-reason = Why?

field-duty_handed_over-duty = Which duty?
field-duty_handed_over-to = To whom?
field-duty_handed_over-reason = Why?

field-safeguard_overridden-safeguard = Which safeguard?
field-safeguard_overridden-step = For which step?
field-safeguard_overridden-ground = On what ground?
field-safeguard_overridden-decided_by = The court or person who decided
field-safeguard_overridden-reason = Why?

field-alert_looked_at-alert = Which alert?
field-alert_looked_at-conclusion = What do you conclude?

field-correction-entry = Which entry?
field-correction-reason = Why is it corrected?
field-correction-withdraw = Is the entry withdrawn altogether?
field-correction-occurred = When it really happened
field-correction-replace = The fields as they should read
    .hint = Change only what was wrong.

field-inquiry_sent-to = Which authority is asked?
field-inquiry_sent-asks = What is it asked?
field-inquiry_sent-safe = Was it assessed that sending this does not itself expose the child?
    .hint = Think of who will read it, whom they know, and who may learn from the question that the child is here.
field-inquiry_sent-why_safe = Why is it safe, and what is held back?

field-met_on_arrival-by = Who met the child?
field-met_on_arrival-place = Where?
field-met_on_arrival-safe = Did the child arrive safely?
