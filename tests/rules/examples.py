"""For every rule: stories in which it fires, with its window and rings, and stories in which it has nothing to say."""

from dataclasses import dataclass

from rules.facts import Stage, Verdict
from tests.rules.telling import (
    BAD,
    GOOD,
    GREAT,
    UNSURE,
    Story,
    accepted,
    answered,
    call_arranged,
    cancelled,
    closed,
    declined,
    felt,
    followed_up,
    gut,
    held,
    met,
    moved,
    next_round,
    no_date,
    offered,
    planned,
    promised,
    rejected,
    replied,
    skipped,
    tell,
    thanked,
)

NEVER = "Fri 31 Dec 23:59"

JUST_OUT = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"))
GREAT_ONE = JUST_OUT.then("Thu 5 Mar 16:31", felt(GREAT))
UNSURE_ONE = JUST_OUT.then("Thu 5 Mar 16:31", felt(UNSURE))
BAD_ONE = JUST_OUT.then("Thu 5 Mar 16:31", felt(BAD))
ASKED_ONCE = GREAT_ONE.then("Thu 12 Mar 10:00", followed_up())
ASKED_TWICE = ASKED_ONCE.then("Fri 20 Mar 10:00", followed_up())
THEY_WROTE = GREAT_ONE.then("Tue 10 Mar 11:00", replied())
REFUSED = GREAT_ONE.then("Tue 10 Mar 11:00", rejected())
OFFERED = GREAT_ONE.then("Tue 10 Mar 11:00", offered())
CALL_ON_TUESDAY = GREAT_ONE.then("Fri 6 Mar 10:00", call_arranged("Tue 10 Mar 15:00"))
PLANNED = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00"))
CALLED_OFF = PLANNED.then("Wed 4 Mar 12:00", cancelled())
TWO_OPEN = GREAT_ONE.then("Mon 9 Mar 10:00", held("Fri 6 Mar 10:00", "globex"))
TAKEN = TWO_OPEN.then("Tue 10 Mar 11:00", offered()).then("Wed 11 Mar 12:00", accepted())


@dataclass(frozen=True)
class Example:
    """A story, and what the rule makes of it; the year is 2026 and the place Berlin."""

    rule: str
    story: Story
    opens: str
    closes: str
    rings: tuple[str, ...] = ()


FIRING = (
    Example(
        "prepare",
        PLANNED,
        "Mon 2 Mar 10:00",
        "Thu 5 Mar 15:00",
        ("Thu 5 Mar 09:30", "Thu 5 Mar 14:00"),
    ),
    Example(
        "prepare",
        tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 10:59")),
        "Mon 2 Mar 10:00",
        "Thu 5 Mar 10:59",
        ("Wed 4 Mar 20:00", "Thu 5 Mar 09:59"),
    ),
    Example(
        "prepare",
        tell("Mon 2 Mar 10:00", planned("Sat 7 Mar 11:00")),
        "Mon 2 Mar 10:00",
        "Sat 7 Mar 11:00",
        ("Sat 7 Mar 09:30", "Sat 7 Mar 10:00"),
    ),
    Example(
        "prepare",
        tell("Mon 2 Mar 10:00", planned("Thu 5 Mar")),
        "Mon 2 Mar 10:00",
        "Thu 5 Mar 18:00",
        ("Thu 5 Mar 09:30",),
    ),
    Example(
        "how-did-it-go",
        PLANNED,
        "Thu 5 Mar 16:00",
        "Mon 27 Apr 09:30",
        ("Thu 5 Mar 16:15", "Fri 6 Mar 09:30"),
    ),
    Example(
        "how-did-it-go",
        tell("Mon 2 Mar 10:00", planned("Fri 6 Mar")),
        "Fri 6 Mar 18:00",
        "Tue 28 Apr 09:30",
        ("Fri 6 Mar 18:15", "Mon 9 Mar 09:30"),
    ),
    Example("get-contact", JUST_OUT, "Thu 5 Mar 16:30", "Thu 12 Mar 16:30"),
    Example("ask-promise", JUST_OUT, "Thu 5 Mar 16:30", "Thu 12 Mar 09:30"),
    Example("thank-you", JUST_OUT, "Thu 5 Mar 16:00", "Tue 10 Mar 16:00", ("Thu 5 Mar 18:00",)),
    Example(
        "thank-you",
        tell("Fri 6 Mar 19:30", held("Fri 6 Mar", ended="Fri 6 Mar 18:01")),
        "Fri 6 Mar 18:01",
        "Wed 11 Mar 18:01",
        ("Sat 7 Mar 09:30",),
    ),
    Example(
        "check-in",
        GREAT_ONE,
        "Thu 12 Mar 09:30",
        "Mon 27 Apr 09:30",
        ("Thu 12 Mar 09:30", "Tue 17 Mar 09:30"),
    ),
    Example(
        "check-in",
        JUST_OUT.then("Thu 5 Mar 16:31", felt(GOOD), promised("Fri 6 Mar")),
        "Tue 10 Mar 09:30",
        "Thu 23 Apr 09:30",
        ("Tue 10 Mar 09:30", "Fri 13 Mar 09:30"),
    ),
    Example(
        "check-in",
        tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00", stage=Stage.FINAL), felt(GREAT)),
        "Mon 16 Mar 09:30",
        "Wed 29 Apr 09:30",
        ("Mon 16 Mar 09:30", "Thu 19 Mar 09:30"),
    ),
    Example(
        "check-in",
        tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00", stage=Stage.PHONE_SCREEN), felt(GREAT)),
        "Wed 11 Mar 09:30",
        "Fri 24 Apr 09:30",
        ("Wed 11 Mar 09:30", "Mon 16 Mar 09:30"),
    ),
    Example(
        "check-in",
        THEY_WROTE,
        "Tue 24 Mar 09:30",
        "Fri 8 May 09:30",
        ("Tue 24 Mar 09:30", "Fri 27 Mar 09:30"),
    ),
    Example(
        "check-in-unknown",
        JUST_OUT,
        "Thu 12 Mar 09:30",
        "Mon 27 Apr 09:30",
        ("Thu 12 Mar 09:30", "Tue 17 Mar 09:30"),
    ),
    Example("check-in-unsure", UNSURE_ONE, "Thu 19 Mar 09:30", "Tue 5 May 09:30", ("Thu 19 Mar 09:30",)),
    Example(
        "gut",
        ASKED_ONCE,
        "Thu 19 Mar 09:30",
        "Thu 2 Apr 09:30",
        ("Thu 19 Mar 09:30", "Mon 23 Mar 09:30"),
    ),
    Example(
        "gut",
        GREAT_ONE.then("Thu 12 Mar 10:00", followed_up(), promised("Thu 19 Mar")),
        "Mon 23 Mar 09:30",
        "Wed 8 Apr 09:30",
        ("Mon 23 Mar 09:30", "Wed 25 Mar 09:30"),
    ),
    Example(
        "second",
        ASKED_ONCE.then("Thu 19 Mar 12:00", gut(Verdict.WRITE)),
        "Thu 19 Mar 12:00",
        "Thu 2 Apr 12:00",
        ("Fri 20 Mar 09:30",),
    ),
    Example(
        "second",
        ASKED_ONCE.then("Thu 19 Mar 12:00", gut(Verdict.WAIT, "Tue 24 Mar")),
        "Tue 24 Mar 09:30",
        "Thu 9 Apr 09:30",
        ("Tue 24 Mar 09:30",),
    ),
    Example("let-go", ASKED_TWICE, "Fri 27 Mar 09:30", NEVER, ("Fri 27 Mar 09:30",)),
    Example(
        "let-go",
        ASKED_ONCE.then("Thu 19 Mar 12:00", gut(Verdict.LET_GO)),
        "Thu 19 Mar 12:00",
        NEVER,
        ("Thu 19 Mar 12:00",),
    ),
    Example("let-go", BAD_ONE, "Thu 12 Mar 09:30", NEVER, ("Thu 12 Mar 09:30",)),
    Example("let-go", GREAT_ONE, "Mon 27 Apr 09:30", NEVER, ("Mon 27 Apr 09:30",)),
    Example("let-go", UNSURE_ONE, "Tue 5 May 09:30", NEVER, ("Tue 5 May 09:30",)),
    Example("let-go", ASKED_ONCE, "Thu 2 Apr 09:30", NEVER, ("Thu 2 Apr 09:30",)),
    Example("let-go", CALLED_OFF, "Fri 20 Mar 09:30", NEVER, ("Fri 20 Mar 09:30",)),
    Example("they-replied", THEY_WROTE, "Tue 10 Mar 11:00", "Thu 12 Mar 00:00", ("Wed 11 Mar 09:30",)),
    Example(
        "they-replied",
        GREAT_ONE.then("Fri 6 Mar 08:30", next_round()),
        "Fri 6 Mar 08:30",
        "Tue 10 Mar 00:00",
        ("Mon 9 Mar 09:30",),
    ),
    Example("rejected", REFUSED, "Tue 10 Mar 11:00", "Thu 12 Mar 11:00"),
    Example("offer", OFFERED, "Tue 10 Mar 11:00", "Tue 24 Mar 11:00", ("Wed 11 Mar 09:30",)),
    Example(
        "offer",
        GREAT_ONE.then("Tue 10 Mar 11:00", offered(deadline="Tue 17 Mar")),
        "Tue 10 Mar 11:00",
        "Wed 18 Mar 00:00",
        ("Wed 11 Mar 09:30", "Fri 13 Mar 09:30", "Mon 16 Mar 09:30", "Tue 17 Mar 09:30"),
    ),
    Example("confirmed-call", CALL_ON_TUESDAY, "Tue 10 Mar 15:15", "Wed 11 Mar 00:00", ("Tue 10 Mar 15:15",)),
    Example("new-date", CALLED_OFF, "Fri 6 Mar 09:30", "Fri 20 Mar 09:30", ("Fri 6 Mar 09:30",)),
    Example("withdraw", TAKEN, "Wed 11 Mar 12:00", "Wed 25 Mar 12:00"),
)

SILENT = (
    ("prepare", PLANNED.then("Tue 3 Mar 10:00", closed())),
    ("prepare", CALLED_OFF),
    ("how-did-it-go", PLANNED.then("Thu 5 Mar 16:10", held(), felt(GREAT))),
    ("how-did-it-go", JUST_OUT),
    ("get-contact", JUST_OUT.then("Thu 5 Mar 17:00", met("Dana", email="dana@acme.example"))),
    ("get-contact", JUST_OUT.then("Thu 5 Mar 17:00", skipped(JUST_OUT, "get-contact"))),
    ("ask-promise", JUST_OUT.then("Thu 5 Mar 17:00", promised("Fri 6 Mar"))),
    ("ask-promise", JUST_OUT.then("Thu 5 Mar 17:00", no_date())),
    ("thank-you", JUST_OUT.then("Thu 5 Mar 17:00", thanked())),
    ("thank-you", JUST_OUT.then("Thu 5 Mar 17:00", met("Dana Reed"), thanked("Dana"))),
    ("thank-you", PLANNED),
    ("check-in", ASKED_ONCE),
    ("check-in", UNSURE_ONE),
    ("check-in", BAD_ONE),
    ("check-in", GREAT_ONE.then("Fri 6 Mar 10:00", planned("Tue 17 Mar 10:00", number=2))),
    ("check-in", GREAT_ONE.then("Fri 6 Mar 10:00", closed())),
    ("check-in-unknown", GREAT_ONE),
    ("check-in-unsure", GREAT_ONE),
    ("check-in-unsure", UNSURE_ONE.then("Thu 19 Mar 10:00", gut(Verdict.LET_GO))),
    ("gut", GREAT_ONE),
    ("gut", ASKED_TWICE),
    ("gut", ASKED_ONCE.then("Fri 13 Mar 10:00", replied())),
    ("gut", ASKED_ONCE.then("Fri 20 Mar 10:00", gut(Verdict.WRITE))),
    ("second", ASKED_ONCE),
    ("second", ASKED_ONCE.then("Fri 20 Mar 10:00", gut(Verdict.LET_GO))),
    ("second", ASKED_ONCE.then("Fri 20 Mar 10:00", gut(Verdict.WRITE)).then("Fri 20 Mar 11:00", followed_up())),
    ("let-go", ASKED_TWICE.then("Fri 27 Mar 10:00", closed())),
    ("let-go", REFUSED),
    ("they-replied", THEY_WROTE.then("Tue 10 Mar 12:00", answered())),
    ("they-replied", THEY_WROTE.then("Tue 10 Mar 12:00", promised("Fri 20 Mar"))),
    ("they-replied", THEY_WROTE.then("Tue 10 Mar 12:00", planned("Tue 17 Mar 10:00", number=2))),
    ("rejected", REFUSED.then("Tue 10 Mar 12:00", thanked())),
    ("rejected", GREAT_ONE),
    ("offer", OFFERED.then("Wed 11 Mar 12:00", declined())),
    ("offer", OFFERED.then("Wed 11 Mar 12:00", accepted())),
    ("confirmed-call", CALL_ON_TUESDAY.then("Tue 10 Mar 15:05", replied())),
    ("confirmed-call", GREAT_ONE.then("Fri 6 Mar 10:00", call_arranged("Tue 10 Mar"))),
    ("new-date", CALLED_OFF.then("Thu 5 Mar 10:00", planned("Tue 10 Mar 10:00"))),
    ("new-date", CALLED_OFF.then("Fri 6 Mar 10:00", followed_up())),
    ("new-date", PLANNED.then("Wed 4 Mar 10:00", moved("Tue 10 Mar 10:00"))),
    ("withdraw", OFFERED.then("Wed 11 Mar 12:00", accepted())),
    ("withdraw", TAKEN.then("Wed 11 Mar 12:30", skipped(TAKEN, "withdraw"))),
    ("wait", THEY_WROTE),
)
