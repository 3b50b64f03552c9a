# The rules of Hillingdon's protocol in English, as far as the paper tells of it. "The paper" is OSCE
# Occasional Paper No. 9.

## Duties

missing-risk-ten-items = How likely is it that the child goes missing? All ten items
    .why = Whoever takes a child in also thinks of the morning on which the bed may be empty. The protocol expects ten things: how likely it is; how the child sees it; what can be done so that it does not happen; the supervision and support that the carers offer; how parents and carers see it, and what they want done; the harm that would threaten; who may take the child away from outside; who might hide the child; what current figures say for the ages of 14 to 16; and a plan for this child that starts when the child is gone. The baseline asks for the assessment; the list is this protocol's. A rule sees that each item was answered, not whether the answer is a good one.

strategy-meeting = A strategy meeting within three days
    .why = When a child cannot be traced, child protection calls those who know the child to one table within three days, and they decide what else is to be done. The days run from the report: that is our reading, for nobody records the moment at which tracing has failed. It is owed until the child is found, and again when the child is reported missing again.

## Alerts

still-responsible = The police lead the search. Children's services stay responsible
    .why = Once a child is reported missing, the police lead the investigation to trace the child. The child still belongs to the care of children's services: a report takes nothing from that. So the case goes on, and what is seen or heard goes to the police.

## Questions

runaway-indicators = Does this assessment look at the signs that a child may run away?
    .why = The protocol wants the risk indicators for running away in every assessment in which several agencies take part. We ask it where needs are assessed.

runaway-indicators-best-interests = Does this assessment look at the signs that a child may run away?
    .why = The protocol wants the risk indicators for running away in every assessment in which several agencies take part. The assessment of best interests is one.
