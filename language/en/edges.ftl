## Parts of a thought

go-on = Go on, I am listening.

## What is sent instead of words

attachment-recording = I cannot listen to recordings. One or two lines of text say enough: where it was, and how it felt.
attachment-picture = I cannot look at pictures. Tell me in a few words what it shows; a line below the picture counts too.
attachment-sticker = I like it, but I only read words. What happened?
attachment-poll = I cannot vote or tick anything off. Tell me in a few words what it is about.

## Those who are not heard

too-much = That is more than I can answer for now. What you sent until here is kept; I answer it message by message, which takes about { $minutes } minutes. What you send before I am through is not kept, so please save it for then.
not-let-in = This assistant is for a few invited people, and you are not among them yet. I keep nothing of what you write. Whoever runs me can let you in.
