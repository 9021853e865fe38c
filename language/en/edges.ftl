## Parts of a thought

go-on = Go on, I am listening.

## What is sent instead of words

attachment-recording = I cannot listen to recordings. One or two lines of text say enough: where it was, and how it felt.
attachment-picture = I cannot look at pictures. Tell me in a few words what it shows; a line below the picture counts too.
attachment-sticker = I like it, but I only read words. What happened?
attachment-poll = I cannot vote or tick anything off. Tell me in a few words what it is about.
