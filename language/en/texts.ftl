# Everything the assistant says. Plain, warm, short; dates are absolute and in the user's zone.
# Values are escaped for Telegram's HTML before they come here; <b>, <i> and <code> may be used in the texts.

## Beginning and help

start =
    Hello. I keep track of what happens after your job interviews: I remember what you tell me, say what to do next, and write to you when it is time to thank, to wait, to ask, or to let go. I never write to an employer myself.

    Tell me about your last interview, the way you would tell a friend. For example: <i>Just out of my interview at Acme with Dana Reed. Felt great, they will let me know by Friday.</i>
help =
    Write to me in your own words: that you have an interview, how it went, what they promised, what you sent, what came back. I read dates like “next Tuesday” and “in two weeks”.

    Ask at any time: <i>What should I do now?</i>

    /now – what to do now
    /list – your applications, a card each; <i>/list acme</i> finds one
    /add – a new application, step by step
    /letter – a letter to copy
    /overview – all of them as a picture
    /calendar – a file for your calendar
    /undo – take back the last thing; <i>/undo list</i> shows more
    /rules – what I go by, and why
    /settings – how I work for you
    /privacy – what I keep, and who sees it
    /export – everything as a file
    /delete – delete everything about you
    /cancel – drop the question I asked
command-start = what I do
command-now = what should I do now?
command-list = my applications
command-add = add an application step by step
add-company = Which company is it?
add-when = When is the interview, or when was it? A day will do, with the hour if you know it.
command-undo = take back the last thing
command-rules = what I go by, and why
command-help = how to talk to me
command-cancel = drop an open question
unknown-command = I do not know { $command }. /help shows what I know, and plain words always work.

## What was noted

noted = Noted for <b>{ $company }</b>: { $facts }.
noted-role = Noted for <b>{ $company }</b> ({ $role }): { $facts }.
noted-new = Noted: <b>{ $company }</b>.
noted-new-role = Noted: <b>{ $company }</b> ({ $role }).
noted-setting = Noted: { $facts }.
corrected = Corrected for <b>{ $company }</b>: { $facts }.
corrected-name = Corrected: <b>{ $company }</b>.
corrected-role = Corrected: <b>{ $company }</b> ({ $role }).
taken-back = Taken back for <b>{ $company }</b>: { $facts }.
taken-back-name = Taken back: <b>{ $company }</b>.
taken-back-setting = Taken back. Again: { $facts }.
taken-back-own = Taken back: { $facts }.
taken-back-question = Taken back: my question.
nothing-to-undo = There is nothing left to take back.
already-taken-back = That is already taken back.
this-interview = your interview
this-job = the job as { $role }

fact-held = interview { $day }
fact-held-stage = { $stage } { $day }
fact-held-undated = the interview is over
fact-planned = interview { $when }
fact-planned-stage = { $stage } { $when }
fact-moved = interview moved to { $when }
fact-moved-day = interview moved to { $when }, the hour still open
fact-cancelled = the interview is off, no new day yet
fact-call = they call { $when }
fact-contact = { $contact }
fact-no-calls = no calls, please
fact-card = you have the card
fact-felt = it felt { $feeling ->
    [great] great
    [good] good
    [bad] bad
   *[unsure] so-so
    }
fact-promise = an answer by { $by }
fact-no-date = they named no date
fact-thanked = thank-you sent
fact-thanked-names = thank-you sent to { $names }
fact-followed-up = { $times ->
    [1] you followed up
    [2] you followed up twice
   *[other] you followed up { $times } times
    }
fact-followed-up-day = { $times ->
    [1] you followed up { $day }
    [2] you followed up twice, last { $day }
   *[other] you followed up { $times } times, last { $day }
    }
fact-they-replied = they got in touch
fact-they-called = they called
fact-answered = you answered them
fact-next-round = they invite you to the next round
fact-invited = they invite you to an interview
fact-offer = they made you an offer
fact-offer-deadline = they made you an offer, to be answered by { $by }
fact-accepted = you accepted
fact-declined = you declined
fact-rejected = they said no
fact-withdrew = you withdrew
fact-gut-write = your gut says write
fact-gut-write-on = you want to write on { $day }
fact-gut-wait = you wait a week longer
fact-gut-wait-on = you wait until { $day }
fact-gut-let-go = your gut says let go
fact-skipped = { $rule ->
    [thank-you] no thank-you
    [get-contact] no contact for now
    [ask-promise] no date known
    [they-replied] no answer needed
    [confirmed-call] no note about the call
    [new-date] no asking for a new date
    [rejected] no thank-you
    [withdraw] you keep the others open
   *[other] no follow-up now
    }
fact-closed = closed
fact-reopened = open again
fact-snoozed = I come back to it { $until }
zone-now = It is { $now } there, and every time I name is on that clock.

stage-phone_screen = phone interview
stage-first = first interview
stage-second = second interview
stage-technical = technical interview
stage-onsite = on-site interview
stage-final = final interview


## Kind words

sorry-rejected = I am sorry. A no hurts, above all when you were hoping. All it says is that some things did not match. Let it go: you will find something better.
sorry-pain = I am sorry, that is hard.
glad-offer = Congratulations, that is wonderful news.
glad-accepted = Congratulations on the new job. Enjoy this day.
glad-next-round = They want to see more of you. Well done.
glad-invited = They want to meet you. Well done.
glad-reopened = So it was not over: <b>{ $company }</b> is open again.
declined-kindly = That takes clarity. Well done for deciding.
let-go-kindly = You did your part and can leave it with a clear conscience.

## Steps: what to do now

also-heading = Also:
meanwhile-heading = Only this, meanwhile:
others =
    { $count ->
        [one] one more
       *[other] { $count } more
    }
labelled = <b>{ $company }</b>: { $words }
step-prepare = On your way out, ask for a business card and for when they decide. On a call: names and an e-mail address.
step-prepare-at = Your interview is { $start }. On your way out, ask for a business card and for when they decide. On a call: names and an e-mail address.
step-prepare-again = Your interview is { $start }.
step-how-did-it-go = How did your interview go? A button is enough; a line tells me more.
step-get-contact = Whom can you reach there, and how? No card? Ask whoever arranged the interview; there is no need to go back for it.
step-ask-promise = Did they say when you would hear?
step-thank-you = Send a short thank-you by e-mail today, one letter to each person who interviewed you.
step-thank-you-to = Send a short thank-you by e-mail today: <code>{ $address }</code>.
step-thank-you-name = Send { $name } a short thank-you by e-mail today.
step-thank-you-name-to = Send { $name } a short thank-you by e-mail today: <code>{ $address }</code>.
step-thank-you-phone = Send { $name } a short thank-you today. I only know a number: text it to <code>{ $phone }</code>, or ask whoever arranged the interview for an e-mail address.
step-thank-you-names = Send { $names } a short thank-you by e-mail today, one letter each.
step-check-in-phone = Call { $name } and ask politely where things stand: <code>{ $address }</code>. If you would rather write, a formal e-mail is just as good.
step-check-in-phone-later = Call { $name } and ask politely where things stand: <code>{ $address }</code>. A good time is { $call-at }. If you would rather write, a formal e-mail is just as good.
step-check-in-email = Write { $name } a short e-mail and ask politely where things stand: <code>{ $address }</code>.
step-check-in-skype = Message { $name } on Skype and ask politely where things stand: <code>{ $address }</code>.
step-check-in-nobody = It is time to ask politely where things stand. Whom can you reach, and how? A number or an e-mail address is enough; whoever arranged the interview knows.
step-check-in-unknown = It is time to decide about a follow-up, and I do not know yet: how did the interview feel? If it was great, follow up.
step-check-in-unsure = Your call: write to them once, or let go. You were not sure after the interview, so only you can say.
step-gut = You have asked, and nothing came. What does your gut say: write now, wait, or let go?
step-gut-since = You asked on { $day }, and nothing has come since. What does your gut say: write now, wait, or let go?
step-second-phone = Time for your second and last follow-up, short and with something new to say. Call { $name }: <code>{ $address }</code>.
step-second-phone-later = Time for your second and last follow-up, short and with something new to say. Call { $name }: <code>{ $address }</code>. A good time is { $call-at }.
step-second-email = Time for your second and last follow-up, short and with something new to say. Write to { $name }: <code>{ $address }</code>.
step-second-skype = Time for your second and last follow-up, short and with something new to say. Message { $name } on Skype: <code>{ $address }</code>.
step-second-nobody = Time for your second and last follow-up, short and with something new to say. Whom can you reach, and how?
step-let-go-offer = The time to answer their offer has run out. If you want it, call them today; if not, tell me that you declined, or let it go.
step-let-go-unasked = Time to let this one go. Some things about you and that job did not match, and somebody sure of what they can do finds a better one. If they still come back, just tell me.
step-let-go = Time to let this one go. You did what there was to do; some things about you and that job did not match. Somebody sure of what they can do finds a better one. If they still come back, just tell me.
step-they-replied = Answer them today, if anything is left to answer. A few friendly lines are enough.
step-rejected = If you like, thank them in two lines and ask what you could do better. You need not.
step-offer = Acknowledge the offer today: thanks, and by when they need your answer. If others are still deciding, tell them that you have one.
step-offer-deadline = They need your answer by { $deadline }. If you have not yet: thank them today. If others are still deciding, tell them that you have an offer.
step-confirmed-call-phone = Did they call? If not, one short friendly line today: that you were there, and when it would suit them. { $name }: <code>{ $address }</code>.
step-confirmed-call-phone-later = Did they call? If not, one short friendly line: that you were there, and when it would suit them. { $name }: <code>{ $address }</code>. A good time is { $call-at }.
step-confirmed-call-email = Did they call? If not, one short friendly e-mail today: that you were there, and when it would suit them. { $name }: <code>{ $address }</code>.
step-confirmed-call-skype = Did they call? If not, one short friendly line on Skype today: that you were there, and when it would suit them. { $name }: <code>{ $address }</code>.
step-confirmed-call-nobody = Did they call? If not, one short friendly note today: that you were there, and when it would suit them.
step-new-date-phone = Call { $name } and ask for a new date: <code>{ $address }</code>.
step-new-date-phone-later = Call { $name } and ask for a new date: <code>{ $address }</code>. A good time is { $call-at }.
step-new-date-email = Write { $name } a line and ask for a new date: <code>{ $address }</code>.
step-new-date-skype = Message { $name } on Skype and ask for a new date: <code>{ $address }</code>.
step-new-date-nobody = Ask whoever arranged the interview for a new date.
step-withdraw = You have accepted an offer. I keep quiet about the others now. Withdraw from them?
step-withdraw-names = You have accepted an offer. I keep quiet about the others now. Withdraw from { $names }?
somebody = them

## When I come back, and waiting

remind = I will remind you { $when }.
ask-after = I will ask once more { $when }.
next-prepare = I will remind you of the card { $when }, and ask afterwards how it went.
ask-feeling = How did it feel?
wait = Do nothing for now.
wait-until = Do nothing until { $when }.
wait-promise = They said { $promise }, and { $grace ->
    [1] one working day
   *[other] { $grace } working days
    } of grace are only fair. Silence until then means nothing.
wait-no-promise = I know of no date from them, so give them some days.
wait-no-date-named = They named no date, so give them some days.
wait-silence = Silence is normal: most companies only call the people they take, and a yes can take long.
wait-reply = They have written, without a date. Give them time; silence is normal.
wait-first = You have asked once. Two days without an answer are no reason to ask again: it would look impatient.
wait-gut = You chose to wait until then.
wait-second = You have asked twice. Give them these last days.
wait-interview = The interview is { $when }.
wait-call = They call { $when }.
wait-bad = It did not feel right, so let it rest.
wait-not-asking = You are not asking them, so this is over to them.
wait-unsure = You were not sure, so give it time before you decide whether to write.
wait-new-date = It is off for now. Give them two working days to name a new date.
wait-ask-interview = Tell me when an interview is fixed, or how it went.
wait-elsewhere = Keep applying elsewhere meanwhile.
i-write = I will write to you then.
then-until = After that there is nothing to do until { $when }; I will write to you then.
nothing-known = I do not know of any application yet. Tell me about your last interview, or the next one.
nothing-open = Nothing is open. Tell me about your next interview whenever there is one.
celebrate = Nothing to do but enjoy it: you have the job at <b>{ $company }</b>.

## How an application stands, in a few words

state-prepare = interview { $when }
state-how-did-it-go = how did it go?
state-get-contact = whom could you reach?
state-ask-promise = did they name a date?
state-thank-you = thank-you due
state-check-in = time to follow up
state-check-in-unknown = how did it feel?
state-check-in-unsure = your call: write, or let go
state-gut = what does your gut say?
state-second = time for the second follow-up
state-let-go = time to let go
state-they-replied = answer them
state-rejected = they said no
state-offer = you have an offer
state-confirmed-call = did they call?
state-new-date = ask for a new date
state-withdraw = you accepted
state-waiting = waiting until { $when }
state-quiet = nothing open

## Etiquette

etiquette-in_person = Better not in person. You may come at a bad time, wait for hours, or seem to demand an answer on the spot. { $instead }
instead-phone = Calling { $name } is fine when it is time.
instead-email = An e-mail to { $name } does it better, when it is time.
instead-skype = A line to { $name } on Skype does it better, when it is time.
instead-nobody = A formal e-mail does it better, when it is time.
etiquette-call_or_write = If you have the person's number, a polite call is best; otherwise write, the way you are used to writing with them. E-mail is never wrong, and never go there in person.
etiquette-thank_you = Yes, thank them: a short e-mail within a day, one to each person you met. It shows that you noticed the time they took.
etiquette-business_card = Ask for a card before you leave, so that you know whom to thank and whom to call. No card? Ask whoever arranged the interview, and do not go back for it.
etiquette-silence = Silence is normal. Most companies only call the people they take, and sometimes a yes takes very long. It says little about you.
etiquette-move_on = After two follow-ups without an answer it is time to let go. Until then there is no need to give up, and never a reason to stop applying elsewhere.
etiquette-follow_up = A follow-up makes sense when it felt really good and their time is over: two working days after the day they named, about a week if they named none. Then a week of patience, and one more at most.
not-yet = Not yet.
not-yet-until = Not yet. The time to ask is { $when }, if nothing has come by then.
better-not = Better not: a follow-up is for interviews that felt good.
yes-now = Yes, now is the time.
no-more = No. Two follow-ups are enough.
no-longer = No, the time for that is over.
no-closed = No, that one is closed. If they come back, just tell me.

## Questions of mine

option-name = { $name }
doubt-which-application = Which application do you mean?
doubt-other-day = There is an interview fixed for another day. Was it moved, or is this one more?
option-moved = It was moved
option-one-more = One more
doubt-when-followed-up = When did you write or call?
question-dropped = Dropped. Tell me when you want to come back to it.
stop-what = Stop what? “Stop asking about Acme” hushes one, “close Acme” ends it, “not today” puts it off, and /delete removes everything.
no-question = There is no open question. What would you like to tell me?
moment-elsewhere = { $moment } ({ $there } { $place } time)
moment-by-offset = { $moment } ({ $there } { $place })
zone-unknown = I go by { $zone } time. If you live elsewhere, tell me your city, or press “Where I am”.
option-today = Today
option-yesterday = Yesterday
option-few-days-ago = 2–3 days ago
option-week-ago = About a week ago
option-longer-ago = Longer ago

## Buttons

button-done = Done
button-later = Later
button-skip = Skip
button-why = Why?
button-undo = Undo
button-great = Great
button-good = Good
button-unsure = So-so
button-bad = Bad
button-write = Write now
button-wait = Wait a week
button-let-go = Let go
button-no-date = They named no date
button-accepted = Accepted
button-declined = Declined
button-withdraw = Withdraw
button-keep = Keep them
button-close = Let it go
button-they-called = They called
button-they-answered = They answered
button-hour = In 1 hour
button-tonight = Tonight
button-tomorrow = Tomorrow morning
button-days = In 3 days
button-for = { $button } · { $company }

## Presses

later-when = When shall I come back to it?
later-too-late = That would be too late: its time ends { $closes }.
later-not-due = There is nothing to do by then.
later-passed = That moment has passed. Choose another one.
already-settled = That is settled already.
old-button = That button is too old. Just tell me in your own words.

## Chatter, and what cannot be used

greeting = Hello. How did your interview go, or when is the next one?
greeting-known = Hello. Ask me what to do now, or tell me what is new.
you-are-welcome = You are welcome. I am here when something happens.
rude = I can take it. When you feel like it, tell me how your interview went, or ask what to do now.
off-topic = I only know about what comes after job interviews. Tell me about yours, or ask what to do now.
beyond-me = I am no judge of that. What I do know is what to do after an interview, and when: ask me what to do now.
english-only = I am sorry, I only understand English so far. Tell me in a few simple words and I will gladly help.
arranged = Good to know.
chat = Always nice to hear from you. Tell me when something happens.
cheer = I keep my fingers crossed for you.
nervous = Being nervous is no bad sign: it means that you care. You need not be perfect, only yourself.
willing = Good. Tell me when it is done; “sent” is enough.
not-done = No hurry, it stays open. You can also say “tomorrow at 9”, or “skip”.
said-when = And when will you hear? “Friday” or “in two weeks” is enough.
undecided = You need not decide today. It stays open until you know.
not-understood = I did not understand that well enough to note anything. Tell me what happened, for example: <i>interview at Acme yesterday, felt good, they decide next week</i>.
silence-reported = Silence is normal, even when it is hard to bear.
unusable = I could not use “{ $words }”: there is no such time. When did you mean?
edited = I read your corrected message in place of the old one.
attachment = I can only read text, invitations (.ics) and contacts. Tell me in a few words what it says.
group = I only talk in private. Write to me directly and I will gladly help.
something-went-wrong = Something went wrong on my side and I could not deal with that message. Please tell me once more in other words.

## The plan at a glance, beside the chat

timeline-open = Open now
timeline-nothing-open = Nothing to do now.
timeline-ahead = What comes next
timeline-nothing-ahead = Nothing is planned.
timeline-told = What was said
timeline-nothing-told = Nothing yet.
timeline-moment = { $when }
timeline-about = { $company }
timeline-reminder = I remind you: { $words }
timeline-opening = If nothing changes: { $words }
timeline-nudged = I wrote to you: { $words }
timeline-digest = I wrote to you what the morning holds
timeline-nudged-prepare = I wrote to you before the interview
