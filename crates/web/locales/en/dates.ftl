# Dates and times, always written out and with their zone.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-year = { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
date-time = { $date } at { $time } ({ $zone })
date-between = between { $from } and { $to }
date-estimated = estimated, between { $from } and { $to }
time-only = { $time } ({ $zone })
date-local = { $date } at { $time }
