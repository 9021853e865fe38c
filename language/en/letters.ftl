# The letters that people send, and what the assistant says around them. Nothing in a letter is invented: values come from
# the facts told, and what only the user can know stands in [brackets]. 60 to 120 words each; scripts are for speaking.

command-letter = a letter to copy, for what is next
button-letter = Letter
button-copy-subject = Copy subject
button-copy-address = Copy address
button-copy-number = Copy number
button-copy-of = Copy { $name }
button-letter-for = For { $name }
button-formal = More formal
button-friendly = Friendlier
button-as-email = As an e-mail
button-as-call = As a call

## Around the letters

letter-heading = <b>{ $company }</b>: { $letter }, for { $name }.
letter-heading-nobody = <b>{ $company }</b>: { $letter }.
letter-name-thank_you = your thank-you
letter-name-follow_up = your follow-up
letter-name-second = your second and last follow-up, short and with something new
letter-name-reply = your answer
letter-name-feedback = a thank-you that asks for feedback
letter-name-offer = your answer to the offer, which binds you to nothing
letter-name-withdrawal = your withdrawal
letter-name-missed_call = a line about the call that did not come
letter-name-new_date = a question for a new date
letter-head = { $lines }
letter-to = To: <code>{ $address }</code>
letter-number = Number: <code>{ $address }</code>
letter-subject = Subject: <code>{ $subject }</code>
letter-page =
    <pre>{ $greeting }

    { $body }

    { $closing }</pre>
letter-call = On the phone, half a minute:
letter-voicemail = If a voicemail answers:
letter-fill-in = Tap a text to copy it, and fill in what stands in [brackets].
letter-ask-topic = Tell me in a line what you talked about, and I put that in.
letter-kept = I will bring you the letter once you have told me.
letter-kept-until = I will bring you the letter { $when }.
letter-kept-for-you = Here is the letter you asked for.
letter-thanks-late = It is late for a thank-you of its own; say thanks in the follow-up.
letter-thanked = The thank-you has gone out, and once is enough.
letter-after-interview = Not yet: first the interview, { $when }. Tell me how it went, and I bring the letter.
letter-unknown = I know of no application at { $company }. Tell me about it first, and the letter comes.
letter-no-interview = I know of no interview there that is over. Tell me about it, and the letter comes.
letter-no-rejection = They have not said no, as far as I know. Feedback is for after that.
letter-no-offer = I know of no offer from them. Tell me when there is one.
letter-no-call = I know of no call of theirs that is overdue. Tell me when they wanted to call.
letter-no-new-date = I know of no interview there that was called off without a new date.
letter-not-yet = Not yet.
letter-over = That one is closed, and no letter is needed. If they come back, just tell me.
doubt-which-letter = Which application is the letter for?
fact-topic = you talked about { $topic }
fact-letter = you want the letter
fact-register = letters are { $register ->
    [friendly] friendly
   *[formal] formal
    }

## What letters call things

letter-meeting = our conversation
letter-meeting-day = our conversation on { $day }
letter-meeting-role = our conversation about the { $role } position
letter-meeting-day-role = our conversation on { $day } about the { $role } position
letter-post = the position
letter-post-role = the { $role } position
letter-post-company = the position at { $company }
letter-post-company-role = the { $role } position at { $company }
letter-job-role = { $role } position
letter-job-company = position at { $company }
letter-job = my interview
letter-team = your team
letter-team-company = the team at { $company }
letter-hour = { $day } at { $hour }
letter-interview = the interview
letter-interview-day = the interview on { $day }
letter-gap-topic = [one thing you talked about]
letter-gap-new = [something new: finished work, an idea, a useful link]
letter-gap-answer = [your answer to what they wrote]
letter-gap-said = [your answer to what they said]
letter-gap-reason = [your reason, if you like to give one]
letter-gap-days = [the day you would like]
letter-gap-times = [two times that suit you]
letter-gap-name = [your name]
letter-gap-number = [your number]

## Greetings and closings

letter-greeting-formal = Dear { $name },
letter-greeting-friendly = Hello { $name },
letter-somebody-formal = hiring team
letter-somebody-friendly = everyone
letter-closing-formal =
    Kind regards
    { $signature }
letter-closing-friendly =
    Best wishes
    { $signature }
letter-closing-skype = { $signature }

## Subjects

letter-subject-thank_you = Thank you – { $job }
letter-subject-follow_up = Following up – { $job }
letter-subject-second = Once more – { $job }
letter-subject-reply = Thank you for getting in touch – { $job }
letter-subject-feedback = Thank you, and a question – { $job }
letter-subject-offer = Your offer – { $job }
letter-subject-withdrawal = My application – { $job }
letter-subject-missed_call = Our call – { $job }
letter-subject-new_date = A new date – { $job }

## Thank-you: an opening and a wish, so that no two interviewers get the same

letter-thanks =
    { $opening }

    { $wish }
letter-thanks-opening-1-formal = Thank you very much for { $meeting }. I particularly enjoyed talking with you about { $topic }, and I left with an even greater interest in joining { $team }.
letter-thanks-opening-2-formal = I would like to thank you for { $meeting }. What we said about { $topic } has stayed with me, and it made me want to work with { $team } all the more.
letter-thanks-opening-3-formal = Thank you for your time and for { $meeting }. It was a pleasure to talk about { $topic }, and I can well imagine working with { $team }.
letter-thanks-opening-1-friendly = Thank you so much for { $meeting }. I really enjoyed talking with you about { $topic }, and I left wanting to join { $team } even more than before.
letter-thanks-opening-2-friendly = I wanted to say thank you for { $meeting }. I keep thinking about what we said about { $topic }, and I would love to work with { $team }.
letter-thanks-opening-3-friendly = Thanks a lot for your time and for { $meeting }. It was a pleasure to talk about { $topic }, and I can see myself working with { $team }.
letter-thanks-sober-1-formal = Thank you very much for { $meeting }, and for the care you took in telling me about { $team }. I particularly enjoyed talking with you about { $topic }, and I learned a lot from it.
letter-thanks-sober-2-formal = I would like to thank you for { $meeting }. What we said about { $topic } has stayed with me, and I am grateful for your questions and for all you told me about { $team }.
letter-thanks-sober-3-formal = Thank you for your time and for { $meeting }. It was a pleasure to talk about { $topic }, and I appreciate how openly you told me about { $team }.
letter-thanks-sober-1-friendly = Thank you so much for { $meeting }, and for the care you took in telling me about { $team }. I really enjoyed talking with you about { $topic }, and I learned a lot from it.
letter-thanks-sober-2-friendly = I would like to say thank you for { $meeting }. I keep thinking about what we said about { $topic }, and I am grateful for all you told me about { $team }.
letter-thanks-sober-3-friendly = Thanks a lot for your time and for { $meeting }. It was a pleasure to talk about { $topic }, and I appreciate how openly you told me about { $team }.
letter-thanks-wish-1-formal = If you need anything else from me, such as a reference or a document, please let me know and you will have it at once. I look forward to hearing from you.
letter-thanks-wish-2-formal = Should a question have been left open, I am glad to answer it by e-mail or on the phone. Whatever you decide, I appreciate the time you took, and I look forward to your answer.
letter-thanks-wish-3-formal = I am happy to tell you more about anything we only touched on, or to speak with your colleagues. Thank you again for the open conversation; I look forward to hearing how you decide.
letter-thanks-wish-4-formal = Please do not hesitate to contact me if there is anything I can add or send you. I would be very glad to hear from you, and I wish you a good week until then.
letter-thanks-wish-1-friendly = If there is anything else you need from me, a reference or a document, just let me know and I will send it right away. I look forward to hearing from you.
letter-thanks-wish-2-friendly = If a question was left open, I am happy to answer it by e-mail or on the phone. However you decide, I appreciate the time you took, and I look forward to your answer.
letter-thanks-wish-3-friendly = I am happy to tell you more about anything we only touched on, or to talk to your colleagues as well. Thanks again for the open conversation, and I look forward to hearing from you.
letter-thanks-wish-4-friendly = Do get in touch if there is anything I can add or send you. I would be very glad to hear from you, and I wish you a good week until then.

## First follow-up

letter-follow_up-formal =
    I hope you are well. I am writing to ask politely where things stand after { $meeting }. { $patience }

    { $interest } If nothing has been decided yet, a short line on when I may expect to hear from you would help me very much. Thank you for your time.
letter-follow_up-friendly =
    I hope you are doing well. I wanted to ask how things are going after { $meeting }. { $patience }

    { $interest } If nothing has been decided yet, that is fine too; a short line on when I might hear from you would help me a lot. Thank you for your time.
letter-patience-promised-formal = You mentioned an answer by { $promised }, and I know that such things can take longer than planned.
letter-patience-formal = I know that such decisions take time, and I do not wish to press you.
letter-patience-promised-friendly = You mentioned an answer by { $promised }, and I know how quickly plans shift.
letter-patience-friendly = I know that these things take time, so please do not feel pressed.
letter-interest-topic-formal = I often think back to what we said about { $topic }, and I remain very interested in working with { $team }.
letter-interest-formal = I remain very interested in working with { $team } and am gladly at your disposal for anything you still need.
letter-interest-topic-friendly = I still think back to what we said about { $topic }, and I would love to work with { $team }.
letter-interest-friendly = I would love to work with { $team }, and if you still need anything from me, just say so.

## Second follow-up: short, with something new

letter-second-formal =
    { $asked }, and I understand that you have much to decide. Today I have something to add that may interest you: { $new }.

    I would still be very glad to join { $team }. If your decision has gone another way, a single line would help me to plan, and I will not trouble you again.
letter-second-friendly =
    { $asked }, and I know that you have a lot going on. There is something new that I thought you might like: { $new }.

    I would still love to join { $team }. If you have decided for somebody else, a single line would help me to plan, and I will leave you in peace.
letter-asked-day-formal = I got in touch with you about { $post } on { $asked-day }
letter-asked-formal = I have been in touch with you before about { $post }
letter-asked-day-friendly = I got in touch about { $post } on { $asked-day }
letter-asked-friendly = I got in touch a while ago about { $post }

## Reply

letter-reply-formal =
    Thank you very much for { $word } about { $post }. I was glad to hear from you.

    { $answer }

    I remain very interested in working with { $team }. If there is anything you need from me for the next step, please tell me and I will send it the same day. I am also happy to speak on the phone whenever it suits you.

    Thank you again, and I look forward to hearing from you.
letter-reply-friendly =
    Thank you for { $word } about { $post }. It was good to hear from you.

    { $answer }

    I am still very keen to work with { $team }. If there is anything you need from me for the next step, just tell me and I will send it the same day. I am happy to talk on the phone as well, whenever it suits you.

    Thanks again, and I look forward to hearing from you.
letter-word-message = your message
letter-word-call = your call

## After a no: thanks, and a question

letter-feedback-formal =
    Thank you for letting me know your decision about { $post }. I would have liked to work with you, and I respect your choice.

    May I ask one thing? If you have a moment, I would be grateful to hear what I could have done better, or what was missing. One or two frank sentences would already help me a great deal with what comes next.

    Thank you for the time you took for me. I wish you and { $team } all the best, and I would be glad to hear from you again one day.
letter-feedback-friendly =
    Thank you for letting me know about { $post }. I would have loved to work with you, and I am grateful for a clear answer.

    May I ask one thing? If you have a moment, I would like to hear what I could have done better, or what was missing. One or two frank sentences would already help me a lot with what comes next.

    Thank you for the time you took. All the best to you and { $team }, and I would be happy to hear from you again one day.

## An offer: thanks, and time to think

letter-offer-formal =
    Thank you very much for offering me { $post }. I am delighted, and I appreciate your trust.

    A decision like this deserves some thought, and I would like to go through everything with care before I answer. { $time }

    Could you also send me the offer in writing, if you have not done so already? Thank you again, and I look forward to speaking with you soon.
letter-offer-friendly =
    Thank you so much for offering me { $post }. I am really happy about it, and I appreciate your trust.

    A decision like this deserves some thought, and I would like to go through everything calmly before I answer. { $time }

    Could you also send me the offer in writing, if you have not done so already? Thanks again, and I look forward to talking to you soon.
letter-time-deadline-formal = You have asked for my answer by { $deadline }. If I could have until { $days } instead, I would be grateful; if not, you will hear from me in time.
letter-time-formal = Would it be possible for me to answer by { $days }? If you need to know earlier than that, please tell me by when.
letter-time-deadline-friendly = You asked for my answer by { $deadline }. If I could have until { $days } instead, that would help me a lot; if not, you will hear from me in time.
letter-time-friendly = Would it be all right if I answered by { $days }? If you need to know earlier than that, just tell me by when.

## Withdrawing

letter-withdrawal-formal =
    { $thanks } I appreciate the time and the attention that you and your colleagues have given me.

    After careful thought I have decided { $decision }: { $reason }. This was not an easy choice, and I wanted you to hear of it from me, and without delay.

    I wish you and { $team } every success in finding the right person, and I would be glad if our paths crossed again. Thank you once more for everything.
letter-withdrawal-friendly =
    { $thanks } I really appreciate the time and the attention that you and your colleagues have given me.

    After some hard thinking I have decided { $decision }: { $reason }. It was not an easy choice, and I wanted you to hear it from me, and right away.

    I hope that you soon find the right person for { $team }, and I would be happy if our paths crossed again. Thank you once more for everything.
letter-thanks-considering-formal = Thank you very much for considering me for { $post }.
letter-thanks-offer-formal = Thank you very much for offering me { $post }.
letter-thanks-considering-friendly = Thank you so much for considering me for { $post }.
letter-thanks-offer-friendly = Thank you so much for offering me { $post }.
letter-decision-withdraw = to withdraw my application
letter-decision-decline = not to accept your offer
letter-reason-other = I have accepted another position

## The call that did not come

letter-missed_call-formal =
    We had arranged to speak on the phone { $call } about { $post }. I was available at that time and have not heard from you; I assume that something came up, which is no trouble at all.

    I am still looking forward to our conversation. Would another time suit you? I could offer { $times }, and I will gladly fit in with your calendar if something else is better for you. You can reach me at { $number }.
letter-missed_call-friendly =
    We had planned to talk on the phone { $call } about { $post }. I was there and have not heard from you, so I guess that something came up, which is no trouble at all.

    I am still looking forward to our talk. Would another time suit you? I could do { $times }, and I am happy to fit in with your calendar if something else is better for you. You can reach me at { $number }.
letter-call-at = on { $at }
letter-call-recently = recently

## A new date

letter-new_date-formal =
    Thank you for letting me know that { $interview } for { $post } had to be cancelled. I hope that all is well with you.

    I am still very interested, and I would like to ask whether you can already name a new date. I could offer { $times }, and I will gladly fit in with your calendar if something else is better for you. On the phone or by video would suit me as well.

    Thank you, and I look forward to meeting you.
letter-new_date-friendly =
    Thank you for letting me know that { $interview } for { $post } had to be cancelled. I hope that all is well with you.

    I am still very interested. Do you have an idea of a new date by now? I could do { $times }, and I am happy to fit in with your calendar if something else is better for you. On the phone or by video is fine with me too.

    Thank you, and I look forward to meeting you.

## On the phone: a script of half a minute, and what to leave on a voicemail

letter-script-formal =
    <pre>{ $hello } This is { $me }. Do you have half a minute for me?

    { $matter }

    { $question } You can reach me at { $number } at any time.

    Thank you very much for your time, and have a good day.</pre>
letter-script-friendly =
    <pre>{ $hello } This is { $me }. Do you have half a minute?

    { $matter }

    { $question } You can reach me at { $number } at any time.

    Thank you so much for your time, and have a lovely day.</pre>
letter-message-formal = <pre>{ $hello } This is { $me }. { $matter } You can reach me at { $number }. Thank you very much, and goodbye.</pre>
letter-message-friendly = <pre>{ $hello } This is { $me }. { $matter } You can reach me at { $number }. Thanks a lot, and have a lovely day.</pre>
letter-hello-formal = Good day, { $name }.
letter-hello-friendly = Hello { $name }.
letter-hello-nobody-formal = Good day.
letter-hello-nobody-friendly = Hello.
letter-question = Is there anything else that you need from me, or a day on which I may hope to hear from you?
letter-question-reply = Is there anything else that you need from me for the next step?
letter-question-offer = By when do you need my answer, and could you send me the offer in writing?
letter-question-feedback = Is there one thing that I could have done better?
letter-question-date = Which day would suit you best? I will gladly fit in with your calendar.
letter-question-withdrawal = Is there anything that you still need from me for your files?
letter-matter-thank_you = I am calling to thank you for { $meeting }. I enjoyed talking about { $topic }, and I would be very glad to work with { $team }.
letter-matter-follow_up = I am calling about { $meeting }. I am still very interested, and I would like to ask politely where things stand.
letter-matter-second = I am calling once more about { $post }, because there is something new: { $new }. I would still be very glad to work with you.
letter-matter-reply = I am calling to thank you for { $word } about { $post }. I am glad that you got in touch, and I am still very interested.
letter-matter-feedback = I am calling to thank you for your clear answer about { $post }. I respect your decision, and a word of feedback would help me with what comes next.
letter-matter-offer = I am calling to thank you for offering me { $post }. I am delighted, and I would like to think it over with care before I answer.
letter-matter-withdrawal = I am calling because I have decided { $decision } for { $post }. I wanted you to hear it from me, with my thanks for your time.
letter-matter-missed_call = I am calling about the talk that we had arranged { $call }. Perhaps something came up, which is no trouble at all; I am still looking forward to it.
letter-matter-new_date = I am calling about { $interview } for { $post }, which had to be cancelled. I am still very interested, and I would like to find a new date with you.
