## Privacy, taking along, deleting

command-privacy = what I keep, and who sees it
command-export = everything as a file
command-delete = delete everything about you

column-company = Company
column-role = Role
column-state = How it stands
column-interviews = Interviews
column-feeling = Feeling
column-contacts = Contacts
column-promise = Answer promised by
column-follow-ups = Follow-ups
column-next = Next step
column-told = Told
column-what = What
event-begun = application noted
export-told = Here is everything I noted for you: <b>journal.json</b> can be taken in by any Afterword, the two tables open in a spreadsheet. Whoever has this file can read it, so keep it well.

privacy-what = <b>What I keep.</b> What I noted from your messages: companies, roles, names and addresses of people you told me of, dates, how it felt, what I advised, and your Telegram number. Not your Telegram name, and of a message that you forward only what I noted from it.
privacy-where = <b>Where.</b> In one database on the computer of whoever runs this bot, and in their backups as long as they keep those. Your chat itself is with Telegram, and deleting things here does not empty it. I use no other service and no language model.
privacy-who = <b>Who sees it.</b> Whoever runs this bot could read the database; nobody else. I send nothing to employers or to anybody but you.
privacy-yours = <b>Yours.</b> /export gives you everything as a file, /delete deletes everything here. What is noted stays until you say so. Then the file of the database is wiped as well; a large one (PostgreSQL) may hold traces in its own files for some days.
words-kept = <b>How long.</b> Your messages themselves, word for word: { $days ->
    [1] one day
   *[other] { $days } days
    }, to look into mistakes. After that only what was noted.
words-not-kept = <b>How long.</b> Your messages themselves, word for word: no longer than it takes to answer them. After that only what was noted.
fact-words-kept = your messages are kept word for word for { $days ->
    [0] no longer than it takes to answer
    [1] one day
   *[other] { $days } days
    }
button-words-kept = { $days ->
    [0] Not at all
    [365] One year
   *[other] { $days } days
    }
button-take-along = Take it along
button-delete-all = Delete everything
button-delete-sure = Yes, delete everything
button-keep-all = Keep it
delete-asked = Delete everything? That is all your applications, contacts, dates and settings, here and for good. I cannot bring them back, and I will not write to you any more. If you want a copy, /export comes first.
all-deleted = Everything about you is deleted here, this message too. This chat is still in your Telegram; you can delete it there. All the best to you. If you write again, we start anew.
nothing-deleted = Nothing is deleted. Everything stays as it was.
