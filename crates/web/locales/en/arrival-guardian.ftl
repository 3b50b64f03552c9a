# Arrival and guardian: identity, status, pressure, the people beside the child, requests and refusals.

group-asking = Requests, orders and refusals

record-trafficking_status = Decision on the trafficking
act-trafficking_status = Record a decision on the trafficking
    .hint = What a competent authority decided. Presumed or identified, the rights are the same. A child’s consent is never asked.
record-companion_verified = Relation of the companion verified
act-companion_verified = Verify who the adult with the child is
    .hint = What you checked, and what you found. Ask the child alone.
record-identity_established = Identity recorded
act-identity_established = Record who the child is
    .hint = Names and nationality, and how certain they are. Earlier names are kept.
record-identity_document = Identity paper
act-identity_document = Record an identity paper
    .hint = Applied for, issued or refused. Do not ask the authorities of a country that the child fled from.
record-pressure_identified = Pressure on the child
act-pressure_identified = Record what binds the child
    .hint = A debt, an oath, a threat, an attachment; and who acts on it.
record-coercion_used = Force or pressure used by an authority
act-coercion_used = Record that force was used on the child
    .hint = By police, carers or others who should protect. Write down who, for what, and what the child says.
record-released_from_custody = Released from custody
act-released_from_custody = Release the child from custody
    .hint = With measures in place, so that the child is not exploited again.

record-guardian_met_child = Guardian met the child
act-guardian_met_child = Record that the guardian met the child
    .hint = A visit, a call. A guardian gets to know the child.
record-lawyer_appointed = Lawyer appointed
act-lawyer_appointed = Appoint a lawyer for the child
    .hint = Free, qualified and independent. A lawyer does not replace the guardian.
record-interpreter_engaged = Interpreter engaged
act-interpreter_engaged = Engage an interpreter or cultural mediator
    .hint = Trained, and without ties to the family, the traffickers or the child’s home community.
record-team_changed = Team changed
act-team_changed = Record that somebody joined or left
    .hint = Who comes, who goes, and what the child was told.

record-request_made = Request made
act-request_made = Record what the child or somebody for the child asks for
    .hint = A move, a paper, a decision, a hearing. Each request gets an answer.
record-request_answered = Request answered
act-request_answered = Answer a request
    .hint = With reasons, and explained to the child.
record-order_made = Order made
act-order_made = Record an order of a court or authority
    .hint = What was ordered, and by when.
record-order_carried_out = Order carried out or reported back
act-order_carried_out = Record what became of an order
    .hint = Carried out; or not, with the reason, and to whom that was reported.
record-service_refused = Service refused
act-service_refused = Record that a service is refused
    .hint = Also when it is ended, or given only on a condition.
record-refusal_ended = Refusal ended
act-refusal_ended = Record that a refusal has ended
    .hint = It was taken back, or the child has it by another way.
record-parent_asks = A parent or relative asks for the child
act-parent_asks = Record that a parent or relative asks for the child
    .hint = The claim is examined at once. The child is not handed over unchecked, and nobody is left without an answer.

field-referral_received-needs_interpreter = Does the child need an interpreter?

field-trafficking_status-status = What was decided?
field-trafficking_status-decided_by = Who decided?
field-trafficking_status-act = What was done with the child?
field-trafficking_status-purpose = For what purpose?
    .hint = The exploitation that was meant or done. It is enough that it was meant.
field-trafficking_status-means = By what means, where known?
    .hint = For a child no means are needed. Leave it empty when you do not know.
field-trafficking_status-grounds = If not identified: on what grounds?
field-trafficking_status-reasons = Why, in the words of the decision?

field-companion_verified-names = The adult’s name
    .hint = Each spelling and each script on a line of its own. Use a writing under which the person already stands in the case.
field-companion_verified-claim = The relation in the words of the claim
field-companion_verified-methods = How was it verified?
field-companion_verified-confirmed = Is the claim true?
field-companion_verified-relation = What is the person to the child, as far as you found?
field-companion_verified-findings = What was found?
    .hint = With what the child says when asked alone.

field-identity_established-names = The child’s names
    .hint = Each spelling and each script on a line of its own, also those that turned out to be untrue.
field-identity_established-nationality = Nationality
    .hint = Choose “Stateless” when no state sees the child as its own.
field-identity_established-second_nationality = Second nationality
field-identity_established-methods = How was it established?
field-identity_established-certain = Is it certain?
    .hint = A child may have been told to give another name.
field-identity_established-found_nobody = Did an inquiry find nobody of this name?
field-identity_established-findings = What was found?
    .hint = Also who cared for the child, and where the family is.

field-identity_document-kind = Which paper?
field-identity_document-state = How does it stand with it?
field-identity_document-authority = Which authority?
field-identity_document-until = Valid until
field-identity_document-kept_by = Who keeps it for the child?
field-identity_document-notes = What is still missing, or why was it refused?

field-pressure_identified-pressures = What binds the child?
field-pressure_identified-account = What is known of it?
    .hint = How much and to whom, what was sworn and where, what was threatened.
field-pressure_identified-by_whom = Who exerts it?
field-pressure_identified-measure = What is done against it?
field-pressure_identified-owner = Who does it?
field-pressure_identified-with = With whom in the place of origin?

field-coercion_used-by = Who used force or pressure?
field-coercion_used-whom = Which service or person?
field-coercion_used-purpose = For what?
field-coercion_used-account = What was done?
field-coercion_used-child_says = What does the child say of it?
field-coercion_used-hurt = Was the child hurt?

field-released_from_custody-from = Where was the child held?
field-released_from_custody-place = Police station, prison or centre
field-released_from_custody-suspicion = Is there a credible suspicion that the child will be exploited again?
field-released_from_custody-measures = Which measures protect the child?
field-released_from_custody-in_place = Are they in place?
field-released_from_custody-to = To whom does the child go, and where to?

field-guardian_met_child-form = How?
field-guardian_met_child-alone = Could they speak alone?
field-guardian_met_child-place = Where?
field-guardian_met_child-about = What did they speak about?
    .hint = Only what the child allows to be written.
field-guardian_met_child-child_says = What does the child say?

field-lawyer_appointed-lawyer = The lawyer’s name
field-lawyer_appointed-role = What does the lawyer do?
field-lawyer_appointed-appointed_by = Who appoints the lawyer?
field-lawyer_appointed-free = Is it free of charge for the child?
field-lawyer_appointed-qualified = Does the lawyer know the law of children and of trafficking?
field-lawyer_appointed-independent = Is the lawyer independent of the authorities that decide?
field-lawyer_appointed-instead_of_guardian = Is the lawyer meant to be the guardian as well?

field-interpreter_engaged-role = Interpreter or cultural mediator?
field-interpreter_engaged-who = The person’s name, or the service and its number
field-interpreter_engaged-language = Language
    .hint = And the way of speaking it, where that matters.
field-interpreter_engaged-trained = Is the person trained for work with children?
field-interpreter_engaged-independent = Is the person without ties to the family, the traffickers and the home community?
field-interpreter_engaged-checked = How was that checked?
field-interpreter_engaged-child_accepts = Does the child accept the person?

field-team_changed-who = The person’s name
field-team_changed-role = What does the person do in the case?
field-team_changed-change = Joined or left?
field-team_changed-handed_to = To whom was the work handed over?
field-team_changed-told_child = What was the child told of it?

field-request_made-by = Who asks?
field-request_made-kind = For what?
field-request_made-request = The request, in the words of the one who asks
field-request_made-to = Whom does it concern?

field-request_answered-request = Which request?
    .hint = Also what a parent or relative asked for.
field-request_answered-reply = What is the answer?
field-request_answered-by = Who answers?
field-request_answered-reasons = Why?
field-request_answered-explained = Was it explained to the child, and did the child understand?

field-order_made-kind = What is the order about?
field-order_made-by = Which court or authority, and its reference?
field-order_made-order = What is ordered?
field-order_made-carry_out_by = By when is it to be carried out?
field-order_made-after_report = Does it follow from a report of violence or exploitation by the child or the family?

field-order_carried_out-order = Which order?
field-order_carried_out-done = Was it carried out?
field-order_carried_out-how = How?
field-order_carried_out-why_not = If not: why not?
field-order_carried_out-reported_to = If not: to whom was that reported back?

field-service_refused-service = What is refused?
field-service_refused-kind = Refused, ended, or given only on a condition?
field-service_refused-by = By whom?
field-service_refused-grounds = On what grounds?
field-service_refused-reasons = In the words of the refusal
    .hint = With the condition, where there is one.
field-service_refused-told_child = Was the child told, and how to challenge it?

field-refusal_ended-refusal = Which refusal?
field-refusal_ended-how = What does the child have now, and from whom?

field-parent_asks-names = The person’s name
    .hint = Each spelling and each script on a line of its own.
field-parent_asks-relation = What does the person say to be to the child?
field-parent_asks-asks = What is asked for?
field-parent_asks-claim = The claim in the person’s own words
field-parent_asks-whereabouts = Where is the person?
field-parent_asks-knows_place = Does the person know where the child lives?

code-topic-remedy_and_compensation = A remedy and compensation

code-verification_method-documents = Documents
code-verification_method-registry = A registry
code-verification_method-authority_in_origin = The authority in the place of origin
code-verification_method-family_contacted = Family members were asked
code-verification_method-child_alone = The child was asked alone
code-verification_method-dna = A DNA test
code-verification_method-other = Another way

code-identity_method-documents = Documents
code-identity_method-registry = A registry
code-identity_method-biometrics = Fingerprints or a photograph
code-identity_method-authority_in_origin = The authority in the place of origin
code-identity_method-family = The family
code-identity_method-own_account = The child’s own account
code-identity_method-other = Another way

code-document_kind-birth_certificate = Birth certificate
code-document_kind-identity_card = Identity card
code-document_kind-passport = Passport
code-document_kind-travel_document = Travel document for one journey
code-document_kind-registration = Registration here
code-document_kind-other = Another paper

code-document_state-applied = Applied for
code-document_state-issued = Issued
code-document_state-refused = Refused

code-trafficking_decision-presumed = Presumed to be trafficked
code-trafficking_decision-identified = Identified as trafficked
code-trafficking_decision-not_identified = Not identified as trafficked

code-trafficking_act-recruitment = Recruited
code-trafficking_act-transportation = Transported
code-trafficking_act-transfer = Handed on
code-trafficking_act-harbouring = Housed or hidden
code-trafficking_act-receipt = Taken over

code-means-physical_threats = Threats of violence
code-means-threats_of_law_enforcement = Threats with the police or authorities
code-means-threatens_family = Threats to the family
code-means-debt_bondage = Debt
code-means-false_promises = False promises
code-means-physical_abuse = Beatings
code-means-sexual_abuse = Sexual abuse
code-means-takes_earnings = Takes the earnings
code-means-restricts_financial_access = Keeps the child from money
code-means-restricts_medical_care = Keeps the child from a doctor
code-means-withholds_necessities = Keeps back food, sleep or clothes
code-means-psychological_abuse = Humiliation and fear
code-means-psychoactive_substance = Drugs or alcohol
code-means-excessive_working_hours = Endless work
code-means-withholds_documents = Keeps the papers
code-means-restricts_movement = Locks in, or forbids to go out
code-means-ritual_oath = A ritual oath
code-means-other = Other means

code-not_identified_ground-no_act = Nobody recruited, moved, housed or took over the child
code-not_identified_ground-no_purpose = Nobody meant to exploit the child
code-not_identified_ground-no_means = No force, threat or deception was found
code-not_identified_ground-child_consented = The child is said to have agreed
code-not_identified_ground-not_yet_exploited = The exploitation was meant but had not begun
code-not_identified_ground-no_border_crossed = No border was crossed
code-not_identified_ground-not_moved = The child was not moved from place to place
code-not_identified_ground-helped_to_migrate_only = Others only helped the child to migrate
code-not_identified_ground-other_charge = The suspects are charged with something else
code-not_identified_ground-no_cooperation = The child does not cooperate with the police
code-not_identified_ground-other = Another ground

code-pressure-debt = A debt of the child
code-pressure-debt_of_the_family = A debt of the family
code-pressure-ritual_oath = A ritual oath
code-pressure-threat_to_the_child = A threat to the child
code-pressure-threat_to_the_family = A threat to the family
code-pressure-attachment = Attachment to the person who exploits
code-pressure-shame = Shame, or fear of being found out
code-pressure-other = Something else

code-coercion_by-police = Police
code-coercion_by-border = Border guard
code-coercion_by-migration_authority = Migration authority
code-coercion_by-health = Doctors or nurses
code-coercion_by-carer = Carers
code-coercion_by-security = Security staff
code-coercion_by-other = Somebody else

code-coercion_purpose-fingerprints = To take fingerprints
code-coercion_purpose-age_examination = To examine the age
code-coercion_purpose-search = To search the child or the child’s things
code-coercion_purpose-transport = To take the child somewhere
code-coercion_purpose-statement = To get a statement
code-coercion_purpose-to_calm = To calm the child
code-coercion_purpose-other = For something else

code-lawyer_role-represents = Represents the child in proceedings
code-lawyer_role-advocate = Speaks for the child everywhere, as an advocate

code-interpreter_role-interpreter = Interpreter
code-interpreter_role-cultural_mediator = Cultural mediator

code-team_role-caseworker = Caseworker
code-team_role-supervisor = Supervisor
code-team_role-psychologist = Psychologist or therapist
code-team_role-health = Doctor or nurse
code-team_role-carer = Carer
code-team_role-school = School
code-team_role-police = Police
code-team_role-other = Somebody else

code-team_change-joined = Joined
code-team_change-left = Left

code-meeting_form-in_person = In person
code-meeting_form-video = By video
code-meeting_form-phone = By telephone
code-meeting_form-messages = By messages

code-asked_by-child = The child
code-asked_by-guardian = The guardian
code-asked_by-lawyer = The lawyer
code-asked_by-carer = A carer
code-asked_by-other = Somebody else for the child

code-request_kind-decision = A decision
code-request_kind-move = To live somewhere else
code-request_kind-document = A paper
code-request_kind-hearing = To be heard
code-request_kind-interpreter = An interpreter
code-request_kind-contact_with_family = Contact with the family
code-request_kind-another_guardian = Another guardian
code-request_kind-other = Something else

code-reply-granted = Yes
code-reply-partly = Partly
code-reply-refused = No
code-reply-passed_on = Passed on to whoever decides

code-order_kind-placement = Where the child lives
code-order_kind-guardian = The guardian
code-order_kind-school = School
code-order_kind-protection = Protection
code-order_kind-health = Health
code-order_kind-contact = Contact with somebody
code-order_kind-immigration_enforcement = Immigration enforcement
code-order_kind-other = Something else

code-service_kind-protection = Protection
code-service_kind-placement = A place to live
code-service_kind-health = Health care
code-service_kind-psychological = Psychological help
code-service_kind-legal_aid = Legal aid
code-service_kind-guardian = A guardian
code-service_kind-school = School
code-service_kind-residence = A residence permit
code-service_kind-best_interests_procedure = A best-interests procedure
code-service_kind-other = Another service

code-refusal_kind-refused = Refused
code-refusal_kind-conditional = Given only on a condition
code-refusal_kind-ended = Ended

code-refusal_ground-not_confirmed_victim = Not confirmed as a victim of trafficking
code-refusal_ground-does_not_want_to_be_a_victim = Does not want to be called a victim
code-refusal_ground-not_trafficked = Found not to be trafficked
code-refusal_ground-no_cooperation = Does not cooperate with police or court
code-refusal_ground-no_proceedings = No proceedings were opened
code-refusal_ground-age_not_proved = No proof of age
code-refusal_ground-claim_to_be_a_child_not_believed = The claim to be a child is not believed
code-refusal_ground-turned_18 = Turned 18
code-refusal_ground-other_charge = The suspects are charged with something else
code-refusal_ground-migration_status = Migration status
code-refusal_ground-no_place_or_budget = No place, or no money
code-refusal_ground-child_declined = The child does not want it
code-refusal_ground-not_needed = It is not needed
code-refusal_ground-other = Another ground

code-parent_ask-to_take_the_child = To take the child along
code-parent_ask-contact = Contact with the child
code-parent_ask-news = News of the child
code-parent_ask-other = Something else
