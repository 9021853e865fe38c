## The calendar

calendar-told = For your calendar: { $contents }. Open the file to add them.
calendar-interviews = { $count ->
    [1] one appointment
   *[other] { $count } appointments
    }
calendar-errands = { $count ->
    [1] one reminder
   *[other] { $count } reminders
    }
calendar-cancelled = { $count ->
    [1] one that was called off
   *[other] { $count } that were called off
    }
calendar-again = When something changes, ask me again: the new file puts the same entries right.
calendar-empty = There is nothing ahead to put into a calendar. Tell me of an interview, and ask again.
command-calendar = a file for your calendar

calendar-name = Afterword
calendar-interview = Interview: { $company }
calendar-stage = { $company }: { $stage }
calendar-call = { $company } calls you
calendar-errand = { $company }: { $words }
calendar-role = { $role }
calendar-contact = { $contact }
