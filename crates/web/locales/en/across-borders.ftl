# Across borders and return: inquiries from hand to hand, what a return needs, what comes after it.

group-borders = Across borders, and after a return

record-inquiry_received = Inquiry received
act-inquiry_received = Record an inquiry from abroad
    .hint = Somebody in another country asks about a child. Register it on the day it comes.
record-inquiry_passed_on = Inquiry passed on
act-inquiry_passed_on = Pass an inquiry on
    .hint = From which hand to which. So one can see where it lies.
record-inquiry_answer_sent = Inquiry answered
act-inquiry_answer_sent = Answer an inquiry from abroad
    .hint = What you found, and what you propose.
record-direct_contact = Direct contact with a service abroad
act-direct_contact = Record a direct contact with a service abroad
    .hint = You wrote or spoke with each other. The focal point should know.
record-consular_contact = Contact with a consulate
act-consular_contact = Contact a consulate or embassy
    .hint = Only when it serves the child and is safe. Never of a state from which the child fled.
record-reintegration_plan = Reintegration plan
act-reintegration_plan = Draw up a reintegration plan
    .hint = How this child will live after the return. Make it with the child.
record-origin_contacted = Service in the place of return contacted
act-origin_contacted = Contact the service in the place of return
    .hint = What you told each other, and what you agreed.
record-reception_confirmed = Reception confirmed
act-reception_confirmed = Record the word of the service that receives the child
    .hint = Will it receive the child and help? Best in writing.
record-handover_sent = Hand-over information sent
act-handover_sent = Hand over what you know of the child
    .hint = Health, feelings, what helps. Only what those who will look after the child need.
record-travel_documents = Ready for the journey
act-travel_documents = Give what the journey needs
    .hint = Papers, things, and the numbers to call.
record-escort_named = Escort named
act-escort_named = Name who travels with the child
    .hint = Ask the child alone about pregnancy, illness and fear.
record-arrival_confirmed = Arrival confirmed
act-arrival_confirmed = Record that the safe arrival was confirmed
    .hint = To those who sent the child, or by those who received the child.
record-monitoring_report = Visit or report after the return
act-monitoring_report = Record a visit or a report after the return
    .hint = How the child lives, is the child safe, what the child says.
record-monitoring_ended = Reports after the return ended
act-monitoring_ended = Record that the reports have ended
    .hint = Why, and who is there for the child from now on.
record-met_again = Met again after a return
act-met_again = Record that a child was met again after a return
    .hint = Abroad, or in the street. What counted for the return no longer counts for another.

field-inquiry_received-from = Who asks?
field-inquiry_received-country = From which country?
field-inquiry_received-reference = Its reference or number
field-inquiry_received-asks = What is asked?
field-inquiry_received-says = What does it say of the child and the family?

field-inquiry_passed_on-inquiry = Which inquiry?
field-inquiry_passed_on-from_hand = From which hand?
field-inquiry_passed_on-to_hand = To which hand?
field-inquiry_passed_on-to = To whom?

field-inquiry_answer_sent-inquiry = Which inquiry?
field-inquiry_answer_sent-to = To whom did the answer go?
field-inquiry_answer_sent-covers = Of what does the answer speak?
field-inquiry_answer_sent-findings = What was found?
field-inquiry_answer_sent-proposal = Which solution do you propose?

field-direct_contact-with = With whom?
field-direct_contact-country = In which country?
field-direct_contact-about = About what?
field-direct_contact-focal_point_told = Does the focal point know of it?

field-consular_contact-country = Of which country?
field-consular_contact-contact = Which consulate or embassy?
field-consular_contact-purpose = What for?
field-consular_contact-grounds = Why does it serve the child?
field-consular_contact-in_interests = Is it in the child’s interests?
field-consular_contact-safe = Was it assessed first that it endangers neither the child nor the family?
field-consular_contact-fled = Did the child flee from that state, or ask for protection from it?
    .hint = If you do not know, say so. Then find out before you write.
field-consular_contact-told = What is told, and what is held back?

field-reintegration_plan-country = For which country?
field-reintegration_plan-drawn_up_by = Who drew it up, here and there?
field-reintegration_plan-with_child = Did the child help to make it?
field-reintegration_plan-why_without = If not, why not?
field-reintegration_plan-covers = What does it provide for?
field-reintegration_plan-at_once = What protects the child from the first day?
field-reintegration_plan-long_term = What carries the child in the long term?
field-reintegration_plan-says = What does the child say to it?
field-reintegration_plan-responsible = Who answers for it there?
field-reintegration_plan-review = When is it looked at again?

field-origin_contacted-country = In which country?
field-origin_contacted-service = Which service?
field-origin_contacted-about = What was exchanged and agreed?
field-origin_contacted-agreed = Do both sides agree on how the return goes?

field-reception_confirmed-country = In which country?
field-reception_confirmed-by = Who confirms?
field-reception_confirmed-will_receive = Will it receive the child?
field-reception_confirmed-will_help = Will it help the child?
field-reception_confirmed-arrangements = Who waits where and when, and what help is ready?

field-handover_sent-to = To whom?
field-handover_sent-health = What is to be known of the child’s health?
field-handover_sent-emotional = How does the child feel, what frightens and what helps?
field-handover_sent-remarks = Remarks of those who worked with the child
field-handover_sent-child_knows = Does the child know what was handed over?

field-travel_documents-papers = Has the child valid papers for the whole journey?
field-travel_documents-items = Has the child what the journey needs?
    .hint = Clothes, medicine, food, money, a telephone.
field-travel_documents-information = Has the child the times, the names and the numbers to call?
field-travel_documents-until = Until when are the papers valid?
field-travel_documents-carried_by = Who carries the papers?

field-escort_named-who = The person’s name
    .hint = Each spelling and each script on a line of its own.
field-escort_named-role = What is the person to the child?
field-escort_named-whole_way = Does the person stay with the child until the child is handed over?
field-escort_named-trusted = Was it checked that the person can be trusted?
field-escort_named-safe_way = Is the way itself safe?
    .hint = The route, the night, who else travels.
field-escort_named-guardian_consents = Does the guardian agree?
field-escort_named-pregnant = Is the child pregnant?
field-escort_named-medical = Does somebody with medical training travel along?
field-escort_named-mother = Does the child travel as a mother?
field-escort_named-disability = Has the child a disability?
field-escort_named-attention = Is special attention arranged for it?
field-escort_named-attention_how = Which?

field-arrival_confirmed-by = Who confirms?
field-arrival_confirmed-to = To whom?
field-arrival_confirmed-safe = Did the child arrive safely?
field-arrival_confirmed-about = What was said of the child?

field-monitoring_report-by = Who reports?
field-monitoring_report-covers = Of what does the report speak?
field-monitoring_report-safe = Is the child safe?
field-monitoring_report-independent = Is whoever reports independent of those who decided and who look after the child?
field-monitoring_report-evaluates = Does it judge how the plan is carried out, and what it does for the child?
field-monitoring_report-says = What does the child say?
field-monitoring_report-findings = What was found?
field-monitoring_report-to_do = What is to be done?
field-monitoring_report-next = When is the next report expected?

field-monitoring_ended-reason = Why?
field-monitoring_ended-now = How does the child live now, and who is there from now on?
field-monitoring_ended-told_child = Was the child told, and does the child know whom to call?

field-met_again-met = Where was the child met?
field-met_again-place = The place
field-met_again-country = In which country?
field-met_again-recognised = How is it known that it is the same child?
field-met_again-earlier_case = The earlier case or authority, if it is not this one
field-met_again-why_failed = Why did the return fail, as far as it is known?

field-risk_assessment-rights_at_risk = Would a return bring a reasonable risk that the child’s fundamental rights are violated?
    .hint = Also when it would send the child back to what the child fled from.
field-risk_assessment-country = If a return is considered: to which country?
field-risk_assessment-very_place = Does it speak of the very place and household to which the child would return?
field-security_assessment-country = If a return is considered: to which country?
field-security_assessment-very_place = Does it speak of the very place and household to which the child would return?
field-inquiry_sent-tells = What does it tell those who are asked?
    .hint = They can answer only what they can look for. Hold back what would endanger the child.
field-inquiry_sent-only_needed = Does it tell each who reads it no more than that reader needs?
field-social_inquiry_received-country = Of which country does it speak?
field-social_inquiry_received-very_place = Does it speak of the very place and household to which the child would return?
field-social_inquiry_received-covers = Of what does it speak?
field-social_inquiry_received-family_suits = Does it find that to live with the family is right for the child?
field-social_inquiry_received-carer = Who would care for the child?
field-social_inquiry_received-carer_agreed = Has that person or agency agreed?
field-social_inquiry_received-carer_able = Is that person or agency able to?
field-return_decided-country = To which country?
field-return_decided-care_there = In whose care will the child live there?
field-return_decided-care_needed = If not with the family: was it found for this child that care outside the family is needed?
field-return_decided-household_free = Is nobody with whom the child will live suspected of a part in what was done to the child?
field-return_decided-place_assessed = Do risks, security and the social inquiry speak of this very place and household?
field-departed-country = To which country?
field-departed-household_free = Is still nobody with whom the child will live suspected of a part in what was done to the child?
field-departed-as_decided = Is it the place and household for which the return was decided?
field-departed-still_agrees = Does the child still want it today?
field-met_on_arrival-oriented = Was the child told what comes next, and given the first help?

code-inquiry_topic-surroundings = The surroundings of the family
code-inquiry_topic-family_involvement = Any part of the family in the trafficking
code-topic-identity_status = How it stands with the identity and the papers
code-topic-journey = The journey
code-topic-help_after_the_return = The help after the return
code-topic-reintegration_plan = The reintegration plan

code-inquiry_hand-focal_point = Focal point
code-inquiry_hand-central_authority = Central authority
code-inquiry_hand-regional_authority = Authority of the region
code-inquiry_hand-local_service = Local service
code-inquiry_hand-consulate = Consulate or embassy
code-inquiry_hand-police = Police
code-inquiry_hand-ngo = Organisation
code-inquiry_hand-other = Other

code-consular_purpose-papers = Papers
code-consular_purpose-nationality = Nationality
code-consular_purpose-inquiry = An inquiry about the family
code-consular_purpose-return = A return
code-consular_purpose-help = Help for the child
code-consular_purpose-other = Other

code-return_care-parents = Parents
code-return_care-relatives = Relatives
code-return_care-foster = Foster family
code-return_care-residential = A home or centre
code-return_care-supervised_independent = A place of the child’s own, with support

code-reintegration_content-protection_at_once = Protection from the first day
code-reintegration_content-long_term = What carries in the long term
code-reintegration_content-education = School or training
code-reintegration_content-health = Health
code-reintegration_content-psychosocial = Somebody to talk with
code-reintegration_content-family_life = Family life
code-reintegration_content-social_inclusion = A place among other people
code-reintegration_content-access_to_justice = The way to a court and to compensation
code-reintegration_content-safety_from_violence = Safety from violence

code-escort_role-social_worker = Social worker
code-escort_role-guardian = Guardian
code-escort_role-carer = Carer
code-escort_role-medical = Nurse, midwife or doctor
code-escort_role-parent = Parent
code-escort_role-relative = Relative
code-escort_role-official = Official
code-escort_role-other = Other

code-after_return-safety = Safety
code-after_return-recovery = Recovery
code-after_return-no_stigma_or_persecution = Whether anybody shames or persecutes the child
code-after_return-protection = Protection
code-after_return-health = Health
code-after_return-psychosocial = Somebody to talk with
code-after_return-school = School, training or work
code-after_return-legal_help = Legal help
code-after_return-compensation = Compensation

code-monitoring_end-agreed_period_over = The agreed period is over
code-monitoring_end-turned_18 = The young person is 18
code-monitoring_end-moved_away = The child moved away
code-monitoring_end-met_again = The child was met again elsewhere
code-monitoring_end-other = Other

code-met_again_where-in_the_street = In the street
code-met_again_where-abroad = Abroad
code-met_again_where-where_children_are_exploited = Where children are exploited
code-met_again_where-at_a_border = At a border
code-met_again_where-other = Other
