# The record types. `record-…` names what happened; `act-…` says what the person does by recording it.

group-arrival = From the referral to the presumption
group-people = People around the child
group-voice = What the child is told and says
group-assessment = Assessments
group-care = Where the child lives, and liberty
group-determination = Determination, decision, departure
group-missing = Missing
group-plan = Plan, services and school
group-every_day = Notes, corrections, duties and safeguards

record-referral_received = Referral received
act-referral_received = Report a child
    .hint = Tell the lead authority about a child who may have been trafficked. You need not be sure.
record-referral_accepted = Referral accepted
act-referral_accepted = Accept the referral as a case
    .hint = The lead authority takes the case and names the caseworker.
record-age_presumed = Presumed to be a child
act-age_presumed = Presume that the person is a child
    .hint = When the age is not certain and there is reason to believe that the person is a child.
record-age_verified = Age verified
act-age_verified = Record the verification of the age
    .hint = By documents, a registry or an assessment.
record-victim_presumed = Presumed to be trafficked
act-victim_presumed = Presume that the child was trafficked
    .hint = When there are reasonable grounds to believe it. Proof is not needed.

record-person_linked = Person linked to the child
act-person_linked = Add a person in the child’s life
    .hint = Family, or somebody who says so; a carer; a suspected trafficker.
record-guardian_appointed = Guardian appointed
act-guardian_appointed = Appoint a guardian
    .hint = Provisional or confirmed.
record-guardian_ended = Guardian’s office ended
act-guardian_ended = End the guardian’s office
    .hint = And what the child was told of it.

record-information_given = Information given to the child
act-information_given = Record what the child was told
    .hint = In a language and form that the child understands.
record-views_heard = Child’s views heard
act-views_heard = Record what the child says
    .hint = In the child’s own words. Also when the child could not be heard, and why.

record-needs_assessment = Needs assessed
act-needs_assessment = Assess the child’s needs
    .hint = The starting point of all help.
record-risk_assessment = Risks assessed
act-risk_assessment = Assess the risks
    .hint = Needed anew each time the child moves. Each risk has a measure against it.
record-security_assessment = Security assessed
act-security_assessment = Record the security assessment
    .hint = Usually made by the police.
record-social_inquiry_received = Social inquiry received
act-social_inquiry_received = Record a social inquiry
    .hint = The report from the place of origin on the family or care there.

record-placement_started = Placement started
act-placement_started = Place the child
    .hint = Where the child begins to live, also for one night.
record-placement_reviewed = Placement reviewed
act-placement_reviewed = Review the placement
    .hint = Is care still needed, and does this care still fit the child?
record-placement_ended = Placement ended
act-placement_ended = End the placement
    .hint = Why, and what comes next.
record-liberty_restricted = Liberty restricted
act-liberty_restricted = Restrict the child’s liberty
    .hint = Any measure that leaves the child less free than others of that age.

record-missing_reported = Child reported missing
act-missing_reported = Report the child missing
    .hint = Do it at once. There is no waiting time.
record-police_informed = Police informed
act-police_informed = Record that the police were told
    .hint = Which police, and their reference.
record-found = Child found
act-found = Record that the child is back
    .hint = Found, or came back.

record-determination_made = Best interests determined
act-determination_made = Record the best-interests determination
    .hint = Which solution was chosen, who was heard, and why.
record-return_decided = Return decided
act-return_decided = Authorise the return
    .hint = Only after every safeguard is met.
record-departed = Departed
act-departed = Record the departure
    .hint = The child left for the place of return.

record-note = Note
act-note = Add a note
    .hint = Something to remember that no other record holds.
record-duty_set_aside = Duty set aside
act-duty_set_aside = Set a duty aside
    .hint = By a supervisor, with a reason. The monitor sees it.
record-duty_handed_over = Duty handed over
act-duty_handed_over = Hand a duty over
    .hint = To another authority or person.
record-safeguard_overridden = Safeguard overridden
act-safeguard_overridden = Record that a safeguard is overridden
    .hint = Only where the law allows it, for one step.
record-alert_looked_at = Alert looked at
act-alert_looked_at = Say what you conclude from an alert
    .hint = A person must look at each alert.
record-correction = Correction
act-correction = Correct a record
    .hint = What was written stays readable.

record-inquiry_sent = Inquiry sent
act-inquiry_sent = Send an inquiry
    .hint = Ask the authority in the place of origin about identity, family or care. First make sure that asking does not expose the child.

record-met_on_arrival = Met on arrival
act-met_on_arrival = Record that the child was met
    .hint = The service in the place of return met the child.
