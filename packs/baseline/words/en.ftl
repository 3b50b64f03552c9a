# The international baseline in English: the title of each rule, why it is there, and for a
# safeguard what is missing. "The paper" is OSCE Occasional Paper No. 9.

## Duties

lead-authority = The lead authority takes the case
    .why = A child was referred. The child-protection authority takes the lead and follows the child until a solution has been carried out. The others who know the child are heard. No source sets a number of days: the case shows since when it waits.

inform-child = The child is told of the situation and of the child's rights
    .why = A child who knows what is happening, which rights there are and who helps can begin to trust and to take part. Tell it in a language and in a way that the child understands, and record whether it was understood: only then is the duty done. For a child too young to be told, whoever stands for the child is told instead. The paper does not say who tells the child. We ask the guardian.

inform-child-assistance = The child is told what protection and help there is
    .why = Who protects the child, and from whom; which services there are, what they do and what they do not; how to ask for them. A child who does not know of a door cannot knock on it. It is done when the child was told of the help there is, and understood. The paper does not say who tells the child. We ask the guardian.

guardian-appointed = A guardian is appointed
    .why = A child without a parent at hand needs one adult who stands only for this child. The same holds when a parent is suspected, or when nobody has yet verified that the adult with the child is a parent. The duty stands, from the moment it became so, until a guardian is in office, and again whenever the office is vacant.

place-at-once = The child has a place to sleep tonight
    .why = A child who is alone gets care straight away, for the first night and for as long as it is needed. A police cell, a prison and a detention centre are no such place. When nobody knows yet whether the adult with the child is family, the duty stands and so does the duty to find out. Record why care is needed and why this care fits the child.

place-at-once-needs = Care was found to be needed: the child gets it
    .why = A child may be with a father who sells her, or with an aunt who looks away. When the needs were assessed and care outside the family is needed, a place follows at once; taking the child out of the family has safeguards of its own. It ends with a place, or with a later assessment that finds that no such care is needed. That a place follows from the finding is our reading of the principle that care is given where it is truly needed. For a child who is alone another rule says the same without an assessment.

needs-assessment = The child's needs are assessed
    .why = The help that a child needs depends on age, sex and maturity, and on what was done to the child and for how long. The assessment comes first: before the crime is looked into, and before the child is asked about the people who did it.

risk-assessment = The risks are assessed, with a measure against each
    .why = A child who was just found may be called back, may owe money, may fear for the family or for an oath. Each new place brings new people, and with them new risks. So the risks are assessed when the child is referred and identified, at each move, when the child leaves custody, when a child who was missing is found, and when a child who was returned is met again. The source also asks for it at every stage of recovery; there is no record for those stages yet, so that part is left to the caseworker.

keep-safe = The child is kept safe from the first moment
    .why = From the first minute somebody makes sure that nobody can reach and hurt the child, in a way that fits a girl of seven or a boy of seventeen, and sexual abuse above all. Write down in a safety plan, however short, what was done. The duty is done when the plan fits age and sex and guards against sexual abuse.

safety-plan = The child has a safety plan for this place
    .why = Each place has its own dangers and its own people. So each child gets a safety plan of the child's own when a placement begins. The paper does not say how soon; "with the placement" is our word. The carer makes it, with the child.

safety-plan-renewed = The safety plan is renewed when the risk changes
    .why = A plan that was good yesterday may not be good today. When the risks are assessed anew, somebody sees a danger, or somebody says that the child is harmed, the plan is looked at again and written anew, also when little changes. We cannot see whether a risk is new; so every new assessment asks for it.

missing-risk = The risk that the child goes missing is assessed
    .why = Many trafficked children disappear in the first days. How likely it is, and what is done about it, is part of the care from the first day in a place: a good welcome, somebody to talk with; the first visit has a duty of its own. A specialist foster family is considered. Whether the welcome was good a rule cannot see.

safeguarding-report = An allegation is reported and examined
    .why = When somebody says that a carer, a member of staff or another child harms this child, it is reported and examined at once. A reporting procedure is what the paper asks for. Who examines is a rule of its own. The words "at once" are our addition.

safeguarding-report-child-safe = The child is made safe while the allegation is examined
    .why = Nobody waits for the result. As long as it is not known that the child is safe from the person, a new safety plan or another place is owed.

services = For what the child needs, services are asked
    .why = Housing, a doctor, somebody to talk with, clothes, legal help, school, training, work, an interpreter: each need leads to a service that fits the child's age, sex and special needs. This duty sees that a first referral followed the assessment; another looks at each need.

services-each-need = Each need has its service
    .why = A child who needs a doctor and a lawyer is not helped with a coat. The duty looks at the newest assessment and stands until for health, for what weighs on the mind, for the law, for school or training and for things, where they are needed, a service was asked or came, a lawyer was appointed, or school began. Safety, a place to sleep, the family and the language have rules of their own.

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
    .why = Inquiries between two states are often slow, and the child waits. Each inquiry shows since when it waits, and on whom. No source sets a number. This rule follows the inquiries that we send; others follow those that reach us.

placement-review = The placement is reviewed
    .why = A child changes and recovers. Somebody looks again, every three months at the latest, whether care is still needed and whether this care still fits. The three months come from the United Nations Guidelines, which say "preferably"; the paper asks for regular reviews and names a month only for children after their return. Each new place begins its own count.

missing-report = The police are told that the child is missing
    .why = The police lead the search, and they can only search when they know. The children's service stays responsible for the child all the same. The paper gives no time limit; "at once" is our word.

met-on-arrival = The child is met on arrival
    .why = No child steps off a train alone. The service in the place of return meets the child at the border, airport or harbour and tells those who sent the child. “At once” is our addition.

met-on-arrival-day = The child is met on the day of the journey
    .why = Nobody spends the first night in between. For a journey over night, hand the duty over or record why. That it happens on the day of departure is our reading. We have not yet checked this rule against the wording of its source.

### Arrival and guardian

assist-on-suspicion = Somebody decides whether the child is presumed to be trafficked, and helps
    .why = What was noticed may point to trafficking. Where the grounds for it are reasonable, the child is presumed to be trafficked and is helped without delay. No investigation need be opened first, and no proof is needed. The rule sees signs, not grounds: whether they suffice, people decide. When another authority has already presumed or identified the child, it stands until the presumption is recorded here too, for with that the first help begins. It ends with the presumption, or when a competent authority found that the child was not trafficked; not when it only said that the charge is another, or that the child does not co-operate.

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

request-answered-complaint = A complaint is answered and the answer explained
    .why = A child who complains and hears nothing has learnt that it is no use. Whoever receives the complaint answers it, with reasons, and somebody explains the answer to the child. No source has this as a rule of its own; it follows from the right to be heard and from fair procedure. We have not yet checked it against the wording of its source.

parent-asks-answered = A parent or relative who asks gets an answer
    .why = Perhaps it is a mother who has searched for months. Perhaps it is not. Either way somebody answers, after the claim was examined, and without saying where the child is when that is not safe. That an answer is owed is our reading of the right of child and parents not to be kept apart without reason. We have not yet checked it against the wording of its source.

order-carried-out = An order for the child is carried out, or reported back
    .why = An order on paper protects nobody. It is carried out, or whoever made it is told that it was not, and why; until then it shows on the case. When the order names a day, it is due by the end of that day. No source has this as a rule of its own. We have not yet checked it against the wording of its source.

compensation = The child knows the ways to a remedy and to compensation
    .why = Somebody earned money with this child. Child and guardian are told how to claim what is due, here and in the place of return, whatever papers the child has. The rule begins with the presumption, since time limits do not wait for a court, and also when violence in care is reported. It sees what the child was told and understood; the guardian is told too, but has no record of it.

legal-aid-lawyer = The child has a lawyer
    .why = Before a child is taken into any proceedings there is legal aid. Proceedings come sooner than one thinks, so the duty stands from the presumption on. Another rule sees to it when proceedings begin.

guardian-continues = A guardian stands for the child after the departure too
    .why = A guardian is there at every stage: here, on the way, after the return and in a third country. It is done when, after the departure, a guardian is appointed there or the guardian meets the child, also by telephone. It ends when a parent who is verified and free of suspicion is with the child. While the child is here, the duty to appoint a guardian says the same.

interpreter = A suitable interpreter is there
    .why = A child who cannot understand cannot decide, and who cannot speak is not heard. Before anybody asks the child questions, there is a trained interpreter, and where it helps a cultural mediator. The paper wants no interpreter from the child's home community; that independence is checked is our addition. The rule knows that one is needed when the referral says so or when somebody asks for one. A child who rejects the person gets another; that too is our addition.

## Safeguards

presume-child = Nobody of uncertain age is placed with adults
    .why = As long as the age is not known and the person may be a child, every protection for a child applies. It ends when the age is verified, or on the latest day on which the child may turn 18. The sources know no exception, so there is none in a hurry either. A bed in an emergency or reception centre is another kind of place: that may be urgent, and a better one is then owed.
    .missing = The child may be under 18, so a place for adults is not possible. Choose a place for children, or verify the age.

presume-child-guardian = A guardian does not leave before the child is surely 18
    .why = A birthday that is only estimated ends nothing. The guardian stays until the latest day on which the child may turn 18, or until the age is verified.
    .missing = The child may still be under 18. The guardian's office cannot end because of age yet.

presume-child-placement = A place does not end before the child is surely 18
    .why = A birthday that is only estimated ends nothing. The child keeps the place until the latest day on which the child may turn 18, or until the age is verified.
    .missing = The child may still be under 18. The placement cannot end because of age yet.

age-assessed = Before an age is assessed, the child has a guardian, is informed and is heard
    .why = To examine how old somebody is touches body and dignity. It is a last resort. A guardian stands beside the child, the child knows what will be done and why, and is asked. We have not yet checked this rule against the wording of its source.
    .missing = A guardian in office, information on the age assessment that the child understood, or the child's views on it.

age-assessed-how = An age is assessed only as a last resort, gently, and with doubt counted for the child
    .why = No method tells an age for certain, and some of them hurt. So it is done only where there is serious doubt and no other way to learn the age. People of several professions look together and choose what touches the child least. The child, or the guardian for the child, says yes. Whatever stays uncertain counts for the child. The child learns the reasons, and how to challenge the result. A finding of an adult that is challenged counts for nothing until it is decided; until then, everything for a child applies. If such an assessment is reported to us with a part missing, the breach ends with a better one, or with papers. We have not yet checked this rule against the wording of its source.
    .missing = It is not known that there was serious doubt and no other way, that several professions took part, that the gentlest way was chosen, that the child or the guardian consented, that the margin of error was counted for the child, or that the child was told how to challenge the result.

guardian-one-adult = The guardian is trained and independent
    .why = A guardian must be able to contradict the state and to win a child's trust. A name on a list does neither. In a hurry a guardian may be appointed who still has to be trained, but then this stays owed. Where the guardian was chosen from the authority's book, the book must say so too.
    .missing = It is not known that this guardian is trained and can contradict the state bodies that decide, or the authority's book says otherwise.

guardian-one-adult-number = The guardian has room for one more child
    .why = The paper does not want one official for dozens of children, but it sets no number. The number is the authority's own: it writes into its book for how many children a guardian stands at most. Where it wrote none, nothing is counted; nor is it for a guardian who was not chosen from the book. Counted are all children of the authority's cases for whom the person stands now. If a court appoints a guardian who has no room, it ends when another guardian comes, one of the other children has another, or the authority sets another number.
    .missing = This guardian stands for as many children already as the authority allows in its book. Choose another guardian.

guardian-one-adult-carer = Whoever looks after the child is not the guardian as well
    .why = A foster mother gives warmth; a guardian answers before the law and speaks up, sometimes against the house in which the child lives. The paper says that the one role is not to be confused with the others, and speaks of foster carers; that the head of a home is meant too is our reading. It is asked once somebody has answered whether the guardian looks after the child. It ends when somebody else is appointed.
    .missing = A guardian who does not look after the child, nor heads the place where the child lives.

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
    .why = The child is heard on the solution: on staying, on going back, on a third country. When a solution is chosen anew, the child is heard anew. If the child cannot be heard, write down why.
    .missing = The child's views on the solution since one was last chosen, or the reason why the child could not be heard.

hear-child-return = The child is heard before a return
    .why = Nobody is sent anywhere without having been asked. If the child cannot be heard, write down why.
    .missing = The child's views on the return, or the reason why the child could not be heard.

hear-child-leaving = The child is heard before a placement ends
    .why = To leave a place is a decision about the child as much as to come to one. Where the child chose to go, this is known; where the child leaves the country, the rules on departures ask for it. If the child cannot be heard, write down why.
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
    .missing = Information on how a solution is found, given since one was last chosen, that the child understood.

inform-child-liberty = The child is told before liberty is restricted
    .why = What will be restricted, why, until when, who decides it, and how it can be challenged. A locked door that nobody explains is the exploiter's door.
    .missing = Information on restrictions that the child understood.

inform-child-tracing = The child is told before the family is looked for
    .why = The child knows who will ask whom, what is said and what is not, and what may come of it.
    .missing = Information on tracing and the family that the child understood.

informed-assistance = A service begins when it was explained and the child was asked
    .why = Help that comes over a child is not help. What the service is was explained, and whether the child agrees or objects is recorded. An objection is kept and looked at; this rule asks that it was asked for. For a child too young to be told, whoever stands for the child is told about the help, and agrees.
    .missing = A record that this service was explained, with the child's agreement or objection.

informed-assistance-objected = A service does not begin over the child's no
    .why = Help is given on an informed and consensual basis. When the child's newest word on a service is no, it is asked why, and what else would be possible. A supervisor may decide with reasons that it begins all the same, for what the child says weighs by age and maturity and is not always the last word. In danger help comes first, and the talk is owed. That a no stops a service until then is our reading of the word consensual.
    .missing = The child objects to this service. Another answer of the child, or a supervisor's reasoned decision.

informed-assistance-placement = A placement begins when it was explained and the child was asked
    .why = The place was explained, and whether the child agrees or objects is recorded. An objection does not leave a child on the street: it is looked at. In an emergency the asking is owed.
    .missing = A record that the placement was explained since the last move, with the child's agreement or objection.

restriction-explained = A house rule is explained and fits this child
    .why = Rules without reasons remind a child of those who gave orders. Tell the reason and where the rule ends, make it fit this child, and leave choices wherever there can be some. Whether the choices are real a rule cannot read. When the trafficker calls at night and nobody speaks the child's language, the telephone may be kept until morning, and the explanation is owed.
    .missing = It is not known that reason and limits were explained, or that the rule fits this child.

restriction-explained-right = A house rule touches no other right
    .why = A rule of the house may say when the light goes out. It may not keep a letter, a lawyer, a mother or a prayer away. What takes freedom is no house rule: it is a restriction, and has safeguards of its own.
    .missing = It is not known that the rule touches no other right of the child.

equal-access = No service is refused because a child comes from elsewhere
    .why = A child without this country's passport gets at least what a trafficked child of this country gets, and is not treated worse for any other reason. Nationality and residence status are no reasons to refuse or to limit. The rule sees only what was written down of the reason.
    .missing = A reason that has nothing to do with nationality or residence status. Otherwise the service is owed.

accompanied = Nobody under 18 is interviewed alone
    .why = The legal representative, or an adult whom the child chose, sits at the child's side. A parent is the legal representative where no guardian is needed. Only a reasoned decision about that very person may keep somebody out. The source speaks of interviews in an investigation; the paper carries it over to others, and so do we; a talk to protect the child has a rule of its own. Where it happened otherwise, it is made good by hearing the child on it.
    .missing = Somebody at the child's side, or a reasoned decision that excludes that person.

accompanied-protection = Who asks a child in order to protect gives the child somebody too
    .why = The paper carries the rule for police interviews over to others. A talk that is to keep the child safe is such a one: the legal representative, or an adult whom the child chose, sits there. But when somebody must know now whether a car waits outside, nobody waits for a guardian who comes in the morning: then it is owed, and made good by hearing the child on it. Whoever asks about the offenders falls under the stricter rule.
    .missing = Somebody at the child's side, or a reasoned decision that excludes that person.

needs-before-crime = First what the child needs, then what was done
    .why = Before the police ask about the crime, and before anybody asks about those who did it, it is known what the child needs: sleep, a doctor, somebody to trust.
    .missing = A needs assessment.

needs-content = A needs assessment says what the paper asks
    .why = Gender, age and maturity; how long and how the child was exploited, and what harm was done; where the child sleeps tonight, in the next months and in the long term. When the child is alone or somebody of the family is suspected, also whether other care is needed. "We do not know yet" is an answer, when it is written down. A rule sees the ticks, not the words. Who is in a hurry may record what there is, and then the rest is owed.
    .missing = The assessment leaves something out: gender, age, maturity, duration, kind, harm, the three places to sleep, or whether alternative care is needed.

interpreter-interview = Who needs an interpreter is not questioned without one
    .why = Half-understood questions get half answers, and both end up in a file. Whenever an official questions a child who needs an interpreter, a trained one whom the child does not refuse is there. One from the child's home community does not count; that the independence is checked is our addition. In a danger that cannot wait one asks as well as one can, and it stays owed. It is made good when the child was heard again with an independent interpreter, not by asking all of it twice.
    .missing = A suitable interpreter in the room.

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
    .why = The service that is accused does not examine. The paper asks for a reporting procedure; who examines is not in the paper and is our reading of the Convention, which asks for reporting and investigation. We have not yet checked this rule against the wording of its source.
    .missing = An authority other than the service that is accused.

never-detention = A child is never placed in a cell, a prison or a detention centre
    .why = A child who was exploited is not locked up, not for one night and not for safety. If it has happened, it is recorded as it is; it counts as a breach until the child is out. One recommendation in the paper speaks as if a detention centre could still occur; we encode the stricter statement.
    .missing = Another place. No reason and no court opens this one.

specialised-place = A child who may have been trafficked gets a specialised place
    .why = Emergency shelters and general reception centres are not made for a child who may be looked for, and adults who are neither carers nor family may do harm. From the moment that a child is presumed to be a victim, the child gets safe accommodation made for it. In an emergency the night comes first and the right place is owed. The paper does not say who may depart from this; we leave it to a court. It names unrelated adults as a danger, not as a ban.
    .missing = A place that is made for trafficked children, without unrelated adults.

release-protected = A child leaves custody with measures against new exploitation
    .why = In England a boy was let out of custody without measures to protect him, although there was credible suspicion that he would be exploited. A court called this a failure. So the risks are assessed, each with a measure, before the child walks out; but nobody is kept in a cell for want of paper: in a hurry the assessment is owed. We cannot see whether the measures are in place, only that they were written down.
    .missing = A risk assessment, with its measures, made since the child came into custody.

liberty-last-resort = Liberty is restricted only as a last resort
    .why = Locked doors and taken telephones resemble what the exploiter did. A closed door, or a rule on where the child may go, also out of the country, is possible only when nothing less would keep this child from harm and a judge approved it. What else was tried or weighed is written down, and so are the reasons. A rule sees that something stands there and not how good it is: the judge must. Telephone and internet, the time it lasts, the plan and migration control have rules of their own.
    .missing = It must be necessary to keep this child from harm, approved by a judge, and say what less strict measures were tried or weighed.

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
    .why = Whoever comes out of exploitation needs time before deciding anything about testimony or going back. Thirty days are the least. They are not a deadline: a child who wants to go earlier, of the child’s own accord, may; then the child was heard on it since the presumption, and the wish is recorded. Nobody else can set the thirty days aside. This rule guards the return; another guards the demand to testify. The source says that the child may speak earlier; that the same holds for a return is our reading.
    .missing = Thirty days have not passed since the child was presumed to be a victim, and no wish of the child’s own to return earlier is recorded.

risk-security = Risks and security are both assessed before a return
    .why = Two different questions: what awaits the child, which child protection answers, and whether those who trafficked the child can reach the child there, which usually the police answer. Both are asked before any return, and again when the child has moved or went missing since. That they speak of the place of this return another rule asks. For a departure to a third country we ask the same; the source speaks of returns only.
    .missing = A risk assessment since the last move, or a security assessment since the child was last found.

social-inquiry = Before a return, the place of origin reports on family and care
    .why = Somebody who knows the place looks at the family and its surroundings, asks whether the family took part, how likely the child is to be trafficked again, and proposes a solution. What one letter missed the next may add, when both speak of the same country. Whether it is good enough, people judge. For a third country we ask the same; that is our reading.
    .missing = A social inquiry on the very place of return that speaks of the family and its surroundings, of the risk of re-trafficking, of any part of the family in it, and of a solution.

no-serious-risk = No return into a serious risk
    .why = If the newest assessments find a serious risk for the child or the family, or a danger, the child does not return. Nor does a child return where there is a reasonable risk that the child's rights are violated, or to what the child fled from. The sources speak of "serious" and of "reasonable" risk; both are asked, so that the stricter one holds. What is not known counts as a risk.
    .missing = A risk assessment without a serious risk and without a reasonable risk for the child's rights on return, and a security assessment without danger.

caregiver-agreed-able = Somebody has agreed, and is able, to care for the child
    .why = A child does not return to an address but to a person or a service that said yes and can do it. Both must be on record before the return. For a third country we ask the same; that is our reading.
    .missing = A social inquiry that names somebody who has agreed and is able to care for the child.

voluntary-heard = The child returns willingly and well informed
    .why = A return should be safe, prepared and wanted. The child was told about it in words that the child understands, was asked, and agrees. This is the standard of the models that the paper holds up; another source says "preferably voluntary". Of a baby nobody can ask it: then whoever stands for the child is told instead, it is written down why the child could not be heard, and a supervisor looks at it.
    .missing = The child's agreement, information on the return that the child understood, or the child's views on it.

bid-departure = A departure follows from a determination
    .why = To take a child across a border changes everything. On the day of the journey the determination still stands: it chose return, or it chose a third country and the child's going there was decided since.
    .missing = A determination that chose this and is not under review; for a third country also the decision that the child goes there.

hear-child-departure = The child is heard before a departure
    .why = Nobody is taken anywhere without having been asked: on the return, or on the solution where it is a third country. If the child cannot be heard, write down why.
    .missing = The child's views, or the reason why the child could not be heard.

voluntary-heard-departure = The child leaves willingly and well informed
    .why = Between the decision and the journey a child may come to think differently. Of a baby nobody can ask it. At departure there must be a decision to which the child agreed, information that the child understood, and the child's views; and the child still wants it on the day. For a third country this holds of the decision for it; that is our reading, since the sources speak of returns.
    .missing = A decision to which the child agreed and still agrees, information on it that the child understood, or the child's views on it.

return-informed = Before leaving, the child knows what was found
    .why = The child was told the results of the newest assessments and what they mean for the return. When a new assessment is made, the child is told again. What the child must know of the journey another rule asks.
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
    .why = Abuse, neglect and exploitation of any kind get an answer from child protection. That it was not trafficking is no reason to send a child away. No ground for closing a case says it either.
    .missing = Another ground, or the service. That the child was not trafficked is no ground.

not-conditional = No help on condition that the child helps the police
    .why = Residence, help and a place to live are not the price of a statement, and do not hang on whether proceedings are opened. For a child no such condition is permitted. One of the sources speaks of help only and leaves residence to national law; we follow those that speak of both.
    .missing = The service without this condition.

not-conditional-witness = Help is no reward for being a witness
    .why = Whether somebody is willing to be a witness decides nothing about the help they get. The treaty says it for everybody, children and adults. We have not yet checked this rule against the wording of its source.
    .missing = The service, whether or not the child is willing to be a witness.

equal-access-refusal = No help is refused for want of papers
    .why = A child without a right to stay has the rights of a child, and gets at least what a trafficked child of this country gets. Protection, a bed, a doctor, a lawyer, a guardian, school: none of them hangs on the status. This rule looks at what is refused, ended or given on a condition; another looks at a service that had begun. Whether the child may stay is decided elsewhere, and there the status is the question.
    .missing = Another ground, or the service. The migration status is no ground.

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
    .why = Before the child's future is decided, the child has a lawyer who costs nothing, knows this law and is independent, and a guardian where one is needed. The source says this of every kind of proceedings. Here it guards the determination; another rule guards the others.
    .missing = A lawyer who is free, qualified and independent, or a guardian in office.

## Alerts

verify-companion = Verify who the adult with the child is
    .why = Traffickers say that they are a father, an aunt, a brother or a boyfriend. Verify it before the child is left with this adult. That it must be done before is our reading. When the claim turns out to be untrue, the alert stands until the adult is no longer with the child.

verify-companion-next = One more person is with the child whose relationship is not verified
    .why = Somebody else says that they belong to the child. That an earlier companion was looked at says nothing about this one. Verify the relationship before the child is left with, or handed to, this person. The alert ends when nobody unverified is with the child.

non-punishment = Check that the child is not punished for what traffickers made the child do
    .why = The child was made to commit crimes, or was meant to. A child is not punished for what follows directly from being trafficked, also below the age of criminal responsibility. Tell the lawyer and the prosecutor. This alert looks at the form of exploitation; another looks at proceedings against the child.

non-punishment-found = Found at a crime: perhaps made to commit it
    .why = A child who waters plants behind a locked door is first seen as an offender, and what comes later is built on that. Before anybody has decided anything, ask who had the profit. A child is not punished for what follows directly from being trafficked, also below the age of criminal responsibility. Tell a lawyer and the prosecutor. When the child is presumed to be trafficked, other alerts take over.

few-interviews = The child has spoken about this before
    .why = To tell it again is to live through it again. Ask whether the earlier record can be shared, and if not, whether the same person can ask. This alert looks at hearings on the proceedings; another looks at interviews.

few-interviews-again = The child has already been asked about this
    .why = Each time a child has to tell it, it happens again. Look whether a recording or a record answers the question, and share that instead. If it must be, let it be the same person.

few-officials = Another official, or another place
    .why = The people who question a child, and the places to which the child is brought for it, are kept to as few as can be. The services come to the child. This alert asks whether more than one official in the room, another interviewer or another place was needed. No source sets a number; one is our reading of "as few as can be".

free-to-speak = Could the child speak freely?
    .why = A parent, a relative, another adult or an interpreter from the home community was in the room. Any of them may frighten or sway a child, also without meaning to. That interpreters are checked for independence is our addition.

free-to-speak-views = Could the child speak freely when heard?
    .why = A parent, a relative, another adult or an interpreter from the home community was present when the child was heard. Ask the child once more, alone or with somebody whom the child trusts. The alert speaks only when it was written down who was there.

hear-child-language = The child was heard in another language than the one it speaks best
    .why = Who speaks a second language says what the words allow, and not what happened. The child was heard in another language, and no interpreter is known to have taken part. Look at whether the child could say what it wanted; otherwise hear the child again. The paper wants children to be able to speak freely; that the language is looked at is our reading of it.

inform-child-too-young = A child was found too young to be told
    .why = Somebody who stands for the child was told instead, and the child's word was not waited for. The paper knows such children, and names no age. Look at whether this child is one of them: even a child of three can be told, in its own way, that it will sleep somewhere else. That a supervisor looks at it is our choice.

informed-assistance-objection = The child objects
    .why = A child said no. Somebody looks at why, at what else would be possible, and answers.

steady-relationship = The child has moved again
    .why = A person who stays is the best protection that is known. Each move takes people away. The third place on record shows here; explain to the child why, and ask whether it could end. No source sets a number.

steady-relationship-guardian = The guardian changes again
    .why = A person who stays is the best protection that is known. The third guardian on record shows here; explain the change to the child. A caseworker or carer who leaves shows elsewhere. No source sets a number.

steady-relationship-team = Caseworker or carer changes again
    .why = A person who stays is the best protection that is known. The second caseworker, or the second carer, leaves: a third will have to begin anew. Explain it to the child, and ask whether it could be otherwise. No source sets a number.

inquiry-safe-refugee = The child asks for asylum: are the parents where the child fled from?
    .why = The parents of a refugee who stayed in the country of origin are not contacted. The question alone may endanger them, and tell a state where the child is. Look at whom this reaches before it goes, or stop it if it has gone. The alert knows of asylum by what is recorded of the child's status.

inquiry-sufficient = The answer does not say what is needed
    .why = An answer came, but something is missing in it, and no other answer says it: the place, the family, past protection, exploitation, the risk of being trafficked again, or a proposal. Often the question had missed it too. Ask again, and say exactly what is needed.

missing-register = Ask whether somebody else has found the child
    .why = A child who had gone missing in Kent was safe in Glasgow, hundreds of miles away; it took a specialised organisation to find out. Compare with the missing and the found children of other authorities everywhere in the country, and ask the specialised organisations. That it is done at once is our word. It ends when both were asked since the child went missing, or when the child is found.

long-stay = Six months in care
    .why = The child has lived in care for six months, moves included. How is the child, and why is there no other arrangement yet? Nights in a cell are not counted as care.

### Arrival and guardian

other-charge = Another charge changes nothing for the child
    .why = The suspects are charged with something else, for example with paying for sex with a child. The name of the offence is the prosecutor's matter. What was done to the child, and the help that is due, stay what they are. Look again at the decision and at the referral.

other-charge-refusal = Something was refused because of the charge
    .why = What the suspects are charged with changes neither the child's status nor the help that is due. See that the child gets it.

safe-reporting = A report of violence may have led to immigration enforcement
    .why = A child or a parent who tells the police of violence must not be sent away for it; nothing of the report is passed on for that purpose. Challenge the order at once. A safeguard stops us from passing a report on; what others passed on shows only in the orders that follow, so this alert looks at them. Where nobody has said whether the order follows from a report, it stands too.

identity-uncertain = It is not certain who the child is
    .why = Children give other names because somebody told them to, or because they are afraid. Keep every name, spelling and place that was given; nothing is overwritten. An inquiry under a wrong name finds nobody or the wrong family, so let inquiries wait, or let them say that the name is uncertain.

parent-asks = A parent or relative asks for the child
    .why = Examine it at once: is the relation true, is it safe, what does the child say? The child is not handed over unchecked. It stays until somebody writes down what was found.

no-coercion = An authority used force or pressure on the child
    .why = Whoever was exploited knows force. When it comes from those who should protect, it is a harm of its own, and may bring back all the others. It is recorded with who and why. Look at what happened, speak with the child, and see that it does not happen again. That a supervisor looks at it is our choice.

guardian-one-adult-full = The guardian has more children than the authority allows
    .why = Nobody can know and trust somebody who has no time. The paper does not want one official for dozens of children, but sets no number; the authority set one in its book, and this guardian stands for more. That comes when a court appoints, when a case is opened again, when something is corrected, or when the authority sets a lower number. It ends when the person stands for fewer children again, or the authority sets another number.

guardian-contact = Guardian and child have not met
    .why = A guardian whom the child has never seen is a guardian on paper. The alert stands from the appointment until a first meeting is recorded. How often they should meet after that, no source says in numbers, so neither do we, and after that meeting nothing here asks for the next one. A national pack may add a duty with an interval.

### Placement, liberty, missing

# What must happen.

place-at-once-recorded = It is written down why this place, and what protects the child there
    .why = For a child who is alone somebody chooses a bed in a hurry. What was weighed in choosing it is written down, and what protects the child there from the risks. The paper says that this is in effect an assessment of best interests. So the duty is done when best interests were assessed for this place, before or after the child came, and when the risks were assessed, each with a measure, since the child lives there.

missing-risk-visit = The place is visited, and the child is welcomed there
    .why = Children stay where somebody has shown them the door, the bed and the kitchen. A first visit to the place is one of the things after which fewer children go missing; that is what those who work with Vietnamese children in England say. The paper speaks of a visit to the place where a child lives; best is one before the child moves in. Each new place has its own. Whether the welcome was good a rule cannot see.

missing-report-sighting = The police are told that the child was seen
    .why = The police lead the search, and a place and an hour grow old quickly. Whatever comes in, a face in a station, a message to a friend, goes on to them at once. The paper gives the tracing to the police; that each sighting is passed on, and "at once", are our words.

liberty-reasons-open = The reasons of a restriction can be examined from outside
    .why = Why a child was locked in, or lost the telephone, is written down so that an independent authority can judge it afterwards. The duty is done when a review or the lifting of this restriction says that the reasons lie open, and to whom. It stays when the restriction has ended: then record a review.

liberty-last-resort-lift = The restriction is lifted
    .why = Somebody looked again and did not find that the restriction is still needed. Then each further day is one too many. Lift it, and say what keeps the child safe instead. The sources ask for the shortest possible time; that a lifting follows from the review is our reading. When nobody knows whether it is still needed, it is owed too.

after-care-outcome = What came after care is written down
    .why = A child leaves care, goes home, turns 18 or walks out. What happened next, or what the child chose to do, shows whether the care was any good, for this child and for those who come after. Call once, and listen. Nothing is owed any longer when the child comes back into care. It speaks of the end of a placement; a child who leaves with a return is followed there.

# What must hold before a step is taken.

removal-last-resort = A child is taken from the family only when nothing less keeps the child safe
    .why = Even a family that failed is a family. It is the last resort, for as short a time as possible and, where it is possible, not for ever. The others in the family count too; that brothers and sisters are named here is our addition. Nobody leaves a child in danger for want of paper: in a hurry this is owed, and the decision that follows makes it good. So does the child's going home.
    .missing = It is not known that nothing less would do, what was tried or weighed so that the child could stay, that it is as short as possible, or that the others in the family were looked at.

removal-last-resort-near = A child who is taken from the family stays near
    .why = Near home a child keeps the school, the friends, the language, the grandmother's Sunday, and can come back. Far away is right when those who hurt the child are near. When nothing nearer was free, a supervisor may decide so with reasons; that is our reading, for the source asks to take full account of nearness and does not demand it.
    .missing = A place near home, or the finding that it is safer to be far.

removal-last-resort-assessed = Best interests are assessed before a child is taken from the family
    .why = A court may decide, but it decides on what others found. Social workers assess, with the child, whether it is better to go or to stay. One assessment serves until the child goes home. In an emergency it is owed.
    .missing = A best-interests assessment for the separation from the family.

bid-removal = A separation from the family follows from a determination
    .why = To part a child from the family changes a life. It needs a determination that finds it best for this child: on paper, by people with the right knowledge, in a strict procedure, with the child, with reasons. A panel is our form of it. One determination serves until the child goes home. When there was no time it follows, and is owed. For a closed place the paper asks for something else: an assessment and a judge.
    .missing = A determination that separation is best for this child, made by others than the migration authority and not under review.

hear-child-removal = The child is heard before being taken from the family
    .why = A child may have waited for this day or may never forgive it. Ask, write down the answer and how much it weighed. If the child cannot be heard, write down why. In danger the child is brought to safety first, and the hearing is owed.
    .missing = The child's views on the family, or the reason why the child could not be heard.

inform-child-removal = The child is told before being taken from the family
    .why = Who decides it, why, for how long, where the brother goes, when mother and child speak again, and what the child can say against it. In danger the child is brought to safety first, and the telling is owed.
    .missing = Information on the family and what happens with it that the child understood.

care-assessment-content = An assessment on care or removal looks at what the United Nations ask
    .why = Safety and well-being today; care and development later; what sort of child this is and how far grown; health and its history; special needs; family and surroundings; origin, culture, language and religion. It is quick, thorough and careful, which no rule can see. A rule sees the ticks, and people read the findings. In a hurry the rest is owed.
    .missing = The assessment leaves something out: safety now, later development, stage of development, health, special needs, family and surroundings, or origin, culture, language and religion.

necessity-suitability = Why care at all, and why this care
    .why = Two questions before a child moves anywhere: is care outside the family needed, and does this care fit this child? Both get an answer with reasons. In the first night the only bed may not fit; then the answer "no" is honest, and a place that fits is owed. A review that finds both also makes it good.
    .missing = The answer that care is needed, or that this care fits this child.

community-care-first = Care in the community comes first
    .why = A family, or a flat with support, before a house or a centre. Another kind of place needs a reason that concerns this child, or the finding that no family is free. Which kinds count as care in the community no source lists; relatives, foster and other families and supervised living are our reading. The assessment of best interests is asked by another rule.
    .missing = A family or a supervised flat, or the reason why it is another kind of place.

specialised-place-prepared = The place is prepared for children who were trafficked
    .why = A good home may still not know what to do when the telephone rings at three. A child who may have been trafficked and cannot go home gets a place, or a carer, prepared for that. Relatives are not asked for it. Later, when a young person has recovered and wants a place like any other, a supervisor may decide so with reasons; both are our reading.
    .missing = It is not known that the place or the carer is prepared for children who were trafficked.

provider-policy = The provider has rules that keep children safe
    .why = Before a child is placed it is known that the provider has written down how staff behave, and how a suspicion is reported, and that the authority enforces minimum standards there. Tools for this exist, with an audit of one's own. Relatives are no provider; for a foster family the service that placed them is. The recommendation speaks of state services; the paper's text speaks of everybody who has children in care. Where the provider was chosen from the authority's book, what the book says on that day counts and not the form: its policy, its reporting procedure, and the standards, by the newest inspection or, before any, by an audit of its own. That a policy which has not begun, or whose last day has passed, counts as none is our reading.
    .missing = A policy on how staff behave, a reporting procedure, or minimum standards that the authority enforces.

liberty-last-resort-phone = Telephone and internet are taken only as a last resort
    .why = To lose the telephone is to lose a mother, a friend and the helpline too. The paper tells of it together with locked doors, but its test is freedom of movement. That a restriction of telephone or internet alone, beyond what others of that age accept, needs the same necessity and a judge is our reading. A house rule that fits this child and touches no other right is recorded as a house rule and not here.
    .missing = It must be necessary to keep this child from harm, approved by a judge, and say what less strict measures were tried or weighed.

liberty-last-resort-protection = A restriction belongs to child protection, and to a plan
    .why = It stands inside the system that protects children, with all its safeguards, and is one part of a plan for the whole child. Those who guard borders have no part in it. Whether the plan is a good one, people read.
    .missing = It is not known that the restriction stands inside child protection, is part of the care plan, and does not serve migration control.

liberty-last-resort-shortest = A restriction lasts as short as possible
    .why = Each locked day costs trust. The shortest time that does it, and no day more. Longer needs a new decision.
    .missing = It is not known that it lasts for the shortest possible time.

liberty-last-resort-end-date = A restriction names the day on which it ends
    .why = A child who knows the day can count to it, and nobody forgets to open the door. The treaty speaks of the shortest time; that a day must be named is our addition. We have not yet checked this rule against the wording of its source.
    .missing = The day on which it ends.

bid-liberty = Before a child is locked in, somebody assesses what is best
    .why = A closed place is one kind of place. Whether any other would do is assessed for this child, each time anew. For other decisions of such weight a determination is asked; for a closed place the paper knows an assessment and a judge, and so do we.
    .missing = A best-interests assessment for this restriction.

# What a person must look at.

removal-last-resort-unrecorded = The child was placed away from a parent, and no removal is on record
    .why = A parent or caregiver was with the child, and now the child lives elsewhere. If an authority decided it, record the removal, with all that it needs. If the parent asked for it and may end it, write that down here. That the two must not be mixed up is our reading.

family-contact = The child has had no contact with the family
    .why = A call, a letter, a visit. Contact is encouraged and made possible, unless it was found that it is against the child's interests. Record the contact, or who declined it, or why there is none. Being away from danger is no reason by itself to be away from a sister. One record answers this for as long as the child is in care; how often they speak, people see.

family-contact-near = The place is far from the family
    .why = Children have a right to be close to their family, unless that is against their interests. This place is far although nothing was found against being near, or nobody has said how far it is. See whether something nearer can be found, and how the family can come.

missing-register-found = Ask whether somebody misses this child
    .why = Nobody here knows for certain who this child is. Perhaps somebody elsewhere has been looking for weeks, as Kent looked for a child who was in Glasgow. Compare with the missing children of other authorities everywhere in the country, and ask the specialised organisations. Say no more of the child than they need. It ends when both were asked, or when the identity is certain.

missing-publicity = Somebody wants to show the child to the public
    .why = A photograph may find a child. It also tells those who hunt the child that the child is gone, and stays in the world for ever. Weigh it against the child's privacy and against showing traffickers the way. One named person decides. The paper only reports such an appeal; that somebody by name decides before is our reading. When others have published already, decide whether it stays.

missing-publicity-unweighed = A public appeal was approved, and not everything was weighed
    .why = It is not known that both the child's privacy and what traffickers learn from it were weighed, or nobody is named who decided. Look at it again today.

missing-publicity-down = The child is back, and the appeal still stands
    .why = Face and name of the child are still out there. Have them taken down, and record it. The paper asks to prevent that a child becomes known as trafficked; that an appeal comes down when the child is found is our reading.

### Status and best interests

temporary-permit = The child may stay until a solution is found
    .why = Nobody can rest or think who may be sent away tomorrow. A child without a right to stay gets a permit for the time being, by itself, until the best interests are assessed and a solution is found. The lead authority asks for it; that it asks is our addition. Where a border was or may have been crossed and nobody has written down how it stands, the duty stands too, and so does the duty to find out. It ends when a solution is chosen that nobody has challenged.

permit-renewal = The permit is renewed before it runs out
    .why = A solution takes longer than a permit. Until the solution is carried out, the permit is renewed in the child's best interests: a choice on paper lets nobody stay. No source says when an end is near: a month is our reading, and so is that it is renewed before the last day. The duty goes on after the eighteenth birthday, and when the permit has already run out.

permit-second-decision = The right to stay is decided a second time
    .why = The first permit let the child stay while people looked for a solution. Now the child is identified as trafficked, and to stay is the solution. So the right to stay is decided once more, and for good, whether or not the child gives evidence. It counts when a status is granted, renewed or refused after both. We read the solution from the determination, which rests on the assessment.

review-reopen = A determination that is challenged is reviewed
    .why = Things change, and decisions can be wrong. When the child, the guardian or somebody else asks, or new facts come up, the determination is looked at again. It is done when this very challenge was answered and the answer was explained to the child. Until then the determination does not count as firm, and nothing may rest on it; that is our reading.

age-assessed-challenge = A finding of age that is challenged is reviewed
    .why = An age found by an assessment can be wrong by years. When the child, the guardian or somebody else challenges it, it is looked at again, and the answer is explained to the child. Until then the person is treated as a child. We have not yet checked this rule against the wording of its source.

review-reopen-explained = The child knows how to challenge the determination
    .why = A right that nobody knows of is none. After the decision the child is told what was decided, why, and how it can be challenged: to whom one writes, by when, and who helps. The sources ask for fair procedure and for remedies; that the way is explained after each determination is our reading.

not-conditional-permit = No permit on condition that the child helps the police
    .why = The right to stay is not the price of a statement, and does not hang on whether a trial begins. For a child no such condition is permitted. It is made good by a permit without it.
    .missing = A permit that depends neither on co-operation nor on proceedings.

lead-authority-status = Child protection leads also when the right to stay is decided
    .why = Child trafficking is a matter of child protection, also at the desk where permits are stamped. The migration authority may grant the permit; those who protect children lead the procedure. It is made good by a decision in which they did.
    .missing = It is not known that child protection led the procedure.

decider-named-residence = It is said who decided on the right to stay
    .why = Who decided, who was heard, and what each voice weighed often stays in the dark, most of all between the migration authority and child protection. So it is asked of each permit.
    .missing = It is not known who decided, who was heard and what each of them weighed.

decider-named = It is said who determined, and what each voice weighed
    .why = Which authority decided, who was heard, and what each of them weighed: the paper finds that this is often kept obscure. Who reads the determination later must be able to see it, the child first of all.
    .missing = It is not known whether it says who decided, who was heard and what each of them weighed.

decider-named-return = It is said who decided on the return
    .why = Which authority decided, who was heard, and what each of them weighed: the paper finds that this is often kept obscure.
    .missing = It is not known whether it says who decided, who was heard and what each of them weighed.

inform-child-third-country = The child is told before the third country is decided
    .why = Which country, with whom, for how long, which papers, and what if it is not good there. It is told after the solution was chosen, for before that nobody knew.
    .missing = Information on the solution, since it was chosen, that the child understood.

decider-named-third-country = It is said who decided on the third country
    .why = Which authority decided, who was heard, and what each of them weighed: the paper finds that this is often kept obscure.
    .missing = It is not known whether it says who decided, who was heard and what each of them weighed.

decider-named-question = It is said who determined the question
    .why = Which authority decided, who was heard, and what each of them weighed: the paper finds that this is often kept obscure.
    .missing = It is not known whether it says who decided, who was heard and what each of them weighed.

legal-aid-proceedings = Lawyer and guardian come before any proceedings
    .why = Before a child is taken before a court or an authority, as accused, as witness or as the one who was hurt, there is a lawyer, and a guardian where one is needed. When it has already begun without them, they are found at once. What cannot wait until tomorrow, an order that protects the child or that stops a deportation, is asked for tonight, and they are owed.
    .missing = A lawyer, or a guardian in office.

reflection-testimony = Thirty days before anybody demands testimony
    .why = Whoever comes out of exploitation needs time before deciding whether to testify. Thirty days are the least. A child who wishes to speak earlier may; then the wish is recorded.
    .missing = Thirty days have not passed since the child was presumed to be a victim, and the child does not wish to speak already.

bid-family = The family is not sent away before the child's best interests are determined
    .why = To expel a family, to deport a mother, to lock up a father turns a child's life over. Before it is ordered, somebody determines what it would do to this child. This rule sees that the same question was determined, not by the migration authority, and that nobody has challenged it since; what came of it, people read.
    .missing = A determination of this very question for this child, made by others than the migration authority.

best-interests-stated-family = No measure against the family that the determination found to harm the child
    .why = It was asked what it does to this child when the family is expelled, or a parent deported or detained. When the answer was no, control of migration does not come first all the same. What is missing shows until the question is determined anew, or the measure is given up. That a measure against the finding sets migration control above the child is our reading.
    .missing = A determination that this measure is in the child's best interests.

family-expulsion-impact = The determination looks at what it would do to the child
    .why = The child's rights, the child's development, and mental health: each is looked at before a family is expelled or a parent deported or detained. A rule sees the ticks; people read the findings.
    .missing = The effect on rights, development or mental health was not examined.

family-expulsion-impact-separation = A separation is judged as in a custody case
    .why = Where it would part a child from a parent, the papers of the parent are no reason to ask less than a family court would ask.
    .missing = It is not known that the separation was judged as a court judges custody.

adoption-paramount = In an adoption nothing weighs more than the child
    .why = Elsewhere the best interests come first among other things. In an adoption they decide alone.
    .missing = It is not known that the best interests were paramount.

hear-child-question = The child is heard before the question is determined
    .why = Whether a family stays together is the child's question too. If the child cannot be heard, write down why. We count a hearing on the family or on the solution.
    .missing = The child's views on the family or the solution, or the reason why the child could not be heard.

inform-child-question = The child is told before the question is determined
    .why = What may be decided, who decides, and what the child's own word weighs. We count information on the family or on how a solution is found.
    .missing = Information on the family or the solution that the child understood.

guardian-in-decisions-question = Guardian and lawyer take part in the determination of the question
    .why = The guardian and the legal adviser are heard before it is decided. When a parent who is verified and free of suspicion is with the child, no guardian is needed; a parent who is to be deported may need somebody to stand for the child all the same, and people must see that.
    .missing = The guardian or the lawyer has not been heard.

panel-independent-question = The migration authority does not determine the question
    .why = Who orders an expulsion does not judge what it does to the child. The migration authority may be heard. That it may not decide is our reading of the recommendation.
    .missing = It is not known that others than the migration authority assessed and decide.

secure-residence-third-country = In a third country the child has a way to a secure residence
    .why = To be sent on without a right to stay is no solution. Before it is decided that the child goes there, a secure residence is granted or promised. The source names secure residence for every solution; that it is asked before this decision is our reading.
    .missing = It is not known that a secure residence there is granted or promised.

bid-panel-question = The question is determined by a panel
    .why = A decision of this weight is made by people of several professions in a strict procedure, not at one desk. That they form a panel which is convened for it is our form of it.
    .missing = A panel that was convened for the question.

best-interests-stated-question = The determination says that the child's best interests came first
    .why = It says how the best interests counted and what else weighed. Neither a prosecution nor the control of borders outranks them.
    .missing = It is not known that the best interests came first.

case-by-case-question = The question is determined for this child
    .why = Age, sex, maturity, language and background of this child, and of no group. Brothers and sisters each have a determination of their own; that is our addition.
    .missing = It is not known that the grounds are this child's own.

panel-independent-convened = The panel comes from several agencies, and child protection guides it
    .why = A panel that sits under the roof of the migration authority sees the child through its windows. Child protection guides the procedure, another agency sits beside it, and the migration authority neither assesses nor decides. Police and migration do not count as the other agency. That one more is enough, and that the migration authority may not decide, is our reading.
    .missing = Child protection that guides, another agency beside it, or the certainty that the migration authority does not decide.

bid-panel = The solution is determined by a panel
    .why = A decision of this weight is made by people with the knowledge for it, in a strict procedure, and written down. The sources ask for decision makers of relevant expertise; that they form a panel which is convened for it is our form of it. When a determination is made anew, the panel is convened anew.
    .missing = A panel that was convened for the solution since one was last chosen.

option-factors = Each option is looked at from all sides
    .why = How safe it is there and how one lives; who would care for the child; violence or want at home; unrest in the country; traffickers who were never caught. An option that is excluded needs a reason instead. A rule sees the ticks, not the words.
    .missing = Safety and conditions, who would care, violence or poverty at home, insecurity, or traffickers at large were not looked at.

options-with-child = The options are worked out with the child
    .why = A child often knows best what would not work, and sometimes what would. Sit down together, with time, pictures or a map. If the child cannot be heard, the reason is on record.
    .missing = It is not known that the option was worked out with the child, and no reason why the child could not be heard is recorded.

three-options = To return, to stay, a third country: each is weighed
    .why = Who looks at one road only has not chosen. Each of the three is weighed with what speaks for it, against it and its risks, or excluded with a reason. Steps for the time between are possible. When a solution is chosen anew, all are weighed anew.
    .missing = Return, integration or a third country has not been weighed, or excluded with a reason, since a solution was last chosen.

three-options-chosen = What was excluded is not chosen
    .why = An option that was excluded with a reason cannot be the child's future on the next page of the same file. If things are different now, it is weighed anew, with the child, and then it may be chosen. That an exclusion holds until the option is weighed anew is our reading.
    .missing = This option was excluded, and has not been weighed anew since. Choose another, or weigh it anew with what has changed.

no-serious-risk-determination = No return is chosen into a serious danger
    .why = Where an assessment finds a serious risk, a danger, or a reasonable risk that the child's rights are violated, the child may not be returned. So a return is not chosen either: on the choice hang the right to stay and what the child hopes for. As long as the risk is unknown, this is not met. That it holds for the choice as for the return itself is our reading.
    .missing = An assessment of the risks on return and of the security that finds no serious danger.

start-with-family = Can the child live with the family? This is asked first
    .why = The search for a solution begins with the family, also when the answer is no. It is not the same as return: the family may be here, or in a third country.
    .missing = It is not known that reunification with the family was looked at first.

solution-standards = A solution brings care that goes on, safety, people who stay, and plans
    .why = Who cares for the child next, also when one state hands over to another; a safe place at every moment; people who remain; and a future that one can plan. Less than this is no solution, here or abroad. A rule sees the ticks, not the words.
    .missing = Continuity of care, a safe environment, stable relationships or plans for the future.

beyond-eighteen = A solution does not end on the eighteenth birthday
    .why = "Until 18" is a date and not a solution: a child who waits for it cannot heal. The determination says what holds afterwards.
    .missing = It is not known that the solution holds beyond the eighteenth birthday.

secure-residence = Who stays has a way to a secure residence
    .why = To stay without papers is not to stay. A determination that a child stays names the way to a right to stay on which one can build, for the child and for a family that is with the child. A child of this country has it already.
    .missing = It is not known that a way to a secure residence is named.

bid-third-country = A third country follows from a determination
    .why = To send a child to a country that is neither the child's own nor this one changes everything. It needs a determination that found it to be best and that nobody has challenged.
    .missing = A determination that chose a third country and is not under review.

hear-child-third-country = The child is heard before a third country is decided
    .why = Nobody is sent anywhere without having been asked. The child was heard before the determination, and is asked once more after it. If the child cannot be heard, write down why.
    .missing = The child's views on the solution, or the reason why the child could not be heard.

best-interests-stated-third-country = The decision on a third country says that the child's best interests came first
    .why = It says how the best interests counted. Neither a prosecution nor the control of borders outranks them.
    .missing = It is not known that the best interests came first.

reflection-expulsion = An order to leave within the thirty days
    .why = Whoever comes out of exploitation has thirty days to recover and to think, and nobody is expelled meanwhile. Challenge the order, and see that it is not enforced. A return and a departure of our own are guarded by a rule of their own. This part is not in the paper; we have not yet checked it against the wording of its source.

most-protective-status = More than one status is open: which protects most?
    .why = A temporary permit, asylum, a stay on humanitarian grounds: where several are possible, the one that protects the child most is applied, case by case and in the child's best interests. The lawyer looks at what one application does to the other. A status that nobody has asked for yet is not seen here.

non-punishment-proceedings = Proceedings against the child: does the act follow from the trafficking?
    .why = A child is not punished for what follows directly from being trafficked: a theft on order, plants watered behind a locked door, a border crossed with false papers. This also holds below the age of criminal responsibility, and for a young adult who was trafficked as a child. Tell the lawyer and the prosecutor. The number of the treaty’s article is not in the paper. We have not yet checked this rule against the wording of its source.

relatives-here = The child has family here
    .why = A relative lives where the child is, and nobody in the place of origin has agreed, and is able, to care for the child. So return is not the answer that gives itself. The state of origin may ask this as well. The alert knows of relatives only what is written down of where they live.

review-reopen-new-facts = Do these facts change the determination?
    .why = A new assessment or an answer from the place of origin came after the solution was chosen. If it changes what the determination rested on, record that it is to be reviewed. That new assessments are looked at in this way is our reading of fair procedure.

### Plan and closing

care-plan = Make a care plan with the child
    .why = A child in care, or with a service that helps, needs a plan of their own: from what this child needs and from what was decided on the future. The child is not its object. The child helps to make it and wants to carry it out. Who is only told what to do and where to go is treated as the trafficker treated them. It is owed until a plan is in force, that is, until it is signed as it must be.

care-plan-declined = A plan that the child or the guardian does not want is made anew
    .why = A girl who will not sign has said something. A plan is the child's own and needs the child's word, so nobody is brought to sign it. What the child says stands in the record, and so does what is done meanwhile. Until a new plan is drawn up with the child, or the child signs after all, this duty stands, and the duty to have a plan waits. The paper does not speak of a refusal; that it leads to a new plan is our reading of its word that the child is not the object of a plan.

life-project = Make a life project with the child
    .why = A child from another country who is here without parents needs a view that reaches further than a care plan: what the child hopes for, what this country offers, whether staying is possible, and what each side promises. Refugees are included. It has a limit in time, and it is owed until it is signed. Whether a child is without parents we read from whether a guardian is needed; it may be wrong where a parent is near but suspected.

plan-review = Review the plan with the child
    .why = A plan is followed up regularly, and the child takes part. How often, no source says in numbers; the plan itself names the day of its next review. When that day has come, the review is owed.

plan-review-change = Life has changed: look at the plan again
    .why = The child has moved, was found again, or the future was decided anew. A plan made before that may no longer fit. That a change calls for a review, in a care plan as in a life project, is our reading of the recommendation on life projects. We have not yet checked this rule against the wording of its source.

care-plan-child = The plan is this child's own
    .why = A plan comes from this child's needs and from what was decided, not from a form. The child was asked while it was made, and wants to carry it out. A child too young, or too ill, to sign need not promise anything. Of a baby nobody can ask it: then whoever stands for the child was told of the plan instead.
    .missing = A plan made from this child's needs, with the child asked and willing.

hear-child-plan = The child is heard before a plan is signed
    .why = A plan decides on the child's days. Ask what the child thinks of it, since the last plan came into force, and write down what was said. If the child cannot be heard, write down why.
    .missing = The child's views on the plan, or the reason why the child could not be heard.

plan-informed = Before signing, the child knows what there is to choose from
    .why = When the plan lies on the table, the child is told of all measures and services there are, and of the rights and duties that come with them, so that the child understands. What was said before this plan was drawn up was about something else. A baby cannot be told; then whoever stands for the child is told instead, and a supervisor looks at it.
    .missing = Information on the plan that the child understood (for a baby: that whoever stands for the child was told), given since this plan was drawn up.

plan-goals = A plan has goals
    .why = A safe and steady home; enough to live on; health of mind and body; chances; people who support; a place to belong. These are what recovery is made of, and a plan names goals for them, with what is done to reach them. The source speaks of the plan for a child in care; that it holds for every plan is our reading.
    .missing = A goal of this plan.

plan-signed = The child's signature alone is not enough
    .why = The child signs, where the child is able to. So does the responsible service: otherwise only the child has promised something.
    .missing = The signature of the service, or of the child; or that the child is not able to sign.

plan-signed-guardian = A life project is signed by the child or the guardian
    .why = A life project binds both sides. On the child’s side the child signs, or the guardian, or both.
    .missing = The signature of the child or of the guardian.

plan-signed-guardian-too = The guardian signs as well
    .why = We ask for the guardian’s signature on every plan where a guardian is needed, beside the child’s: nobody else sees whether the other side keeps its word. The source leaves it open who of the two signs, and speaks of the life project only; the rest is our reading. We have not yet checked this rule against the wording of its source.
    .missing = The signature of the guardian.

life-project-content = A life project says what both sides bring
    .why = It says what the child expects, wishes and sees; what law, politics and life in this country are like; which chances and which support there are; whether the child can stay and become part of it; and what the child and the authorities each promise. This rule sees that the points are ticked. Whether the words are good, people judge.
    .missing = A point that a life project must speak of.

closure = A case ends when the solution has been carried out
    .why = The lead follows the child until a solution was found and carried out. A child who stays has had a plan with goals, and the goals are met or others go on with them. A child who returned, or moved to a third country, was met on arrival there. Which grounds for closing there are, and what each needs, is our reading; a handbook is said to list them. We have not yet checked this rule against the wording of its source.
    .missing = A determination that chose a solution; and for a child who stays, a plan whose goals are met or handed over; for a child who travelled, that the child was met on arrival.

closure-handed-over = Nobody is left without the help that is still needed
    .why = Closing a file does not end what a child needs. Before it is closed, others have taken over what is still needed, or it was found that nothing is. Whether that is so is asked on the form, and “not known” is not enough. This is our reading. We have not yet checked this rule against the wording of its source.
    .missing = That help which is still needed was taken over by others, or that none is needed.

closure-monitoring = After a return, the agreed time of reports is over
    .why = Whether a return holds shows only when somebody has looked for as long as was agreed. A child who was met again elsewhere, has moved away or had a birthday did not come to the end of that time. We have not yet checked this rule against the wording of its source.
    .missing = That the agreed period of monitoring is over, since the child left.

closure-goals = The goals of the plan are met or handed over
    .why = Each goal was met, or somebody else goes on with it by name. A goal that the child no longer wants may be dropped, with the child's word; that is our reading. We have not yet checked this rule against the wording of its source.
    .missing = A goal that is met, handed over, or dropped with the child's agreement.

closure-nothing-owed = Nothing is left undone
    .why = Whatever is still owed is done, handed over to somebody who goes on, or set aside with a reason that can be read. No duty disappears because a case is closed. We have not yet checked this rule against the wording of its source.
    .missing = A duty that is done, handed over or set aside.

closure-missing = That a child is missing closes no case
    .why = A missing child is still a child, and somebody must still look for it. While the police search, the service stays responsible; that the case therefore stays open is our reading. A case may pass to another authority that accepts it, and it may be joined to another case of the same child.
    .missing = That the child was found.

closure-transferred = A case passes on only to somebody who takes it
    .why = An offer ends nothing. The lead stays the lead until the other authority has said yes. An offer refused or taken back leaves all as it was. We have not yet checked this rule against the wording of its source.
    .missing = That the other authority has accepted the case.

closure-adult = Who is found to be an adult is not put out of the door
    .why = Child protection ends when it is verified that the person is an adult. The help that is still needed goes over to those who help adults, by name, or the person needs none. We have not yet checked this rule against the wording of its source.
    .missing = A verified age, or somebody who takes over the help.

trafficked-as-child-closing = The eighteenth birthday closes no case
    .why = Who was a child when referred, and has a birthday, was trafficked as a child and keeps help and plan. Only who was an adult already then, by a verified date of birth, is found to be an adult. A year of birth is enough if it leaves no doubt. That a birthday is no ground to close is our reading. We have not yet checked this rule against the wording of its source.
    .missing = A verified date of birth by which the person was an adult when referred.

closure-died = A death is certain before the case ends with it
    .why = Children are said to be dead who are alive in another town. Before a case is closed on this ground, somebody certified the death. We have not yet checked this rule against the wording of its source.
    .missing = A record of the death that is certain.

closure-joined = One child, one case, and nothing lost between two
    .why = A case that is joined to another ends only when everything that it holds stands in the one that goes on. We have not yet checked this rule against the wording of its source.
    .missing = That this case was joined to another, and all of it carried over.

inform-child-closing = The child is told before the case is closed
    .why = Why it ends, who is there from now on, whom to call, and that the case can be opened again. A child who was left by so many adults does not hear of this one from an empty desk.
    .missing = Information on the closing, since the case was last reopened, that the child understood.

hear-child-closing = The child is heard before the case is closed
    .why = To be let go is a decision about the child too. Ask whether it is the right time, and to whom the child would turn. A case that was reopened asks again. If the child cannot be heard, write down why.
    .missing = The child's views on closing the case, or the reason why the child could not be heard.

protect-identity = Nothing leaves by which traffickers, press or public could find the child
    .why = Before anything about a child is told to others, ask who else could come to know it. A name in a newspaper, a school in a letter, a picture in a message: each can lead to the door. What cannot be told safely is not told.
    .missing = That nobody who should not could come to know who or where the child is.

protect-identity-standards = Those who receive it guard it as well
    .why = Agencies that share what they know of a child have adopted the same minimum standards for personal data, and keep them. When a child is in danger and there is no time to ask, tell what is needed, and find out afterwards.
    .missing = That those who receive it keep the common standards for personal data.

protect-identity-needed = No more than is needed
    .why = Who arranges a school place needs the age and the language, and not what was done to the child. That only what is needed is told, and that it is written down, is our reading of the right to privacy. We have not yet checked this rule against the wording of its source.
    .missing = That it is no more than they need for this.

purpose-bound = What was given for one purpose is used for no other
    .why = What another state or agency told us, it told for a purpose. Before it is passed on for another, the giver agrees. When a child is in danger and nobody answers there, it is passed on, and the giver is asked afterwards. This rule sees what is told to others. What is done with it inside the agency, people must watch. The source is known to us by its title only, and we have not yet checked its wording.
    .missing = The same purpose as that for which it was given, or that the giver agrees.

safe-reporting-disclosure = A report of violence is not passed on for immigration enforcement
    .why = A child, or a parent, must be able to report violence without fear of being sent away for it. So nothing of the report is told for that purpose.
    .missing = Another purpose, or the same without the report.

### Across borders and return

inquiry-answered-passed-on = An inquiry from abroad is passed on
    .why = Somebody in another country asks about a child who waits there. The focal point registers the question and passes it on quickly to those who can find out, or answers it. Each hand through which it goes is written down, with the day, so that one can see where it lies. That the delay is measured is our addition.

inquiry-answered-received = An inquiry from abroad is answered
    .why = As long as no answer comes, nobody can decide well for the child. The procedure brings in no needless delay, and there are people enough to make the visits. It is done when an answer to this very inquiry was sent. No source sets a number of days.

met-on-arrival-help = On arrival the child is told what comes next, and gets the first help
    .why = A child who steps out of a train has questions: where do I sleep, who are you, what happens tomorrow? Somebody answers them and gives what is needed first: food, a telephone, a doctor. It is done when whoever met the child wrote that this was so.

met-on-arrival-confirmed = The safe arrival is confirmed to those who sent the child
    .why = Those who let a child go want to know that the child is there and safe. The service in the place of return says so, or is asked. It is done only by a confirmation that the child is safe.

after-return-needs = After the arrival the child's needs are looked at anew
    .why = What a child needs at home is not what the child needed abroad. The service there looks at it once the child is back, and help follows. Write down the assessment that it made. It is a practice that the paper describes for one country; that every return is followed by it is our reading.

after-return = Somebody looks at how the child lives after the return
    .why = The return is not the end. The place of return keeps the child safe and helps with recovery; nobody shames or persecutes the child; there is protection, a doctor, somebody to talk with, school, legal help and a way to compensation. A report speaks of all of these. How often reports come, and for how long, states agree among themselves; this rule asks for the first.

follow-up-independent = Somebody independent looks at whether the return was right
    .why = Those who decided on a return, and those who carry it out, do not see their own mistakes well. Somebody else looks at how the child lives, asks the child, and judges how the plan is carried out. It is done by a report whose author is independent and which judges this.

placement-review-return = Soon after the return, care is looked at again
    .why = In some places every child who comes back is put into a centre first. Care that is not needed is not right. So a few days after the child comes into care there, somebody looks at whether it is needed. "A few days" is no number, so this rule sets none. It counts from the day on which the care began.

placement-review-return-monthly = After a return, care is looked at every month
    .why = A few nights in a centre easily become half a year. After a return, somebody looks at least every month at whether care is still needed and still right for this child. The month is the paper's number.

inquiry-safe-disclosure = Each reader learns no more than is needed
    .why = An inquiry goes through many hands: an office, a municipality, a neighbour who is asked. Each of them is told only what that one needs. That this is done step by step is not in the paper; we read it in a comment of the Committee on the Rights of the Child. We have not yet checked it against the wording of its source.
    .missing = That the inquiry tells each reader no more than that reader needs.

consular-safe = A consulate is contacted only when it serves the child and is safe
    .why = A consulate can help with papers and with the way home. It also tells its state where the child is. So it is contacted only when that is in the child's interests and endangers neither child nor family, and this is assessed first. When a contact has been made without that, the risks are assessed anew.
    .missing = That the contact is in the child's interests, or that it was assessed to be safe for child and family.

consular-safe-fled = Nothing goes to the consulate of a state from which the child fled
    .why = Who fled from a state is not made known to it. The paper says the same of parents who stayed there; that it holds for the consulate is our reading of the Guidelines. Who may have fled, and where nobody knows it, counts as having fled. We have not yet checked it against the wording of its source.
    .missing = That the child did not flee from that state and asks for no protection from it.

risk-security-place = The assessments speak of the very place and household of the return
    .why = A good report on the grandmother's house says nothing about the father's. Risks, security and the social inquiry are asked for the country, the place and the household to which this child would go, and not for some other. A country that is not known is no place. That the place must be the same is our reading of what the assessments are for.
    .missing = A risk assessment since the last move, a security assessment or a social inquiry that speaks of this country, place and household.

risk-security-place-departure = The child goes to the place that was decided and assessed
    .why = Between the decision and the journey plans change: an aunt instead of the mother, another town. Then the question is a new one. At the departure the place is the one that was decided after the determination that stands, and the assessments speak of it.
    .missing = A decision for this country, place and household, or assessments that speak of it.

risk-security-determination = A panel does not choose a return in the dark
    .why = The assessments are there to help the panel decide, and not to bless afterwards what it chose. So the risks, the security and the report from the place are on the table before return is chosen. The paper asks for them as soon as a return is thought of; before the decision on the return itself they are asked once more.
    .missing = A risk assessment since the last move, a security assessment since the child was last found, or a complete social inquiry on the very place.

risk-security-inquiry = The risks of a return are judged with the report from there in hand
    .why = Whoever judges the risks from a desk far away does not know the house. The social inquiry is a part of the risk assessment: somebody who knows the family or the home, and what is around it, has reported, and this was weighed. When the report comes after the assessment, the risks are assessed once more.
    .missing = A risk assessment of the very place, with a social inquiry as a part of it.

no-serious-risk-refugee = A refugee is not returned to the state that was fled
    .why = Who is recognised as a refugee has a well-founded fear of that state. Return is then no option, whatever other assessments say. It becomes one only when the status has ended or the child no longer has it. What holds while an application is still open, the risk assessment has to say. A third country is another question.
    .missing = The child has asylum. Another solution, or the end of that status.

risk-security-reunification = Risks and security are assessed before a child goes home
    .why = Who sold the child may wait at home, or next door. Before a child leaves care for the family, the risks are assessed since the last move, and security is assessed too, also when no border is crossed. The binding text speaks of returns to another state; for families in the same country we follow the paper, which names both in one breath.
    .missing = A risk assessment since the last move, or a security assessment since the child was last found.

social-inquiry-reunification = Before a child goes home, somebody reports on the family
    .why = A social worker who knows the place looks at the family and its surroundings, asks whether the family took part and whether the child would be trafficked again, and proposes what to do.
    .missing = A social inquiry on the very place that speaks of the family and its surroundings, of the risk of re-trafficking, of any part of the family in it, and of a solution.

no-serious-risk-reunification = No child goes home into a serious danger
    .why = The report on the family and the assessments are not made for the file. When they find a serious risk, a danger or a part of the family in what was done, or do not find that it is right for the child to live there, the child stays in care. As long as it is unknown, this is not met. The binding text speaks of returns to another state; for families in the same country we follow the paper, which names both in one breath.
    .missing = Assessments that find no serious danger at home, and a social inquiry that finds that the family is right for the child and had no part in it.

no-automatic-care-suspected = Nobody who is suspected gets the child back
    .why = Somebody of the family may have had a part in what was done. That lasts until something answers it: a record of that very person, or a social inquiry that found no part of the family in it. Another relative may still be the right one. Then whoever decides says that nobody in that household is suspected. That this is asked for by name is our reading of the rule that nobody goes to the family by routine.
    .missing = Somebody of the family is suspected, or it is unknown. An answer to that is missing, or the word that nobody is suspected with whom the child will live.

no-automatic-care-suspected-departure = On the day of the journey nobody who is suspected waits at the other end
    .why = Between the decision and the train new things come to light. So it is asked once more whether anybody in the household to which the child travels is suspected. A child who has left all the same is not safe before the suspicion is answered or the child is met again. That it is asked on the day is our reading.
    .missing = Somebody of the family is suspected, or it is unknown. An answer to that is missing, or the word that nobody is suspected with whom the child will live.

no-automatic-care-suspected-home = A child does not go home to somebody who is suspected
    .why = The mother at the gate may be the one who sold the child, or the one who looked for it for a year. As long as a suspicion against somebody of the family is not answered, whoever lets the child go says that nobody in that household is suspected. A record that is silent answers nothing. That it is asked for by name is our reading.
    .missing = Somebody of the family is suspected, or it is unknown. An answer to that is missing, or the word that nobody is suspected with whom the child will live.

reintegration-plan = There is a plan for this child's life after the return
    .why = A ticket is no plan. Before the return is decided, both sides write down how this child will live there, together with the child where that is possible. When the child took no part, the plan says why. It must say all that a plan has to say.
    .missing = A complete reintegration plan for this country.

reintegration-plan-third-country = There is a plan for this child's life in the third country
    .why = The source asks for protection from the first day and for solutions that last, for children who return and for children who go to a third country. Its plan for one child it names for returns only; that a third country needs it too is our reading. The form speaks of a return; here it is the new country.
    .missing = A complete plan for this country.

reintegration-content = The plan speaks of today and of later
    .why = Protection from the first day, and what carries in the long term: school, health, somebody to talk with, family, a place among other people, the way to a court, safety from violence. A plan that leaves one of them out comes back to its authors.
    .missing = One or more of: protection at once, the long term, education, health, psychosocial help, family life, social inclusion, access to justice, safety from violence.

no-automatic-care = Neither to the family nor into care by routine
    .why = Some children are sent to their parents because they are the parents, others into a centre because all who return go there first. Both are wrong. A child goes to the family when the social inquiry finds that this is right, and into other care when it was found for this child that it is needed.
    .missing = A social inquiry that finds that to live with the family is right for the child, or the finding that care outside the family is needed.

no-automatic-care-home = After a return nobody is sent home unasked
    .why = A child who has come back and lives in care goes to the family when a social inquiry has found that this is right for the child.
    .missing = A social inquiry that finds that to live with the family is right for the child.

no-automatic-care-placement = After a return nobody is put into care by routine
    .why = That a child has come back from abroad is no reason for a centre. Since the arrival somebody has looked at this child's needs and found that care is needed. In a hurry the child gets a bed, and the look is owed.
    .missing = A needs assessment since the arrival which finds that care is needed.

return-informed-journey = Before leaving, the child knows the way, the help and the plan
    .why = How it stands with name and papers, how the journey goes, what help there is at the end, what the plan says. When a new plan is made, the child is told again.
    .missing = Information on the status of the identity, the journey, the help after the return, or the newest plan, that the child understood.

receiving-contact = Somebody there expects the child and has said yes
    .why = Children have been brought to a border and handed over to officers who knew nothing of them. The service there is contacted, both sides agree on how the return goes, and it confirms that it will receive and help the child. Best in writing; the source does not ask for that.
    .missing = An agreement with the service in the place of return, or its word that it will receive and help the child.

travel-documents = Papers, things and information for the journey are given
    .why = A child who has no papers is stopped, one who has no coat is cold, and one who has no number cannot call. All three are given before the departure. After a safe arrival nothing about it can be made good any longer.
    .missing = Valid papers, the things for the journey, or the names, times and numbers.

escort = No child travels alone
    .why = Whoever is under eighteen is accompanied. The name of the person is written down before the departure. The breach ends when the child has been met.
    .missing = Who travels with the child.

escort-consent = The guardian agrees to the journey
    .why = The guardian stands for the child and agrees to how the child is taken from one place to the next, or says no. Where no guardian is needed, the parent who has custody does.
    .missing = The guardian's consent to this journey.

escort-under-16 = A child of fifteen or younger has an escort all the way
    .why = The escort stays until the child is handed over, not only to the gate. That it is checked whether the escort can be trusted is said of the companions of older children; we ask it for the younger ones too. Where the age is not certain, this rule and that for the older ones both hold.
    .missing = An escort who was checked and stays with the child the whole way.

escort-16-17 = At sixteen and seventeen the way is safe and the companion can be trusted
    .why = A young person needs less holding and no less care. Look at the route, at the night, at who else travels, and at who goes along.
    .missing = A companion who was checked, or a way that was found to be safe.

escort-pregnant = A pregnant girl travels with medical help
    .why = Whoever travels with her knows what to do when something happens on the way. When nobody has asked whether she is pregnant, that is asked first, by somebody whom she trusts.
    .missing = The answer whether the child is pregnant, or somebody with medical training on the journey.

escort-attention = Who is a mother, or has a disability, gets special attention on the way
    .why = A girl with a baby, a boy in a wheelchair, a child who does not hear: the journey is arranged for this child. What is done is written down. What is not known is asked first.
    .missing = The answers on motherhood and disability, or what special attention is arranged.

inquiry-sufficient-request = The inquiry may say or ask too little
    .why = Answers are often thin because the question was. Those who are asked need the exact place, the family, earlier protection, the exploitation, and are asked for the risk that the child is trafficked again and for a proposal. What is held back to keep the child safe is held back on purpose: then look at this, write why, and leave it.

inquiry-sufficient-sent = Our answer may not say what they need
    .why = Somebody abroad has to decide on a child with this answer. The place, the family, earlier protection, the exploitation, the risk of being trafficked again, a proposal: if one is missing, say why or send it after.

direct-contact = The focal point does not know of a direct contact
    .why = When two social workers know each other, answers come sooner and are better. Some focal points mind it when they are passed over. So the contact is written down and the focal point is told. It is no fault to have written.

after-return-unsafe = A report does not say that the child is safe
    .why = A child who has been returned is in danger, or nobody says otherwise. Call those who are there, today. Ask the child. That an alert stands for it is our choice: the place of return has to keep the child safe, and those who sent the child want to know.

returned-found-again = A child who was returned has been met again
    .why = In Vienna children who had been taken home were brought straight back to steal again. Look at once: is it the same child, who brought the child here, and why did the return fail? Until it is assessed, take it that the child was trafficked again; that is our addition. What had been assessed, planned and confirmed for the return no longer counts for another.

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
