# Lists over cases: today, the work, the registers, the search.

place-today = Today
place-work = Work
place-registers = Registers
place-search = Search

today-of-mine = What to do first in your cases.
today-of-all = What to do first in all cases of your authority.
today-calm = Nothing waits for you now.
today-calm-more = No duty is overdue or due within a week, no child in these cases is missing, and no referral waits for somebody.
today-more = There may be more than is shown here.
today-missing = { $count ->
    [one] One child is missing
   *[other] { $count } children are missing
}
today-overdue = Overdue ({ $count })
today-soon = Due within a week ({ $count })
today-unassigned = Nobody has taken these referrals ({ $count })
today-unassigned-lead = Each of these children waits for somebody. Open the case and accept the referral.
today-promptly = To be done promptly
today-promptly-lead = The law sets no number of days for these. Do them as soon as you can; the longest open stand first.
duty-open-since = Open since { $date }.
carried-by = With { $who }.
carried-by-nobody = With nobody yet.
colleague-left = a colleague who has left
written-last = Last written to on { $when }.
