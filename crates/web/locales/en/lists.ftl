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
today-missing-all = All missing children
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
cases-order-urgent = Missing children first, then what is overdue, then what is due next.
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
page-empty = Nothing stands on this page.
views = Views
view-open = All open cases
view-nobody = Taken by nobody yet
view-now = Something is overdue
views-own = Your views
views-own-lead = Only you see these, in every browser in which you sign in. A view keeps the filters, the order and the columns of the list of cases, and no case.
views-none = You have saved no view yet. Narrow the list of cases, then save it under a name.
views-change = Rename or delete
view-save-title = Save this view
view-save = Save this view
view-name = Name of the view
view-name-hint = It keeps the filters, the order and the columns that are set now. Only you see it.
view-new-name = Name
view-rename = Rename
view-delete = Delete
view-renamed = The view has its new name.
view-deleted = The view is deleted. The cases are as they were.
view-back-to-list = See the list that is to be saved
view-order = Order: { $order }
view-no-name = Write a name with a letter or a digit, by which you will know the view again
view-too-long = Write a shorter name, of { $most } characters at most
view-name-taken = A view has this name already. Write another
view-too-many = You have { $most } views, and can keep no more. Delete one below, then save this one
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
filter-columns = Columns
filter-columns-fewer = Not all columns
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
work-breaches-lead = A rule was not kept, and this was noted. It stays here, also when what was owed has been done.
work-none-capacity = Nobody carries an open case.
work-capacity-lead = Open cases. Who carries none stands at the end; who carries many with something overdue may need help.
breach-rule = What was not kept
breach-when = Not kept since
breach-noted = Noted
breach-state = Now
breach-done-on = Done on { $date }
breach-handed-over-on = Not done: handed over on { $date }
breach-set-aside-on = Not done: set aside on { $date }
breach-ended-on = Not done: ended with the case on { $date }
breach-happened = It was done without what it needs
breach-owed = Still owed
breach-no-longer = No longer owed, and not done
breach-step = See the step, entry { $entry }
capacity-who = Who
capacity-cases = Open cases
capacity-overdue = With something overdue

registers-lead = What stands over all cases. No true name of a child and no address stands here.
register-missing = Missing children
register-missing-lead = Children who are missing now, and those who came back in the last 90 days.
register-missing-none = No child is missing, and none was in the last 90 days.
register-missing-count = { $count } now
register-liberty = Restrictions of liberty
register-liberty-lead = Each measure that leaves a child less free than others of that age, with who approved it and when it ends.
register-liberty-none = No child’s liberty is restricted, and none was in the last 90 days.
register-liberty-count = { $count } now
register-placements = Places of care
register-placements-lead = Providers of care with their free places. The children are counted over all cases of the authority that refer to its book; those whose case you may see are named.
register-placements-uncounted = { $count ->
    [one] One placement in a case of others names its home in words and not by the authority’s book. It is not counted here: ask whether a place is really free.
   *[other] { $count } placements in cases of others name their homes in words and not by the authority’s book. They are not counted here: ask whether a place is really free.
}
register-placements-none = No provider stands in the authority’s book or in a case.
register-placements-count = { $count ->
    [one] 1 provider
   *[other] { $count } providers
}
register-guardians = Guardians
register-guardians-lead = Guardians with the number of children for whom each stands now, counted over all cases of the authority that refer to its book.
register-guardians-uncounted = { $count ->
    [one] One appointment in a case of others names its guardian in words and not by the authority’s book. It is not counted here.
   *[other] { $count } appointments in cases of others name their guardians in words and not by the authority’s book. They are not counted here.
}
register-guardians-none = No guardian stands in the authority’s book or in a case.
register-guardians-count = { $count ->
    [one] 1 guardian
   *[other] { $count } guardians
}
register-inquiries = Inquiries
register-inquiries-lead = Inquiries to and from other states, and for how many days each lay with whom.
register-inquiries-none = No inquiry waits for an answer, and none was answered in the last 90 days.
register-inquiries-count = { $count } waiting
register-what = What
register-since = Since
register-now = Now
register-waits = Being worked out
register-ended = Ended on { $date }
register-lasts = { $days ->
    [0] Since today
    [one] For 1 day
   *[other] For { $days } days
}
liberty-until = Planned end
liberty-no-end = No end was set
liberty-judge-yes = Approved by a judge.
liberty-judge-no = No judge approved it.
liberty-judge-unknown = Not known whether a judge approved it.
liberty-since-review = { $count ->
    [0] No restriction of a child’s freedom of movement has begun since the last independent review.
    [one] 1 restriction of a child’s freedom of movement has begun since the last independent review.
   *[other] { $count } restrictions of a child’s freedom of movement have begun since the last independent review.
}
liberty-review-at = With { $count }, an independent review of the practice is owed.
liberty-review-owed = So many restrictions were recorded that a review of the practice is owed.
inquiry-from = Came from { $who }
inquiry-to = Sent to { $who }
inquiry-nobody = With whom is not known
inquiry-lies = { $hand }: { $days ->
    [0] since today
    [one] for 1 day so far
   *[other] for { $days } days so far
}
inquiry-lay = { $hand }: { $days ->
    [0] less than a day
    [one] 1 day
   *[other] { $days } days
}
not-in-book = Not in the authority’s book.
guardian-who = Guardian
guardian-children = Children
guardian-of = { $children } of at most { $most }
guardian-no-most = No number is set.
guardian-full = Full
guardian-trained = Trained
provider-who = Provider
provider-places = Places
provider-here = Children there now
provider-nobody-here = None
provider-since = Since { $date }
provider-others = { $count ->
    [one] 1 child more, or one whose case is not yours
   *[other] { $count } children more, or whose cases are not yours
}
provider-policy = Safeguarding policy
provider-policy-from = From { $date }
provider-policy-until = Until { $date }
provider-policy-ran-out = Ran out: it held until { $date }
provider-looked-at = Audit and inspection
provider-audited = It last audited itself: { $date }.
provider-never-audited = No audit of its own is known.
provider-inspected-meets = Inspected on { $date }: it meets the minimum standards.
provider-inspected-fails = Inspected on { $date }: it does not meet the minimum standards.
provider-inspected-unknown = Inspected on { $date }: not known whether it meets the minimum standards.
provider-never-inspected = No inspection is known.
provider-said-free = { $count ->
    [0] By its own word none was free on { $date }.
    [one] By its own word 1 was free on { $date }.
   *[other] By its own word { $count } were free on { $date }.
}
provider-came-since = { $count ->
    [one] 1 child came since.
   *[other] { $count } children came since.
}
provider-free = { $count ->
    [one] 1 place is free
   *[other] { $count } places are free
}
provider-full = Full
provider-too-many = { $count ->
    [one] 1 child more than places
   *[other] { $count } children more than places
}
provider-places-unknown = Places not known
provider-children = { $count ->
    [0] No child of this authority lives there.
    [one] 1 child of this authority lives there.
   *[other] { $count } children of this authority live there.
}
provider-of-places = { $count ->
    [one] It has 1 place.
   *[other] It has { $count } places.
}

search-hint = Names are found in any script, with a wrong letter, or by their sound. What you type is kept, sealed, with who searched and when, and nowhere else.
search-found = { $count ->
    [0] Nothing was found
    [one] One case
   *[other] { $count } cases
}
search-none = No case that you may see has this name or reference. A colleague may carry it; ask a supervisor.
search-more = There is more than is shown. Type more of the name.
search-how = How it was found
found-reference = The reference is the same
found-same = The name is the same
found-begins = The name begins so
found-typo = One letter is different
found-sounds = It sounds alike

known-title = This child may be known already
known-more = There are more such cases than are shown here, or there may be.
known-more-do = Before you accept the referral as a new case, search for the whole name, also as it is written in other papers, and ask a supervisor, who sees all cases.
known-lead = A case of this authority has a name that comes near. Ask who carries it before you accept the referral as a new case.

lists-waiting = { $count ->
    [one] One case is being reckoned anew, after an update or because its line here could not be read. Until then it may be missing here. Look again in a minute.
   *[other] { $count } cases are being reckoned anew, after an update or because their lines here could not be read. Until then they may be missing here. Look again in some minutes.
}
