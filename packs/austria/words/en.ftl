# The rules of the Drehscheibe in English, as far as the paper tells of it. "The paper" is OSCE
# Occasional Paper No. 9.

## Duties

guardian-from-court = After eight days the case goes to the court, for another guardian
    .why = In the first week the head of the centre is the guardian of every child who has newly come: nobody waits for a court in the first night. But whoever looks after a child cannot well contradict those who look after the child. After eight days the case goes to a court, and another temporary guardian is appointed. That a week of the carer as guardian falls short of what the baseline asks is our reading; its rule stands beside this one, from the first day. That the eight days run from the appointment is our reading too. The paper gives the court no time of its own, so the appointment itself is asked for by then.

health-care = A doctor
    .why = Health care belongs to what the centre gives every child who comes. It is asked for once, with the first place.

mental-health-care = Somebody for what hurts inside
    .why = The care of the mind is part of the health care that the centre gives every child who comes. It is asked for once, with the first place.

inquiry-home = Somebody at home is asked, when a return is weighed
    .why = The centre has the family and its surroundings looked at in the country of origin before a child goes there. That it begins when somebody weighs the return is our reading. The baseline lets no letter go out that endangers the child, and no return be decided without the answer.

registration = The child is registered, so that there are papers for the journey
    .why = A child without papers is registered, and gets papers of identity. The centre does it as a part of the way home; the baseline asks for it earlier, for every child who has none.

consulate = The consulate is asked for papers, when that is safe
    .why = The centre refers a child without papers to the consulate or embassy. The paper says nothing of a look at the dangers before. The baseline demands it: this duty is done only by a contact that serves the child and endangers nobody, it is held back while it is unknown whether the child has papers, and it ends when the child fled from that state or asks for asylum.

reports-two-months = A report every two months, for at least half a year
    .why = Children who had been taken home seemed to be brought straight back to earn money. So the centre keeps in touch with child protection at home, which looks at how the child lives every two months for at least six months. The months run from the departure, and then from each report. It ends after three reports and not before half a year is over: that is how we read it. It also ends when the child is met elsewhere again. What a report must say, the baseline says.

## Safeguards

accompanied-home = Somebody goes with the child all the way home
    .why = The centre accompanies children back to their country. Whoever goes with the child stays until the child is handed over, whatever the child's age. Once the child has been met, this can no longer be made good.
    .missing = Who goes with the child, all the way until the child is handed over.
