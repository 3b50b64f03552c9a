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

keep-safe = The child is kept safe from the first moment
    .why = From the first minute somebody makes sure that nobody can reach and hurt the child, in a way that fits a girl of seven or a boy of seventeen, and sexual abuse above all. Write down in a safety plan, however short, what was done. The duty is done when the plan fits age and sex and guards against sexual abuse.

safety-plan = The child has a safety plan for this place
    .why = Each place has its own dangers and its own people. So each child gets a safety plan of the child's own when a placement begins. The paper does not say how soon; "with the placement" is our word. The carer makes it, with the child.

safety-plan-renewed = The safety plan is renewed when the risk changes
    .why = A plan that was good yesterday may not be good today. When the risks are assessed anew, or somebody says that the child is harmed, the plan is looked at again and written anew, also when little changes. We cannot see whether a risk is new; so every new assessment asks for it.

missing-risk = The risk that the child goes missing is assessed
    .why = Many trafficked children disappear in the first days. How likely it is, and what is done about it, is part of the care from the first day in a place: a visit before moving in, a good welcome, somebody to talk with. A specialist foster family is considered. Whether the welcome was good a rule cannot see.

safeguarding-report = An allegation is examined by somebody from outside
    .why = When somebody says that a carer, a member of staff or another child harms this child, it is reported and examined at once, by an authority other than the service that is accused. A reporting procedure is what the paper asks for. That another authority examines, and the words "at once", are our additions.

safeguarding-report-child-safe = The child is made safe while the allegation is examined
    .why = Nobody waits for the result. As long as it is not known that the child is safe from the person, a new safety plan or another place is owed.

services = For what the child needs, services are asked
    .why = Housing, a doctor, somebody to talk with, clothes, legal help, school, training, work, an interpreter: each need leads to a service that fits the child's age, sex and special needs. This duty sees that a first referral followed the assessment. Whether each need has its referral, the caseworker sees.

services-followed-up = A referral is followed until help comes
    .why = A letter to a service is not help. Each referral stays open until the service begins, or ends, or is refused with reasons.

rehabilitation = Care and recovery for body and mind
    .why = A child who was exploited or ill-treated has a right to a programme that helps body and mind to recover, in a place that respects health and dignity, and where the child is not hurt again. It counts when it was given in such a place.

family-support = Relatives and carers who look after the child are helped too
    .why = A grandmother, an aunt, a foster family carry much. They get support as well, from people of several professions. Whether it is needed, and how much, is for people to judge; that somebody asked for it is what this rule sees.

family-support-parents = The family is helped too
    .why = When the assessment finds that the family needs help for the child's sake, a service is asked to give it. A child who stays with a parent is safe only when the parent is helped to keep the child safe.

education = School, or training, or preparation for work
    .why = School makes a day ordinary again. It begins or goes on as soon as possible, also for a child who has never been at school. An older child who does not want it may learn a trade or be prepared for work. The Directive says "within a reasonable time"; no source sets a number of days.

identity-nationality = Identity, nationality and family are looked for
    .why = It must be known who the child is, which country is the child's own, and where the parents are. But a question sent to the wrong people can put the child in danger. So this duty waits until it is known that nobody of the family is suspected. It counts as done when an inquiry was sent; what comes back is followed by another duty, and so is what was found out about the identity. Whether it serves the child to look for the family is for people to judge, and so is the danger to the family of a refugee: this rule cannot see either.

inquiry-answered = The inquiry is answered
    .why = Inquiries between two states are often slow, and the child waits. Each inquiry shows since when it waits, and on whom. No source sets a number. Only inquiries that we send are followed here; those that reach us from abroad have no record yet.

placement-review = The placement is reviewed
    .why = A child changes and recovers. Somebody looks again, every three months at the latest, whether care is still needed and whether this care still fits. The three months come from the United Nations Guidelines, which say "preferably"; the paper asks for regular reviews and names a month only for children after their return. Each new place begins its own count.

missing-report = The police are told that the child is missing
    .why = The police lead the search, and they can only search when they know. The children's service stays responsible for the child all the same. The paper gives no time limit; "at once" is our word.

met-on-arrival = The child is met on arrival
    .why = No child steps off a train alone. The service in the place of return meets the child at the border, airport or harbour and tells those who sent the child. That it happens on the day of departure is our reading; for a journey over night, hand the duty over or record why.

### Arrival and guardian

assist-on-suspicion = Somebody decides whether the child is presumed to be trafficked, and helps
    .why = What was noticed may point to trafficking. As soon as there are reasonable grounds to believe it, the child is presumed to be a victim and is helped. No investigation need be opened first, and no proof is needed. The rule sees signs, not grounds: whether they suffice, people decide. When another authority has already presumed or identified the child, it stands until the presumption is recorded here too, for with that the first help begins. It ends with the presumption, or when a competent authority found that the child was not trafficked.

case-managed = A named caseworker carries the case
    .why = A child who is handed from one to the next tells the same story to everybody and is known by nobody. One named person carries the case, from the first help to the last, and the help is watched over. When that person leaves, another follows. That nobody is in care without an open case is our reading; the rule begins with the presumption.

harm-without-trafficking-needs = A child who was not found to be trafficked is helped all the same
    .why = A child who begs, works in the street or is hurt has needs, whatever it is called. When an authority finds that there was no trafficking, the child's needs are assessed as those of any child who was neglected or exploited. A plan and the closing of a case have no records yet; then this rule will guard them too.

identity-nationality-established = It is written down who the child is
    .why = The names, the nationality, or that there is none, who cared for the child, and how certain all this is. A child may have told a name that was taught, so the duty stands until the identity is certain. Nobody need be asked for it whom it is not safe to ask: what a child tells in time, and what a letter from a clinic says, may do.

identity-documents = The child gets identity papers
    .why = Without papers a child can prove nothing: not the age, not the name, not the right to stay or to go home. Papers and registration are the first step. The duty waits while an application is open. Take care whom you ask: a child who fled from a state is not made known to its consulate. The rule knows of missing papers only by what the referral and later records say.

pressure-relief = Somebody acts on what binds the child
    .why = A debt that grows, an oath, a threat to a sister, the love for the one who exploits: such things pull a child back. Understand it, write it down, and do something, together with authorities and people in the place of origin: stop the interest, ease the fear of the oath, protect the family. It counts as done when a record names who does what. Whether it helps, people see.

request-answered = A request is answered and the answer explained
    .why = Whoever asks for something in the case gets an answer with reasons. It is done when the answer was given to this very request, was explained to the child, and the child understood. No source has this as a rule of its own; it follows from the right to be heard and from fair procedure. We have not yet checked it against the wording of its source.

parent-asks-answered = A parent or relative who asks gets an answer
    .why = Perhaps it is a mother who has searched for months. Perhaps it is not. Either way somebody answers, after the claim was examined, and without saying where the child is when that is not safe. That an answer is owed is our reading of the right of child and parents not to be kept apart without reason. We have not yet checked it against the wording of its source.

order-carried-out = An order for the child is carried out, or reported back
    .why = An order on paper protects nobody. It is carried out, or whoever made it is told that it was not, and why; until then it shows on the case. When the order names a day, look at it there: the rule cannot count to a written day yet. No source has this as a rule of its own. We have not yet checked it against the wording of its source.

compensation = The child knows the ways to a remedy and to compensation
    .why = Somebody earned money with this child. Child and guardian are told how to claim what is due, here and in the place of return, whatever papers the child has. The rule begins with the presumption, since time limits do not wait for a court. It sees what the child was told and understood; the guardian is told too, but has no record of it.

legal-aid-lawyer = The child has a lawyer
    .why = Before a child is taken into any proceedings there is legal aid. Proceedings come sooner than one thinks, so the duty stands from the presumption on. Proceedings have no record yet: the rule cannot see whether one has already begun.

guardian-continues = A guardian stands for the child after the departure too
    .why = A guardian is there at every stage: here, on the way, after the return and in a third country. It is done when, after the departure, a guardian is appointed there or the guardian meets the child, also by telephone. It ends when a parent who is verified and free of suspicion is with the child. While the child is here, the duty to appoint a guardian says the same.

interpreter = A suitable interpreter is there
    .why = A child who cannot understand cannot decide, and who cannot speak is not heard. Before anybody asks the child questions, there is a trained interpreter, and where it helps a cultural mediator. The paper wants no interpreter from the child's home community; that independence is checked is our addition. The rule knows that one is needed when the referral says so or when somebody asks for one. A child who rejects the person gets another; that too is our addition.

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

hear-child-leaving = The child is heard before a placement ends
    .why = To leave a place is a decision about the child as much as to come to one. Where the child chose to go, this is known. If the child cannot be heard, write down why.
    .missing = The child's views on the placement since it began, or the reason why the child could not be heard.

hear-child-liberty = The child is heard before liberty is restricted
    .why = Nobody's doors are locked without a word to the one behind them. Ask what the child thinks of it and what would help instead. If the child cannot be heard, write down why.
    .missing = The child's views on restrictions, or the reason why the child could not be heard.

hear-child-tracing = The child is heard before the family is looked for
    .why = A child may long for the family or be afraid of it. Ask before anybody writes or calls.
    .missing = The child's views on the family, or the reason why the child could not be heard.

inform-child-placement = The child is told about a place before moving there
    .why = Where it is, who lives there, how long, and what if it is not good. In an emergency the place comes first and the telling is owed.
    .missing = Information on the placement since the last move that the child understood.

inform-child-determination = The child is told how a solution is found before it is determined
    .why = Who decides, what can be chosen, what the child's own word weighs, and what can be done against the decision.
    .missing = Information on how a solution is found that the child understood.

inform-child-liberty = The child is told before liberty is restricted
    .why = What will be restricted, why, until when, who decides it, and how it can be challenged. A locked door that nobody explains is the exploiter's door.
    .missing = Information on restrictions that the child understood.

inform-child-tracing = The child is told before the family is looked for
    .why = The child knows who will ask whom, what is said and what is not, and what may come of it.
    .missing = Information on tracing and the family that the child understood.

informed-assistance = A service begins when it was explained and the child was asked
    .why = Help that comes over a child is not help. What the service is was explained, and whether the child agrees or objects is recorded. An objection is kept and looked at; this rule asks that it was asked for.
    .missing = A record that this service was explained, with the child's agreement or objection.

informed-assistance-placement = A placement begins when it was explained and the child was asked
    .why = The place was explained, and whether the child agrees or objects is recorded. An objection does not leave a child on the street: it is looked at. In an emergency the asking is owed.
    .missing = A record that the placement was explained since the last move, with the child's agreement or objection.

restriction-explained = A house rule is explained and fits this child
    .why = Rules without reasons remind a child of those who gave orders. Tell the reason and where the rule ends, make it fit this child, leave other rights alone, and leave choices wherever there can be some. Whether the choices are real a rule cannot read.
    .missing = It is not known that reason and limits were explained, that the rule fits this child, and that it touches no other right.

equal-access = No service is refused because a child comes from elsewhere
    .why = A child without this country's passport gets at least what a trafficked child of this country gets, and is not treated worse for any other reason. Nationality and residence status are no reasons to refuse or to limit. The rule sees only what was written down of the reason.
    .missing = A reason that has nothing to do with nationality or residence status. Otherwise the service is owed.

accompanied = Nobody under 18 is interviewed alone
    .why = The legal representative, or an adult whom the child chose, sits at the child's side. A parent is the legal representative where no guardian is needed. Only a reasoned decision about that very person may keep somebody out. The source speaks of interviews in an investigation; the paper carries it over to others, and so do we. Where it happened otherwise, it is made good by hearing the child on it.
    .missing = Somebody at the child's side, or a reasoned decision that excludes that person.

needs-before-crime = First what the child needs, then what was done
    .why = Before the police ask about the crime, and before anybody asks about those who did it, it is known what the child needs: sleep, a doctor, somebody to trust.
    .missing = A needs assessment.

needs-content = A needs assessment says what the paper asks
    .why = Gender, age and maturity; how long and how the child was exploited, and what harm was done; where the child sleeps tonight, in the next months and in the long term. When the child is alone or somebody of the family is suspected, also whether other care is needed. "We do not know yet" is an answer, when it is written down. A rule sees the ticks, not the words. Who is in a hurry may record what there is, and then the rest is owed.
    .missing = The assessment leaves something out: gender, age, maturity, duration, kind, harm, the three places to sleep, or whether alternative care is needed.

bia = Best interests are assessed before a placement
    .why = Care for the time being and the kind of place are decided for this child, after looking at what is best for this child. In an emergency the night comes first and the assessment is owed.
    .missing = A best-interests assessment for care or accommodation, made since the last move.

bia-determination = Best interests are assessed before a solution is determined
    .why = The determination decides; the assessment gives it something to decide upon. It is made before, for this question.
    .missing = A best-interests assessment for the solution, made since a solution was last chosen.

bia-independent = The migration authority has no part in the assessment
    .why = What is best for a child is assessed by people who do not answer for borders. They may be told what the migration authority knows.
    .missing = It is not known that the migration authority had no part in the assessment.

bia-multidisciplinary = Several professions assess what is best
    .why = One person sees one side of a child. Child protection, and at least one more profession, look together. The police and the migration authority do not count as the second. That two are enough is our reading; the source says "multidisciplinary".
    .missing = Child protection and another profession.

bia-taking-part = Child, guardian and lawyer take part in the assessment
    .why = An assessment about a child without the child is a guess. The guardian and the legal representative take part as well, and the parents where that is right, which people judge. If the child could not be heard, the reason is on record.
    .missing = The lawyer, the guardian where one is needed, or the child (or the reason why the child could not be heard).

bia-content = The assessment looks at the whole child
    .why = Views, identity, family and friends, care and safety, vulnerability, health, education. Family is left out only when looking at it was found to be against this child's interests. A rule sees what was ticked, and people read what was found.
    .missing = The assessment leaves out at least one element.

case-by-case = The assessment is about this child
    .why = Age, sex, maturity, language and background of this child, and of no group. Brothers and sisters are each assessed on their own; that is our addition.
    .missing = It is not known that the grounds are this child's own.

case-by-case-determination = The determination is about this child
    .why = Age, sex, maturity, language and background of this child, and of no group. Brothers and sisters each have a determination of their own; that is our addition.
    .missing = It is not known that the grounds are this child's own.

best-interests-stated = The determination says that the child's best interests came first
    .why = It says how the best interests counted and what else weighed. Neither a prosecution nor the control of borders outranks them. A rule sees the answer and not how it was reached.
    .missing = It is not known that the best interests came first.

best-interests-stated-assessment = The assessment says that the child's best interests come first
    .why = It says what else weighs; for a placement it is here that this is said. Neither a prosecution nor the control of borders outranks them.
    .missing = It is not known that the best interests come first.

best-interests-stated-return = The decision on return says that the child's best interests came first
    .why = It says how the best interests counted and what else weighed. Neither a prosecution nor the control of borders outranks them.
    .missing = It is not known that the best interests came first.

best-interests-stated-liberty = A restriction says that the child's best interests came first
    .why = A child is not locked in so that a witness stays at hand or a border is kept. The decision says how the best interests counted and what else weighed.
    .missing = It is not known that the best interests came first.

safeguarding-report-examiner = Nobody examines an allegation against themselves
    .why = The service that is accused does not examine. The paper asks for a reporting procedure; who examines is not in the paper and is our addition.
    .missing = An authority other than the service that is accused.

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

inquiry-safe-tracing = The family is looked for only when the search is safe
    .why = To ask for a family is to say where its child is missed. Assess first whether the search exposes the child, or the family itself, and hold back what is not needed.
    .missing = The assessment that the search exposes neither the child nor the family.

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

### Arrival and guardian

child-trafficking-test = For a child, act and purpose are enough
    .why = Somebody recruited, moved, housed or took over a child in order to exploit the child: that is trafficking of a child. It need not have begun; no border need be crossed and the child need not have been moved; nobody need have used force or lies. So none of these can be a reason not to identify a child. Help to migrate alone is not trafficking, until somebody means to exploit the child.
    .missing = A ground that counts. Missing means, a plan that was not carried out, no border and no journey do not.

child-trafficking-test-consent = That a child agreed says nothing
    .why = A child cannot agree to be exploited. Consent is never asked here, and it is no reason not to identify a child. The paper does not say this; it follows from the treaty. We have not yet checked this rule against the wording of its source.
    .missing = A ground that counts. That the child is said to have agreed does not.

child-claim = The word of somebody who claims to be a child is enough
    .why = At a border and in migration control, who says "I am a child" is treated as a child, is referred to child protection, and gets a guardian when alone. Whether it is true is found out later. So nothing is refused because nobody believes it.
    .missing = Another ground, or the service. Not to believe the claim is no ground.

presume-child-services = Nothing is refused for want of proof of age
    .why = As long as the age is uncertain and the person may be a child, every help for a child is given. That no step may be refused for want of proof is not in the paper; we read it in the Convention. We have not yet checked this rule against the wording of its source.
    .missing = Another ground, or the service. That the age is not proved is no ground.

protection-not-status = Help does not hang on being confirmed as a victim
    .why = A child has the rights of a child. They do not wait until an office says "victim", and not until the child wants to be called one. A refusal that says "not confirmed" is no lawful refusal.
    .missing = Another ground, or the service. A status that is not confirmed, or not wanted, is no ground.

harm-without-trafficking = "Not trafficked" closes no door
    .why = Abuse, neglect and exploitation of any kind get an answer from child protection. That it was not trafficking is no reason to send a child away. The closing of a case has no record yet; then this rule will guard it too.
    .missing = Another ground, or the service. That the child was not trafficked is no ground.

not-conditional = No help on condition that the child helps the police
    .why = Residence, help and a place to live are not the price of a statement, and do not hang on whether proceedings are opened. For a child no such condition is permitted. One of the sources speaks of help only and leaves residence to national law; we follow those that speak of both.
    .missing = The service without this condition.

trafficked-as-child = The eighteenth birthday ends no help
    .why = Who was trafficked as a child is not healed on a birthday. A young adult keeps the help and the plan. That the birthday is no ground to end anything is our reading.
    .missing = Another ground, or the service. That the person turned 18 is no ground.

release-protected-custody = Nobody leaves custody into the hands of those who wait outside
    .why = Where there is a credible suspicion that the child will be exploited again, measures are in place before the door opens, and the risks are assessed. This also holds for somebody held as an adult who may be a child. Nobody is kept in for want of paper: in a hurry the assessment is owed. A release that has happened is made good by assessing the risks anew.
    .missing = An assessment of the risks, or measures that are in place.

guardian-besides-lawyer = A lawyer does not replace the guardian
    .why = A lawyer argues the child's case. A guardian knows the child. Even when the lawyer speaks for the child everywhere, an independent adult is appointed as well.
    .missing = A guardian besides the lawyer. Appoint the lawyer as a lawyer, and somebody else as guardian.

legal-aid = Legal aid and a guardian come before the determination
    .why = Before the child's future is decided, the child has a lawyer who costs nothing, knows this law and is independent, and a guardian where one is needed. The source says this of every kind of proceedings; others have no record yet, so here it guards the best-interests determination.
    .missing = A lawyer who is free, qualified and independent, or a guardian in office.

## Alerts

verify-companion = Verify who the adult with the child is
    .why = Traffickers say that they are a father, an aunt, a brother or a boyfriend. Verify it before the child is left with this adult. That it must be done before is our reading. When the claim turns out to be untrue, the alert stands until the adult is no longer with the child.

verify-companion-next = One more person is with the child whose relationship is not verified
    .why = Somebody else says that they belong to the child. That an earlier companion was looked at says nothing about this one. Verify the relationship before the child is left with, or handed to, this person. The alert ends when nobody unverified is with the child.

non-punishment = Check that the child is not punished for what traffickers made the child do
    .why = The child was made to commit crimes, or was meant to. A child is not punished for what follows directly from being trafficked, also below the age of criminal responsibility. Tell the lawyer and the prosecutor. Proceedings against the child have no record yet, so this alert looks at the form of exploitation.

few-interviews = The child has spoken about this before
    .why = To tell it again is to live through it again. Ask whether the earlier record can be shared, and if not, whether the same person can ask. The alert looks at hearings on the proceedings only; interviews by others have no record yet.

few-interviews-again = The child has already been asked about this
    .why = Each time a child has to tell it, it happens again. Look whether a recording or a record answers the question, and share that instead. If it must be, let it be the same person.

few-officials = Another official, or another place
    .why = The people who question a child, and the places to which the child is brought for it, are kept to as few as can be. The services come to the child. This alert asks whether more than one official in the room, another interviewer or another place was needed. No source sets a number; one is our reading of "as few as can be".

free-to-speak = Could the child speak freely?
    .why = A parent, a relative, another adult or an interpreter from the home community was in the room. Any of them may frighten or sway a child, also without meaning to. That interpreters are checked for independence is our addition.

free-to-speak-views = Could the child speak freely when heard?
    .why = A parent, a relative, another adult or an interpreter from the home community was present when the child was heard. Ask the child once more, alone or with somebody whom the child trusts. The alert speaks only when it was written down who was there.

informed-assistance-objection = The child objects
    .why = A child said no. Somebody looks at why, at what else would be possible, and answers.

steady-relationship = The child has moved again
    .why = A person who stays is the best protection that is known. Each move takes people away. The third place on record shows here; explain to the child why, and ask whether it could end. No source sets a number.

steady-relationship-guardian = The guardian changes again
    .why = A person who stays is the best protection that is known. The third guardian on record shows here; explain the change to the child. A change of caseworker has no record yet, so it does not show.

inquiry-sufficient = The answer does not say what is needed
    .why = An answer came, but none speaks of the risk that the child is trafficked again. Often the question had missed it too. Ask again, and say exactly what is needed: the place, the family, past protection, exploitation, the risk, a proposal.

missing-register = Ask whether somebody else has found the child
    .why = A child who had gone missing in Kent was in the care of an authority in Glasgow, at the other end of the country; it took a specialised organisation to find out. Compare with the missing and the found children of other authorities everywhere in the country, and ask the specialised organisations. That it is done at once is our word. Matching a child who was found against those missing elsewhere has no record yet.

long-stay = Six months in care
    .why = The child has lived in care for six months, moves included. How is the child, and why is there no other arrangement yet? Nights in a cell are not counted as care.

### Arrival and guardian

other-charge = Another charge changes nothing for the child
    .why = The suspects are charged with something else, for example with paying for sex with a child. The name of the offence is the prosecutor's matter. What was done to the child, and the help that is due, stay what they are. Look again at the decision and at the referral.

other-charge-refusal = Something was refused because of the charge
    .why = What the suspects are charged with changes neither the child's status nor the help that is due. See that the child gets it.

safe-reporting = A report of violence may have led to immigration enforcement
    .why = A child or a parent who tells the police of violence must not be sent away for it; nothing of the report is passed on for that purpose. Challenge the order at once. This should be a safeguard; but passing on information has no record yet, so an alert looks at the orders that follow. Where nobody has said whether the order follows from a report, it stands too.

identity-uncertain = It is not certain who the child is
    .why = Children give other names because somebody told them to, or because they are afraid. Keep every name, spelling and place that was given; nothing is overwritten. An inquiry under a wrong name finds nobody or the wrong family, so let inquiries wait, or let them say that the name is uncertain.

parent-asks = A parent or relative asks for the child
    .why = Examine it at once: is the relation true, is it safe, what does the child say? The child is not handed over unchecked. It stays until somebody writes down what was found.

no-coercion = An authority used force or pressure on the child
    .why = Whoever was exploited knows force. When it comes from those who should protect, it is a harm of its own, and may bring back all the others. It is recorded with who and why. Look at what happened, speak with the child, and see that it does not happen again. That a supervisor looks at it is our choice.

guardian-contact = Guardian and child have not met
    .why = A guardian whom the child has never seen is a guardian on paper. The alert stands from the appointment until a first meeting is recorded. How often they should meet after that, no source says in numbers, so neither do we; a national pack may.

### Placement, liberty, missing

### Status and best interests

### Plan and closing

### Across borders and return

### The authority

liberty-review = An independent review of restrictions of liberty
    .why = A single restriction may be needed. When they become many, somebody from outside looks at whether they were, and at what they did to the children. The paper names six as its example of "more than a few". The count begins anew after each review that is independent and asks both.

agency-policy = A safeguarding policy in every agency
    .why = Whoever works with children can also harm them, or look away. So every state agency that meets children says in writing what conduct it expects, how one reports, and what standard all carers must keep. It is owed until each agency in the register that meets children has such a policy.

child-referral-channel = A way into protection that is made for children
    .why = A child who begs or steals for others looks different from what a general procedure expects. The referral mechanism has a channel of its own for children: it knows what is done to children, what they need and may claim, it is quick, and organisations outside the state are partners in it.

bi-procedure = A procedure for best interests
    .why = Without a written procedure each official weighs differently, or nobody weighs at all. It joins several professions, says by which criteria best interests are assessed and determined, guides all who decide, is used every time, and somebody watches that it is.

agency-protocols = Agreements with those who meet the child first
    .why = The first to meet a child is often a police officer, a border guard or a nurse. Written agreements with police, migration authority and health service say whom they call and who does what. Which three they are follows from who meets children first; the paper names law enforcement and a child house's partners.

staff-trained = Trained staff, with dates
    .why = Who has never learnt how a trafficked child behaves will not see one. Training of social workers, border police, lawyers and health staff is on record here, each with its date. All others who meet children are to be trained too; the record takes them, the duty asks for these four, whom the Committees name.

data-standards = The same minimum standards for data about children
    .why = A name that leaves one careful agency and lies open in the next protects nobody. Agencies that share data about children have adopted the same minimum standards. It is owed until each agency in the register that shares data has.

focal-point = One focal point for requests about children
    .why = A request that does not know where to go lies. One place in a central agency takes requests about trafficked and other unaccompanied or separated children, passes them on quickly, and knows whom to ask elsewhere; other states have its address. That the list is shared comes from the Regional Conference on Migration, as the paper reports it.

return-rule-in-law = Both assessments stand in a binding text
    .why = What no text demands is forgotten when it is inconvenient. That a risk and a security assessment come before every return is written into the referral mechanism or another binding text.

missing-figures = Missing children are counted
    .why = Nobody can say how many children went missing from care, how many were found, and how many of these in a trafficker's hands. Count them, with the days from and to. How often, the paper does not say; here one count on record ends the duty, and a national pack may ask for one each year.

## Questions

online-contact = Has anybody from the time of exploitation been in contact online?
    .why = The paper speaks of telephone calls by which a child is told to walk out and come back. That the same happens through games and messages is our addition; the paper does not speak of contact online.
