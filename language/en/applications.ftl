## My applications: lists and cards

list-open = <b>Your applications</b>
list-closed = <b>Closed</b>
list-closed-none = Nothing is closed.
list-found = Found for “{ $words }”:
list-found-none = I know of no application that fits “{ $words }”. A company, a role, a name will do, or “rejected”.
list-page = Page { $number } of { $pages }.
list-lines =
    { $heading }
    { $applications }
list-line = • <b>{ $company }</b> – { $words }
list-line-role = • <b>{ $company }</b> ({ $role }) – { $words }
list-archived = { $count ->
    [1] One is closed.
   *[other] { $count } are closed.
    }
ended-rejected = they said no, { $day }
ended-withdrawn = you withdrew, { $day }
ended-accepted = you have the job, { $day }
ended-declined = you declined, { $day }
ended-let_go = let go, { $day }
ended-done = closed, { $day }

card =
    <b>{ $company }</b>
    { $state }
card-role =
    <b>{ $company }</b> · { $role }
    { $state }
card-interviews =
    <b>Interviews</b>
    { $interviews }
card-interview = interview
card-interview-on = { $stage } { $when }
card-interview-undated = { $stage }, day unknown
card-called-off = • { $interview }, called off
card-felt = • { $interview }, it felt { $feeling ->
    [great] great
    [good] good
    [bad] bad
   *[unsure] so-so
    }
card-point = • { $words }
card-contacts =
    <b>People</b>
    { $contacts }
card-text = { $words }
card-address = <code>{ $address }</code>
card-nameless = somebody
card-more = • and { $count } more
card-promised = They promised an answer by { $day }.
card-call-promised = They said they would call on { $day }.
card-last-word = Last word from them, { $day }: { $words }.

button-previous = ‹ Previous
button-next = Next ›
button-card = { $company }
button-closed = Closed ({ $count })
button-open-ones = Open ones
button-edit = Edit
button-back-to-list = Back to the list
button-to-card = Show the card
card-gone = I do not have that one any more.

## Editing

which-one = Which one?
edit-what = What would you like to change about <b>{ $company }</b>?
edit-thing = <b>{ $company }</b>: { $name }
edit-closing = How did it end with <b>{ $company }</b>?
change-company = What is the right name of <b>{ $company }</b>?
change-role = Which job is it at <b>{ $company }</b>?
change-interview = When is the interview at <b>{ $company }</b>? A day, with the hour if you know it.
change-feeling = How did it feel at <b>{ $company }</b>?
change-promise = By when does <b>{ $company }</b> answer?
change-deadline = Until when may you answer <b>{ $company }</b>?
change-person = Whom do you know at <b>{ $company }</b>? A name, with a number or an e-mail address if you have one.
change-name = What is the name?
change-part = What do they do there? For example: recruiter.
change-phone = What is the number?
change-email = What is the e-mail address?
change-skype = What is the Skype name?
change-linkedin = What is the LinkedIn address?
removed = Removed from <b>{ $company }</b>: { $facts }.
removed-name = Forgotten: <b>{ $company }</b>, and all I knew of it.

button-this = { $name }
button-change-company = Company
button-change-role = Role
button-change-interview = Day and hour
button-change-feeling = Feeling
button-change-promise = When they answer
button-change-deadline = Deadline of the offer
button-change-person = Add a person
button-change-name = Name
button-change-part = What they do
button-change-phone = Phone
button-change-email = E-mail
button-change-skype = Skype
button-change-linkedin = LinkedIn
button-closing = It is over
button-choose-rejected = They said no
button-choose-withdrew = I withdrew
button-choose-let-go = I let it go
button-choose-reopen = Open it again
button-choose-no-date = They named no date
button-choose-no-interview = Remove the interview
button-choose-no-contact = Remove the person
button-choose-forget = Forget it all

## What you told me, undo and redo

back-again = Here again for <b>{ $company }</b>: { $facts }.
back-again-name = Here again: <b>{ $company }</b>.
back-again-setting = Here again: { $facts }.
back-again-question = Here again: my question.
nothing-to-redo = There is nothing to bring back.
history =
    <b>What you told me last</b>, the latest first:
    { $steps }
history-none = You have not told me anything yet.
history-line = { $number }. { $facts } ({ $when })
history-line-undone = { $number }. taken back: { $facts } ({ $when })
history-about = <b>{ $company }</b>: { $facts }
history-name = <b>{ $company }</b>
history-question = something I asked about
history-removed = removed from <b>{ $company }</b>: { $facts }
history-removed-name = forgotten: <b>{ $company }</b>
button-redo = Redo
button-history = Undo something else
button-undo-number = Undo { $number }
button-redo-number = Redo { $number }

## Why, and the rulebook

why = <b>Why?</b> { $why }
why-wait = <b>Why wait?</b> There is nothing to do before { $when }.
why-wait-then = <b>Why wait?</b> What comes next is for { $when }, not before.
why-then = And then: { $why }
why-grounds =
    It rests on:
    { $facts }
why-ground = • { $fact } (told { $told })
why-evidence = What is known: { $finding } ({ $source }).
why-dissent = Who disagrees: { $finding } ({ $source }).
why-nothing = There is nothing open to explain. /rules shows what I go by.
rules-told = <b>What I go by</b>: { $count } rules. Tap one to see when it holds, why, and who disagrees. The numbers in them are yours to change.
rules-found = Rules about “{ $words }”:
rules-found-none = I have no rule about “{ $words }”. These are all of them:
rule-head =
    <b>{ $name }</b> ({ $number } of { $of })
    { $says }
rule-times = { $times }
rule-on = • For: { $words }
rule-opens = • From: { $words }
rule-rings = • I write: { $words }
rule-closes = • Until: { $words }
rule-settled = • Settled by: { $words }
rule-prepare = Before an interview
rule-how-did-it-go = How did it go?
rule-get-contact = Whom to reach
rule-ask-promise = When they decide
rule-thank-you = Thank-you
rule-check-in = Following up
rule-check-in-unknown = If the feeling is unknown
rule-check-in-unsure = If you are not sure
rule-gut = Your gut
rule-second = The second follow-up
rule-let-go = Letting go
rule-they-replied = They wrote
rule-rejected = They said no
rule-offer = An offer
rule-confirmed-call = A call did not come
rule-new-date = They called it off
rule-withdraw = You have accepted
rule-wait = Waiting
button-rules = All rules
