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
today-beside = { $count ->
    [one] 1 more
   *[other] { $count } more
}
today-promptly = To be done promptly
today-promptly-lead = The law sets no number of days for these. Do them as soon as you can; the longest open stand first.
duty-open-since = Open since { $date }.
carried-by = With { $who }.
carried-by-nobody = With nobody yet.
colleague-left = a colleague who has left
written-last = Last written to on { $when }.

cases-title-all = Cases of your authority
cases-count = { $count ->
    [0] No case.
    [one] One case.
   *[other] { $count } cases.
}
cases-more-than = More than { $count } cases.
cases-uncounted = How many there are shows at the end of this list.
cases-order-urgent = Missing children first, then what is overdue, then what is due next, page by page.
cases-carrier = With
cases-written = Last written to
cases-none-so = No case fits what you chose.
cases-clear-all = Show all open cases
order-by = Order
order-urgent = Most urgent first
order-reference = Reference
order-due = Next date
order-written = Last written to
page-number = Page { $page }
page-next = Next page
page-previous = Previous page
pages = Pages
views = Views
view-open = All open cases
view-nobody = Taken by nobody yet
view-now = Something is overdue
filter = Narrow the list
filter-chosen = Chosen
filter-clear = Clear
filter-which = Open or closed
filter-open = Open cases
filter-closed = Closed cases
filter-all = Open and closed cases
filter-who = With whom
filter-anybody = Anybody
filter-me = You
filter-nobody = Nobody yet
filter-carried-by = With { $who }
filter-dates = Dates
filter-any = All
filter-overdue = Something is overdue
filter-condition = What is so
filter-missing = Missing children
filter-no-guardian = No guardian
filter-liberty = Liberty restricted
filter-sex = Sex as recorded
filter-exploitation = Exploitation
filter-nationality = Nationality: { $country }
filter-country = Nationality
filter-apply = Show these

search-label = Name, pseudonym or reference
search-button = Search

work-title = Work over your cases
work-title-all = Work over all cases
work-overdue = Overdue
work-unassigned = Taken by nobody yet
work-breaches = Breaches
work-capacity = Who carries what
work-none-overdue = Nothing is overdue.
work-none-unassigned = Every referral has been taken.
work-none-breaches = No breach has been noted.
work-none-capacity = Nobody carries an open case.
work-cut = The first { $count } are shown.
work-breaches-lead = A rule was not kept, and this was noted. It stays here, also when what was owed has been done.
work-capacity-lead = Open cases. Who carries many with something overdue may need help.
breach-rule = What was not kept
breach-when = Not kept since
breach-noted = Noted
breach-state = Now
breach-done-on = Done on { $date }
breach-owed = Still owed
breach-step = See the step, entry { $entry }
capacity-who = Who
capacity-cases = Open cases
capacity-overdue = With something overdue
