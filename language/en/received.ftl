## Files, contacts and signatures

file-read = I read: { $facts }.
doubt-whose-contact = Which application is that for?
doubt-whose-interview = Which application is this interview for?
doubt-moved = There is an interview fixed for another time. Was it moved, or is this one more?
option-another = Another one
file-too-big = That file is too big for an invitation or a contact. Tell me in a few words what it says.
file-unreadable = I cannot read that file. Tell me in a few words what it says: who, which day, which hour.
file-recurring = That one repeats, and an interview does not. Tell me which day and hour is the interview.
file-unknown-zone = That file names a time zone I do not know. Tell me the day and the hour, and in which city.
file-too-many = That is more than I take in at once. Send me the one that matters, or tell me about it.
file-nobody = I found nobody on that card. Tell me the name and the number in a few words.
file-own-contact = That is your own number, so I kept nothing. Send me the contact of somebody at the company.
file-own-calendar = That is the calendar I gave you: I know all that is in it.
file-not-fetched = I could not fetch that file from Telegram. Please send it again, or tell me what it says.
file-nothing-new = I have that already, or something newer, so nothing changes.
file-not-planned = That calls off an appointment I do not know, so there is nothing to change.
