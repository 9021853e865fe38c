# Settings: what holds for the user, how to change it, and what follows from a change.

command-settings = how I work for you: clock, holidays, quiet hours, patience
settings-told =
    How I work for you:
    { $settings }
settings-how = Press what you want to change, or tell me: <i>my quiet hours are 22 to 7</i>.
settings-line = • { $words }
settings-chosen = Noted: { $words }.
setting-so-already = That is so already: { $facts }.
settings-same = That is how it is already.
settings-no-day = One day at least has to be a working day.

says-zone = your clock is that of { $place }
says-zone-fixed = your clock is { $offset } all year
says-zone-untold = I go by the clock of { $place } until I know where you are
says-zone-untold-fixed = I go by { $offset } until I know where you are
says-country = public holidays of { $country }
says-country-follows = public holidays of { $country }, as your clock goes
says-country-unknown = no public holidays, as I know of none where your clock goes
says-working_days = working days { $days }
says-quiet = quiet from { $from } to { $until }
says-quiet-none = no quiet hours
says-morning = morning messages at { $at }
says-morning-quiet = morning messages at { $at }, but not before your quiet hours end at { $until }
says-days_after_promise = { $days ->
    [0] no day of grace after a day they promised
    [1] 1 working day of grace after a day they promised
   *[other] { $days } working days of grace after a day they promised
    }
says-days_without_promise = { $days ->
    [1] 1 working day of patience if they name no day
   *[other] { $days } working days of patience if they name no day
    }
says-days_before_gut = { $days ->
    [1] 1 day after the first follow-up I ask your gut
   *[other] { $days } days after the first follow-up I ask your gut
    }
says-days_before_letting_go = { $days ->
    [1] 1 working day after the second follow-up it is time to let go
   *[other] { $days } working days after the second follow-up it is time to let go
    }
says-thanks_on_weekends = { $is ->
    [yes] thank-yous on weekends too
   *[no] no thank-yous on weekends
    }
says-digest_days = a digest in the morning: { $days }
says-digest_days-none = no digest in the morning
says-name = I sign your letters with { $name }
says-name-none = I do not know what to sign your letters with

days-every = every day
days-span = { $first } to { $last }
days-some = { $days }
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun

hint-zone = Send me where you are, or write a city, or an offset like <i>UTC+2</i>.
hint-country = Write the country, like <i>Austria</i>. It goes with your clock until you do.
hint-working_days = Days of patience are counted in these. Press the days, or tell me: <i>I work Sunday to Thursday</i>.
hint-quiet = I do not write then, unless you chose the time. Other hours? Write them, like <i>22:30 to 6:30</i>.
hint-morning = Another hour? Write it, like <i>7:45</i>.
hint-days_after_promise = How long after the day they named do we wait before you ask? Another number? Write it.
hint-days_without_promise = How long do we wait before you ask, if they named no day? Another number? Write it.
hint-days_before_gut = How long after the first follow-up do I ask what your gut says? Another number? Write it.
hint-days_before_letting_go = How long after the second follow-up do we let go? Another number? Write it.
hint-thanks_on_weekends = May I remind you of a thank-you on a weekend?
hint-digest_days = On these mornings I write what is for today, whose word you are waiting for, and who has been quiet for long. Nothing, if there is nothing.

button-setting = { $parameter ->
    [zone] My clock
    [country] Holidays
    [working_days] Working days
    [quiet] Quiet hours
    [morning] Morning hour
    [days_after_promise] After a promise
    [days_without_promise] Without a promise
    [days_before_gut] Before the gut asks
    [days_before_letting_go] Before letting go
    [thanks_on_weekends] Weekend thank-yous
   *[digest_days] Morning digest
    }
button-chosen = ✓ { $label }
button-value = { $value }
button-number = { $days ->
    [0] None
    [1] 1 day
   *[other] { $days } days
    }
button-hours = { $from } to { $until }
button-quiet-none = None
button-yes = Yes
button-no = No
button-every-day = Every day
button-no-digest = Off
button-follow-clock = As my clock goes
button-all-settings = All settings
button-place = Where I am
button-share-place = Send where I am
place-asked = Where are you? Send me where you are with the button below, or write a city, or an offset like <i>UTC+2</i>.
place-unknown = I know no clock for that place. Write a city nearby, or an offset like <i>UTC+2</i>.

zone-fixed-note = That clock knows no summer time. If yours does, name a city instead.
moved = <b>{ $company }</b>: the reminder moves from { $from } to { $to }.
moved-interview = <b>{ $company }</b>: on this clock your interview is { $when }.
moved-new = <b>{ $company }</b>: I will write { $to }.
moved-gone = <b>{ $company }</b>: the reminder of { $from } is gone.
moved-more = { $count ->
    [1] One more moves too.
   *[other] { $count } more move too.
    }

refused-hour = I could not use “{ $words }”: a day's hours go from 0:00 to 23:59.
refused-days = I could not use { $words } days: I can wait from 1 to 60.
refused-days-promise = I could not use { $words } days: I can wait from 0 to 30.
refused-no-day = I could not use that: one day at least has to be a working day.
refused-place = I know no place called “{ $words }”. A larger city nearby will do, or an offset like <i>UTC+2</i>.
refused-offset = I know no clock at { $words }. Name a city, or an offset like <i>UTC+2</i>.
doubt-which-place = Which of them is yours?
doubt-which-city = That has several clocks. Which city's is yours?

## Later, and no more

button-another-day = Another day
later-name-day = When shall I come back to it? Write a day or an hour, like <i>Friday</i> or <i>tomorrow at 4</i>.
later-name-day-before = When shall I come back to it? Write a day or an hour before { $closes }, like <i>tomorrow at 4</i>.
doubt-which-step = Which one may wait?
fact-muted = I write no more about it
fact-unmuted = I write about it again
muted = I keep quiet about it, as you asked.
muted-how = What there is to do stays in /now. Want to hear from me again? <i>Remind me about it again.</i>
button-unmute = Write about it again
nothing-to-mute = I write about nothing at the moment.

## The digest of a morning

digest-today = Good morning. Today:
digest-today-list =
    Good morning. Today:
    { $lines }
digest-nothing-today = Good morning. There is nothing to do today.
digest-also = { $lines }
digest-waiting =
    You are waiting for:
    { $lines }
digest-quiet =
    Quiet for long:
    { $lines }
digest-line = • <b>{ $company }</b> – { $words }
digest-line-at = • <b>{ $company }</b> – from { $at }: { $words }
digest-call = a call on { $day }
digest-since = nothing since { $day }
digest-more = { $count ->
    [1] • and one more
   *[other] • and { $count } more
    }
