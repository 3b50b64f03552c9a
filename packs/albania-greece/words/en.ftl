# The rules of the agreement between Albania and Greece in English, as far as the paper quotes it. "The
# paper" is OSCE Occasional Paper No. 9.

## Duties

identify = Somebody looks whether the child was trafficked, without being asked
    .why = The responsible authority does not wait until a child is brought to it. With the prosecutor for children, the police and the organisations that protect children it seeks those who were trafficked. In a case this means: where there are grounds, the question is answered by those who may answer it. Help does not wait for the answer. While nobody knows the child's nationality, the duty stands.

protected-centre = A protected centre, at once
    .why = The authority and the police take the child to a centre at once: protected, safe, right for the age and for what the child needs, with meals, a doctor, somebody to talk to, school and play. The agreement speaks of centres only and of every child. The baseline asks first for a family, and takes no child from a family that is no part of it; so we ask for the place only when the child is alone or when somebody at the child's side may be part of it, and a foster family is as good. That is our reading. While nobody knows the child's nationality, the duty stands.

centre-doctor = A doctor
    .why = In any event the two states guarantee that the centre offers a doctor. It is asked for once, with the first place.

centre-psychologist = Somebody to talk to
    .why = In any event the two states guarantee that the centre offers psychological help. It is asked for once, with the first place.

centre-school = A way to learn
    .why = In any event the two states guarantee that the centre gives the child opportunities to learn and to play. A rule sees school and training. Of meals and of play no record speaks; those who visit the place see them.

provisional-guardian = A provisional guardian
    .why = Somebody stands between the child and all the offices, answers for what the child needs, and sees to it that a return, if there is one, is prepared with the child and with the family. While nobody knows the child's nationality, the duty stands.

reintegration-project = A project for the child's life in Albania
    .why = The authority in Albania draws up a project for this child and carries it out: protection, a doctor, somebody to talk to, the way back to school, legal advice and somebody who speaks for the child, and whatever else Albanian law owes a child. The agreement asks for it upon the return. The baseline asks for a plan before anybody decides; its rule stands, and such a plan does this duty when it covers these five.

reports-six-months = A report every six months, until 18
    .why = The authority in Albania looks how the child lives, in the family or in care, and reports to the authority of the other state until the child is eighteen. The agreement says "biannual": we read twice a year. That the first report is due six months after the departure, and each next one six months after the one before, is our reading too. Where it is not known when the child turns eighteen, the reports go on until the latest possible birthday. They end when the child is met elsewhere again.

responsible-authority = Each state names its responsible authority
    .why = For an agreement to work, both sides say which office is to be called. In Greece it is the National Emergency Social Solidarity Centre, in Albania the government's Joint Commission for the Protection of Children Victims of Trafficking: so the paper had it in 2018. The rule sees whether our own is named, with all that it does; that of the other state is written beside it in the authority's book.

## Safeguards

centre-protected = The place is protected, safe and right for this child
    .why = A centre that takes the child in is protected, safe, and suits the child's age and needs. A hall for everybody and a house for adults are none. A foster family is as good: the baseline prefers it.
    .missing = A place that suits this child, without adults who are strangers, and that is no general centre and no house for adults.

voluntary-return = The child wants to go
    .why = A return under this agreement is voluntary. Nobody is sent. The baseline also asks that the child was told and heard before.
    .missing = That the child wants to return.

legitimate-return = The return was lawfully decided, for the child's good
    .why = A return is legitimate, and in the child's best interests. We read "legitimate" as: those who may determine what is best for the child chose it, and the decision puts the best interests first.
    .missing = A determination that chose the return, and a decision that puts the child's best interests first.

safe-return = The return is safe
    .why = A return is safe when somebody has looked at the risks and at the security, and found no serious danger. How safe is safe enough, the agreement does not say; the baseline's rules do.
    .missing = A risk assessment and a security assessment that are current and find no serious danger.

voluntary-return-day = The child still wants to go, on the day
    .why = A return is voluntary until the door of the bus closes. That it is asked again on the day is our reading. Once the child has been met over there, it can no longer be made good.
    .missing = That the child still wants to go.

assisted-return = Somebody goes with the child
    .why = A return is assisted. We read it as: somebody is named who goes with the child. Once the child has been met over there, it can no longer be made good.
    .missing = Who goes with the child.

guardian-prepares = The guardian has prepared the return with the child
    .why = The guardian guarantees that child and family are prepared, that the return is safe and the child's interests are respected. The rule sees a guardian who is in office and has met the child, and that the child was told of the return, the journey and what comes after, and understood. Whether the family was prepared, it cannot see. Once the child has been met over there, it can no longer be made good.
    .missing = A guardian in office who has met the child, and that the child was told of the return and the journey and understood.
