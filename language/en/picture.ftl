## The picture of all applications

command-overview = all applications as a picture
picture-title = Your applications
picture-day = { $day }
picture-name = { $name }
picture-numbered = Application { $number }
picture-more = { $count ->
    [1] And one more.
   *[other] And { $count } more.
    }
picture-told = { $count ->
    [1] Your application in time, day by day.
   *[other] Your { $count } applications in time, day by day.
    }
picture-list = { $applications }
picture-feelings = How it felt, and whether they answered
picture-outcome = { $feeling ->
    [great] Your great ones
    [good] Your good ones
    [bad] Your bad ones
   *[unsure] Your so-so ones
    } were answered { $answered } of { $count } { $count ->
    [1] time
   *[other] times
    }
mark-interview = interview
mark-letter = letter
mark-follow-up = follow-up
mark-news = word from them
mark-promise = answer promised
mark-next = what is next
end-rejected = they said no
end-withdrawn = you withdrew
end-accepted = you accepted
end-declined = you declined
end-let-go = let go
end-done = closed
button-dark = Dark
button-light = Light
