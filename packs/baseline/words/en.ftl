# The international baseline in English: the title of each rule, why it is there, and for a
# safeguard what is missing. "The paper" is OSCE Occasional Paper No. 9.

## Duties

lead-authority = The lead authority takes the case
    .why = A child was referred. The child-protection authority takes the lead and follows the child until a solution has been carried out. The others who know the child are heard. No source sets a number of days: the case shows since when it waits.

inform-child = The child is told of the situation and of the child's rights
    .why = A child who knows what is happening, which rights there are and who helps can begin to trust and to take part. Tell it in a language and in a way that the child understands, and record whether it was understood: only then is the duty done. The paper does not say who tells the child. We ask the guardian.

guardian-appointed = A guardian is appointed
    .why = A child without a parent at hand needs one adult who stands only for this child. The same holds when a parent is suspected, or when nobody has yet verified that the adult with the child is a parent. The duty stands, from the moment it became so, until a guardian is in office, and again whenever the office is vacant.

place-at-once = The child has a place to sleep tonight
    .why = A child who is alone gets care straight away, for the first night and for as long as it is needed. A police cell, a prison and a detention centre are no such place. When nobody knows yet whether the adult with the child is family, the duty stands and so does the duty to find out. Record why care is needed and why this care fits the child.

needs-assessment = The child's needs are assessed
    .why = The help that a child needs depends on age, sex and maturity, and on what was done to the child and for how long. The assessment comes first: before the crime is looked into, and before the child is asked about the people who did it.

risk-assessment = The risks are assessed, with a measure against each
    .why = A child who was just found may be called back, may owe money, may fear for the family or for an oath. Each new place brings new people, and with them new risks. So the risks are assessed when the child is referred and identified, at each move, and when a child who was missing is found. The source also asks for it at every stage of recovery; there is no record for those stages yet, so that part is left to the caseworker.

identity-nationality = Identity, nationality and family are looked for
    .why = It must be known who the child is, which country is the child's own, and where the parents are. But a question sent to the wrong people can put the child in danger. So this duty waits until it is known that nobody of the family is suspected. It counts as done when an inquiry was sent; what comes back is followed by another duty. Whether it serves the child to look for the family is for people to judge, and so is the danger to the family of a refugee: this rule cannot see either.

inquiry-answered = The inquiry is answered
    .why = Inquiries between two states are often slow, and the child waits. Each inquiry shows since when it waits, and on whom. No source sets a number. Only inquiries that we send are followed here; those that reach us from abroad have no record yet.

placement-review = The placement is reviewed
    .why = A child changes and recovers. Somebody looks again, every three months at the latest, whether care is still needed and whether this care still fits. The three months come from the United Nations Guidelines, which say "preferably"; the paper asks for regular reviews and names a month only for children after their return. Each new place begins its own count.

missing-report = The police are told that the child is missing
    .why = The police lead the search, and they can only search when they know. The children's service stays responsible for the child all the same. The paper gives no time limit; "at once" is our word.

met-on-arrival = The child is met on arrival
    .why = No child steps off a train alone. The service in the place of return meets the child at the border, airport or harbour and tells those who sent the child. That it happens on the day of departure is our reading; for a journey over night, hand the duty over or record why.

liberty-review = An independent review of restrictions of liberty
    .why = A single restriction may be needed. When they become many, somebody from outside looks at whether they were, and at what they did to the children. The paper names six as its example of "more than a few". The count begins anew after each review.

## Safeguards

presume-child = Nobody of uncertain age is placed with adults
    .why = As long as the age is not known and the person may be a child, every protection for a child applies. It ends when the age is verified, or on the latest day on which the child may turn 18.
    .missing = The child may be under 18, so a place for adults is not possible. Choose a place for children, or verify the age.

presume-child-guardian = A guardian does not leave before the child is surely 18
    .why = A birthday that is only estimated ends nothing. The guardian stays until the latest day on which the child may turn 18, or until the age is verified.
    .missing = The child may still be under 18. The guardian's office cannot end because of age yet.

presume-child-placement = A place does not end before the child is surely 18
    .why = A birthday that is only estimated ends nothing. The child keeps the place until the latest day on which the child may turn 18, or until the age is verified.
    .missing = The child may still be under 18. The placement cannot end because of age yet.

age-assessed = Before an age is assessed, the child has a guardian, is informed and is heard
    .why = To examine how old somebody is touches body and dignity. It is a last resort. A guardian stands beside the child, the child knows what will be done and why, and is asked. Whether the method is gentle, whether many fields of knowledge took part and how the margin of error was counted is written in the reasons; a rule cannot read them. We have not yet checked this rule against the wording of its source.
    .missing = A guardian in office, information on the age assessment that the child understood, or the child's views on it.

guardian-one-adult = The guardian is trained and independent
    .why = A guardian must be able to contradict the state and to win a child's trust. A name on a list does neither. In a hurry a guardian may be appointed who still has to be trained, but then this stays owed. How many children one guardian may have, the paper does not say; a national pack may.
    .missing = It is not known that this guardian is trained and can contradict the state bodies that decide.

guardian-in-decisions = Guardian and lawyer take part in the determination
    .why = The child's whole life may hang on this decision. The guardian and the legal adviser are heard before it is made. When a parent who is verified and free of suspicion is with the child, no guardian is needed.
    .missing = The guardian or the lawyer has not been heard.

panel-independent = The migration authority does not decide what is best for the child
    .why = Who guards the border looks at the border. What is best for a child is assessed and decided by those who look at the child. The migration authority may be heard. That it may not decide either is our reading of the recommendation.
    .missing = It is not known that others than the migration authority assessed and decide.

hear-child = The child is heard before a placement
    .why = Where a child sleeps is the first thing that the child should have a say in. Ask, write down the answer and how much it weighed. If the child cannot be heard, write down why: that reason is enough, and that is our addition. In an emergency the place comes first and the hearing is owed. A hearing counts once for the next move, also one that was owed for the place before: ask about the new place all the same.
    .missing = The child's views on the placement since the last move, or the reason why the child could not be heard.

hear-child-determination = The child is heard before the determination
    .why = The child is heard on the solution: on staying, on going back, on a third country. If the child cannot be heard, write down why.
    .missing = The child's views on the solution, or the reason why the child could not be heard.

hear-child-return = The child is heard before a return
    .why = Nobody is sent anywhere without having been asked. If the child cannot be heard, write down why.
    .missing = The child's views on the return, or the reason why the child could not be heard.

never-detention = A child is never placed in a cell, a prison or a detention centre
    .why = A child who was exploited is not locked up, not for one night and not for safety. If it has happened, it is recorded as it is; it counts as a breach until the child is out. One recommendation in the paper speaks as if a detention centre could still occur; we encode the stricter statement.
    .missing = Another place. No reason and no court opens this one.

specialised-place = A presumed victim gets a specialised place
    .why = Emergency shelters and general reception centres are not made for a child who may be looked for, and adults who are neither carers nor family may do harm. From the moment that a child is presumed to be a victim, the child gets safe accommodation made for it. In an emergency the night comes first and the right place is owed. The paper does not say who may depart from this; we leave it to a court. It names unrelated adults as a danger, not as a ban.
    .missing = A place that is made for trafficked children, without unrelated adults.

release-protected = A child leaves custody with measures against new exploitation
    .why = In England a boy was let out of custody without measures to protect him, although there was credible suspicion that he would be exploited. A court called this a failure. So the risks are assessed, each with a measure, before the child walks out; but nobody is kept in a cell for want of paper: in a hurry the assessment is owed. We cannot see whether the measures are in place, only that they were written down.
    .missing = A risk assessment, with its measures, made since the child came into custody.

liberty-last-resort = Liberty is restricted only as a last resort
    .why = Locked doors and taken telephones resemble what the exploiter did. A restriction is possible only when nothing less would keep this child from harm, when a judge approved it, and never for migration control. Write down what else was tried, the reasons and the day on which it ends. The paper's test is freedom of movement; it also tells of telephones and internet. The end date is our addition. A rule cannot read the alternatives or the care plan: the judge must.
    .missing = It must be necessary to keep this child from harm, approved by a judge, and must not serve migration control.

inquiry-safe = An inquiry is sent only when sending it is safe
    .why = A letter to the village may tell the traffickers, the family that took part, or the state that the child fled from, where the child is. Assess this first, and decide how much to say. If an inquiry went out unassessed, assess the risks anew: that is how this is made good here.
    .missing = The assessment that sending this inquiry does not itself expose the child.

bid = A return follows from a determination
    .why = To send a child back changes everything. It needs a determination, by people who know how to make it, with the child, with the options weighed and with reasons, that found return to be best.
    .missing = A determination that chose return and is not under review.

reflection = Thirty days to recover and to think
    .why = Whoever comes out of exploitation needs time before deciding anything about testimony or going back. Thirty days are the least. They are not a deadline: a child who wishes to speak or to leave earlier may, and then the reasons are recorded. Testimony has no record yet, so this rule guards the return alone. That a supervisor may set the thirty days aside with reasons, where the child wants to leave earlier, is our reading; the paper says only that the child may speak earlier.
    .missing = Thirty days have not passed since the child was presumed to be a victim.

risk-security = Risks and security are both assessed before a return
    .why = Two different questions: what awaits the child, which child protection answers, and whether those who trafficked the child can reach the child there, which usually the police answer. Both are asked before any return, and again when the child has moved or went missing since. The rule sees when the assessments were made, not for which place: that they speak of the place of this return, people must check.
    .missing = A risk assessment since the last move, or a security assessment since the child was last found.

social-inquiry = Before a return, the place of origin reports on family and care
    .why = Somebody who knows the place looks at the family and its surroundings, asks whether the family took part, how likely the child is to be trafficked again, and proposes a solution. This rule sees that the report came and speaks of re-trafficking. Whether it is good enough, people judge.
    .missing = A social inquiry that speaks of the risk of re-trafficking.

no-serious-risk = No return into a serious risk
    .why = If the newest assessments find a serious risk for the child or the family, or a danger, the child does not return. Where two sources differ, "serious" and "reasonable" risk, the caseworker answers for the one that protects more. What is not known counts as a risk.
    .missing = A risk assessment without a serious risk on return, and a security assessment without danger.

caregiver-agreed-able = Somebody has agreed, and is able, to care for the child
    .why = A child does not return to an address but to a person or a service that said yes and can do it. Both must be on record before the return.
    .missing = A social inquiry that names somebody who has agreed and is able to care for the child.

voluntary-heard = The child returns willingly and well informed
    .why = A return should be safe, prepared and wanted. The child was told about it in words that the child understands, was asked, and agrees. This is the standard of the models that the paper holds up; another source says "preferably voluntary".
    .missing = The child's agreement, information on the return that the child understood, or the child's views on it.

voluntary-heard-departure = The child leaves willingly and well informed
    .why = Between the decision and the journey a child may come to think differently. At departure there must be a decision to which the child agreed, information that the child understood, and the child's views.
    .missing = A return decision to which the child agreed, information on the return that the child understood, or the child's views on it.

return-informed = Before leaving, the child knows what was found and what will happen
    .why = The child was told the results of the newest assessments, how the journey goes, who waits at the end and what help there is. When a new assessment is made, the child is told again.
    .missing = Information on the results of the newest assessments, or on the return, that the child understood.

## Alerts

verify-companion = Verify who the adult with the child is
    .why = Traffickers say that they are a father, an aunt, a brother or a boyfriend. Verify it before the child is left with this adult. That it must be done before is our reading.

non-punishment = Check that the child is not punished for what traffickers made the child do
    .why = The child was made to commit crimes, or was meant to. A child is not punished for what follows directly from being trafficked, also below the age of criminal responsibility. Tell the lawyer and the prosecutor. Proceedings against the child have no record yet, so this alert looks at the form of exploitation.

few-interviews = The child has spoken about this before
    .why = To tell it again is to live through it again. Ask whether the earlier record can be shared, and if not, whether the same person can ask. The alert looks at hearings on the proceedings only; interviews by others have no record yet.

inquiry-sufficient = The answer does not say what is needed
    .why = An answer came, but none speaks of the risk that the child is trafficked again. Often the question had missed it too. Ask again, and say exactly what is needed: the place, the family, past protection, exploitation, the risk, a proposal.

missing-register = Ask whether somebody else has found the child
    .why = A child who had gone missing in Kent was in the care of an authority in Glasgow, at the other end of the country; it took a specialised organisation to find out. Compare with the missing and the found children of other authorities everywhere in the country, and ask the specialised organisations. That it is done at once is our word. Matching a child who was found against those missing elsewhere has no record yet.

long-stay = Six months in care
    .why = The child has lived in care for six months, moves included. How is the child, and why is there no other arrangement yet? Nights in a cell are not counted as care.

## Questions

online-contact = Has anybody from the time of exploitation been in contact online?
    .why = The paper speaks of telephone calls by which a child is told to walk out and come back. That the same happens through games and messages is our addition; the paper does not speak of contact online.
