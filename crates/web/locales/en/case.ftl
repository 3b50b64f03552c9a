# The case page, the list of cases, duties, safeguards, entries.

cases-title = Your cases
cases-none = You carry no case now.
cases-child = Child
cases-stage = Stage
cases-next = Next
cases-nothing = No duty is open.
cases-overdue = { $overdue } duties are overdue in all.

case-title = Case overview
case-reference = pseudonym, case { $reference }
case-urgent = { $overdue ->
    [0] Nothing overdue
    [one] 1 duty overdue
   *[other] { $overdue } duties overdue
}{ $today ->
    [0] {""}
   *[other] , { $today } due today
}
on-this-page = On this page
jump-next = Next
jump-blocked = Not open yet
jump-attention = Attention
jump-voice = What the child says
jump-people = People
jump-dates = Dates
jump-history = History
back-to-case = Back to the case
list-joint = {", "}
source-joint = {"; "}
source = Source: { $source }.
today = Today

risk-high = High risk
risk-medium = Medium risk
risk-low = Low risk
risk-unknown = Risk not assessed

banner-age = Age
age-presumed = Presumed child
age-child = Child
age-adult = Adult
age-about = { $who }, about { $age }
age-exactly = { $who }, { $age }
age-between = { $who }, about { $from } to { $to }
age-presumed-note = Not verified. All protections for a child apply.
age-child-note = Verified.
age-adult-note = Verified.
banner-missing = Missing
missing-now = Missing now
missing-not = Not missing now
missing-since = Since { $since }.
missing-last = Last missing { $from } to { $to }, came back.
banner-return = Return
return-not_chosen = Not decided
return-chosen = Chosen. Not authorised
return-authorised = Authorised
return-departed = Has left
safeguards-missing = { $missing ->
    [one] 1 safeguard missing
   *[other] { $missing } safeguards missing
}
banner-speaks = Speaks
speaks-unknown = Not known yet
do-not = What nobody may do
act-more = Record something else

path-title = Where the case is: step { $step } of { $steps }, “{ $stage }”
path-words = All steps in words
stage-referred = Referred
stage-identified = Identified
stage-assessed = Assessed
stage-determination_pending = Determination pending
stage-solution_chosen = Solution chosen
stage-plan_running = Plan running
stage-return_prepared = Return prepared
stage-monitoring = Monitoring
stage-closed = Closed
stage-unread = Not known
step-reached = Done
step-reached-on = Done { $day }
step-now = Now
step-later = Not yet
step-closed = Not open: { $missing } missing
condition-guardian = A guardian is in office since { $since }.
condition-no-guardian = No guardian has been appointed.
condition-no-guardian-since = No guardian is in office since { $since }.
condition-missing = The child is missing since { $since }.
condition-liberty = The child’s liberty is restricted since { $since }.

next-title = What must happen next
next-lead = { $open ->
    [0] No duty is open
    [one] 1 duty open
   *[other] { $open } duties open
}{ $overdue ->
    [0] {""}
   *[other] , { $overdue } overdue
}. Today is { $today }.
next-settled = { $settled ->
    [one] 1 duty that is done or set aside
   *[other] { $settled } duties that are done or set aside
}
duty-overdue = Overdue
duty-overdue-days = Overdue by { $days ->
    [one] 1 day
   *[other] { $days } days
}
duty-today = Due today
duty-in-days = { $days ->
    [one] Due tomorrow
   *[other] In { $days } days
}
duty-due = Due
duty-open = Open
duty-not-yet = Not yet
duty-waiting = Waiting for others
duty-done = Done
duty-done-late = Done late
duty-handed-over = Handed over
duty-set-aside = Set aside
duty-due-by = Due by { $date }.
duty-was-due-by = Was due by { $date }.
duty-promptly = Open since { $date }, to be done promptly. The law sets no number of days.
duty-while = Since { $date }, as long as this is so.
duty-who = Who: { $who }.
duty-date-set-by = The law sets no number of days; { $by } set this date.
duty-do = Do it now
duty-opened = What opened it
duty-opened-by-time = It was opened by time alone: a date was reached.
why-due = Why is this due?
why-blocked = Why is this blocked?

blocked-title = Decisions that are not open yet
blocked-lead = Each safeguard says who can supply it.
blocked-none = No decision is blocked.
blocked-step = { $act }: not open yet, { $missing ->
    [one] 1 safeguard missing
   *[other] { $missing } safeguards missing
}
blocked-depends = { $count ->
    [one] 1 safeguard depends on what you enter
   *[other] { $count } safeguards depend on what you enter
}
blocked-met = { $count ->
    [one] 1 safeguard met
   *[other] { $count } safeguards met
}
safeguard-met = Met
safeguard-missing = Missing
safeguard-depends = Depends on what you enter
safeguard-ask = Who can supply it: { $who }.
override-never = Nobody can set this safeguard aside.
override-court = Only a court can set this safeguard aside.
override-reasoned = The law allows a reasoned decision to set this safeguard aside. The monitor sees it.

attention-title = Breaches and alerts
breach = Breach
breach-at = Not met on { $date }.
alert = Alert
alert-since = Since { $date }.

voice-title = What the child says
voice-language = Said in { $language }.
voice-heard = Heard by { $by }, { $date }.
voice-interpreter-yes = An independent interpreter took part.
voice-interpreter-no = No independent interpreter took part.
voice-interpreter-unknown = Not known whether an independent interpreter took part.
voice-present = Present: { $present }.
voice-about = Asked about:
voice-weight = Weight given:
voice-not-asked = Not asked yet:
voice-none = The child has not been heard yet.
voice-whole = The whole record

people-title = People around the child
person-not-verified = The relation is not verified.
person-suspected = May be part of the trafficking: no contact.
person-may-know-place = May know where the child lives.

dates-title = Dates ahead
dates-none = No date lies ahead.
dates-drawing = The dates ahead, as a drawing
dates-drawing-text = The table below says the same.
dates-what = What
dates-date = Date
dates-state = State
dates-no-date = No date in law

history-title = What has happened
event-by = Recorded by { $by }.
event-written = Written on { $date }.
event-corrected = Corrected
event-withdrawn = Withdrawn
event-correction = on { $date } by { $by }:
withdrawn = Withdrawn

facts-title = What the rule looked at
facts-fact = Fact
facts-value = Now
rule-title = The rule
rule-source = Source
rule-force = Kind of rule
rule-pack = Set of rules
rule-version = version { $version }
rule-in-force = in force since { $date }
rule-id = Name of the rule
rule-condition = Condition

entry-number = Entry { $number }
book-entry-number = Entry { $number } of the authority’s book
book-choice = { $name }: { $children } of at most { $most } children
book-entry-gone = { $name } (no longer in the book)
entry-deciding = This was our own act.
entry-reported = This was reported: it had happened, or another authority did it.
entry-was-urgent = It could not wait:
entry-corrections = Corrections
entry-first = As it was first written
entry-correct = Correct this record
answer-nothing = Not answered

no-pseudonym = New referral
list-unread = This line cannot be read
do-not-suspected = Do not say where { $child } lives to { $who }. This person may be involved.
do-not-unverified = Do not say where { $child } lives to { $who }. The relationship is not verified.
do-not-trace = Do not contact family or officials of the home country yet. It is not known whether that is safe.
office-guardian = Guardian
office-caseworker = Caseworker
office-since = Since { $since }.
find-out = Find out what is unknown: { $fact }
duty-noticed = The date had passed when entry { $entry } was written. It says that this was done before.
decision-undermined-elsewhere = Decision { $decision } rested on something that was written otherwise since, in the authority’s book or in another case. Look at the decision again.
decision-undermined = Decision { $decision } rested on something that entry { $by } has changed. Look at the decision again.
safeguard-overridden = Set aside for the next step
force-binding = Binding law.
force-guidance = Guidance.
force-agreement = A local agreement.
source-unread = The authors of the pack have not read the wording of the source.
fact-then-now = { $then }; now { $now }
withheld = Withheld from you
entry-choice = { $number }: { $record }, { $date }
duty-occasions = It answers { $count } occasions, the newest of { $newest }; one record does all.
past-title = { $count ->
    [one] One thing of the past that did not go as the law asks
   *[other] { $count } things of the past that did not go as the law asks
}
past-remedied = Remedied on { $date }.
past-changed = Entry { $entry } changed what was known: the safeguard was met after all. The notice stands.
past-missed = It was due by { $due } and not done. Since { $ended } it is no longer owed.
past-overridden = Set aside by entry { $entry }.
past-noticed = It was due by { $due } and overdue as was known then. Entry { $entry } changed what was known. The notice stands.
do-not-who = { $name } (“{ $claim }”)
