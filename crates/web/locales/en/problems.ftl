# What is wrong with a field, and what to do about it.

problem-missing = Answer “{ $field }”.
problem-missing-choice = Choose an answer for “{ $field }”.
problem-not-a-code = Choose one of the answers shown for “{ $field }”.
problem-too-long = Shorten “{ $field }” to { $longest ->
    [one] { $longest } character
   *[other] { $longest } characters
} or fewer.
problem-not-a-time = Enter “{ $field }” as a real date, for example day 25, month 11, year 2026. A time has hours and minutes, for example 14:20.
problem-in-future = “{ $field }” lies in the future. Enter when it happened.
problem-too-early = “{ $field }”: this is earlier than something already recorded in this case. If it happens now, leave date and time empty.
problem-bad-character = “{ $field }” holds a character that cannot be kept. Delete what was pasted, and type it again.
problem-not-a-number = Enter “{ $field }” as a whole number from { $least } to { $most }.
problem-wrong-shape = “{ $field }” did not arrive as it should. Fill it in again on this page.
problem-unknown-field = The answer “{ $field }” does not belong to this form. Go back, and open the form again.
problem-contradicts = “{ $field }” does not fit with “{ $other }”. Change one of the two.
problem-no-such-entry = Choose an entry of this case for “{ $field }”.
problem-not-in-book = Choose for “{ $field }” somebody who stands in the authority’s book now. The entry that was chosen holds no longer, or is of something else.
problem-no-such-rule = “{ $field }” names nothing that is open in this case now. Choose again.
problem-not-allowed = “{ $field }” is not allowed here: the law or your role does not permit it. Nothing was recorded.
problem-not-open = “{ $field }” names something that is not open now: it was done, set aside or looked at already. Look at the case again.
