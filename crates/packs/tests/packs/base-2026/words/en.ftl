assess = Assess the risks
    .why = The law for tests says so.

find = Find the child
    .why = The law for tests says so.

tell = Tell the police
    .why = The law for tests says so.

review = Have the restrictions reviewed
    .why = The law for tests says so.

no-cell = Never a cell
    .why = The law for tests says so.
    .missing = Another place.

assessed = The risks are assessed
    .why = The law for tests says so.
    .missing = A risk assessment since the last move.

companion = Verify the companion
    .why = The law for tests says so.

moved = The child was moved again
    .why = The law for tests says so.

online = Is there contact online?
    .why = The law for tests says so.
