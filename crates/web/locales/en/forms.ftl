# Forms, check, receipt, refusal, conflict.

choose-title = What do you want to record?
choose-blocked = { $missing ->
    [one] Not open yet: 1 safeguard missing.
   *[other] Not open yet: { $missing } safeguards missing.
}

truth-yes = Yes
truth-no = No
truth-unknown = Not known

entry-occurred = When did it happen?
    .hint = For example 25 11 2026 and 14:20. Leave the time empty when you do not know it. Leave all of it empty when it happens now.
entry-basis = Are you deciding this now, or has it happened?
    .hint = What has happened is always recorded, also when safeguards were not met.
entry-urgent = Can it not wait?
    .hint = For example a first night. Some safeguards may then be met later.
entry-urgent_reason = If it cannot wait: why?

form-optional = (optional)
form-error = Error:
form-error-title = There is a problem
form-crowded = Nothing has been recorded yet: others were writing to this case at the same moment.
form-crowded-do = What you typed is below, and nothing of it is lost. Send it again.
form-error-kept = Nothing you typed is lost.
form-choose = Choose
form-no-answer = No answer
form-day = Day
form-month = Month
form-year = Year
form-time = Time, if known
form-estimate = I know only between which times
form-until = It happened no later than
form-until-hint = Above, enter the earliest time at which it may have happened.
form-zone = Times are those of { $zone }.
form-row = { $one } { $row }
form-row-field = { $row }: { $field }
form-row-remove = Remove: { $row }
form-row-add = Add another
form-blocked = You can write it down now, and save it as a draft.
form-blocked-reported = If it has already happened, record it as reported.
form-continue = Continue
form-check = Check your answers
form-save = Save
form-draft = Save as a draft
form-parts = Parts of this form
form-part-envelope = When and how
form-part-rest = More questions
form-keep-part = Save as a draft and go on

draft-waits = You have kept a draft of this form. A new draft takes its place.
draft-open-it = Open the draft
draft-open = This is the draft that you kept. Nothing of it is recorded yet.
draft-kept = The draft is kept.
draft-kept-where = Only you can open it, from this form. Nothing of it is recorded yet.
duty-choice = { $duty } ({ $state })

check-title = Check your answers
check-lead = You are about to record this: { $act }.
check-safeguards = The safeguards
check-kept = A record is never erased. It can be corrected later, and both can be read.
check-change = Change the answers

receipt-title = Recorded
receipt-reference = Your reference: { $reference }
receipt-done = Done, or no longer needed
receipt-opened = What must happen now
receipt-breaches = Safeguards that were not met
receipt-breaches-lead = What you reported is recorded. These stay on the case page, for your supervisor too, until they are made good.
receipt-to-case = Go to the case
receipt-to-entry = See the record
receipt-report = The lead authority has it now. Stay with the child until somebody takes over.
receipt-another = Report another child

refused-title = Not recorded: safeguards are missing
refused-lead = This was not recorded. Each line says what is missing, who can supply it, and why.
refused-next = What you can do
refused-kept = What you typed is kept.
refused-draft = Open the draft
refused-reported = If it has already happened, or another authority decided it, open the draft and record it as reported.

conflict-title = Somebody else wrote in between
conflict-lead = What you wanted to record rests on this. Look at it first. Yours is not recorded yet.
conflict-yours = What you typed
conflict-look = Look at my answers again
conflict-leave = Leave it, and go to the case

occurred-now = Now
