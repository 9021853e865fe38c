"""THE RULES: what the assistant advises, when, and why. The table of docs/rulebook.md is printed from here."""

from rules import points as at
from rules import situations as on
from rules.evidence import (
    GHOSTED,
    IN_PERSON,
    MISJUDGED,
    MOSTLY_MAIL,
    NEVER_IN_PERSON,
    NOT_DECISIVE,
    ONE_IS_ENOUGH,
    ROBERT_HALF,
    TOPRESUME,
    UP_TO_FOUR,
)
from rules.rule import Action, Rule, Urgency
from rules.windows import (
    Point,
    business_days_after,
    called,
    end_of_day,
    minutes_after,
    minutes_before,
    morning_after,
)

VERSION = 1
"""Raised with every change of a window, so that those who were planned with the old one are planned again."""


def _opens(point: Point) -> Point:
    return called("opens", point)


PREPARE = Rule(
    id="prepare",
    urgency=Urgency.INTERVIEW_LATER,
    action=Action.PREPARE,
    on=on.INTERVIEW_PLANNED,
    opens=at.WHEN_TOLD,
    rings=(at.CARD_REMINDER, minutes_before(at.START, "minutes_before_interview")),
    closes=at.START_OR_END,
    settled_by=on.settled_by("held, moved, cancelled, closed"),
    says="before you leave, ask for a business card (on a call: names and an e-mail address) and when they decide",
    why="With a card you know whom to thank and whom to ask later. Whoever is told a date waits more calmly.",
    founding=("F2", "E"),
)

HOW_DID_IT_GO = Rule(
    id="how-did-it-go",
    urgency=Urgency.HOW_DID_IT_GO,
    action=Action.ASK_DETAILS,
    on=on.INTERVIEW_UNFELT,
    opens=at.END,
    rings=(minutes_after(at.END, 15), morning_after(at.END)),
    closes=called("with the application's let-go", at.LET_GO_MOMENT),
    settled_by=on.settled_by("a feeling"),
    says="say how it went, in a line or with a button",
    why="Everything after an interview hangs on how it felt: a follow-up is for those that felt really good.",
    founding=("F3",),
)

GET_CONTACT = Rule(
    id="get-contact",
    urgency=Urgency.GET_CONTACT,
    action=Action.ASK_DETAILS,
    on=on.NOBODY_REACHABLE,
    opens=at.REPORT,
    rings=(),
    closes=business_days_after(at.REPORT, 5),
    settled_by=on.settled_by("a contact with e-mail, phone or Skype; skipped"),
    says=(
        "find out who can be reached, and how; without a card, ask whoever arranged the interview, never go back for it"
    ),
    why="Without a name and an address there is nobody to thank and nobody to ask.",
    founding=("F2", "E"),
    skippable=True,
)

ASK_PROMISE = Rule(
    id="ask-promise",
    urgency=Urgency.ASK_PROMISE,
    action=Action.ASK_DETAILS,
    on=on.NO_PROMISE,
    opens=at.REPORT,
    rings=(),
    closes=called("when it is time for check-in", at.PATIENCE_ENDS),
    settled_by=on.settled_by("a promise; “they did not say”; skipped"),
    says="note when they said that an answer would come, or that they did not say",
    why="A date they named tells how long silence means nothing at all.",
    founding=("F1", "E"),
    skippable=True,
)

THANK_YOU = Rule(
    id="thank-you",
    urgency=Urgency.THANK_YOU,
    action=Action.SEND_THANK_YOU,
    on=on.INTERVIEW_HELD,
    opens=at.END,
    rings=(at.TIME_FOR_THANKS,),
    closes=business_days_after(at.END, 3),
    settled_by=on.ALL_THANKED,
    says="thank everybody who interviewed you: one letter each, by e-mail, today",
    why="They took time for you. A short letter shows that you noticed, and e-mail will do.",
    founding=("F8", "E"),
    evidence=(ROBERT_HALF, TOPRESUME),
    dissent=(NOT_DECISIVE,),
    skippable=True,
)

CHECK_IN = Rule(
    id="check-in",
    urgency=Urgency.CHECK_IN,
    action=Action.FOLLOW_UP,
    on=on.TURN_GREAT_OR_GOOD,
    opens=at.PATIENCE_ENDS,
    rings=(
        _opens(at.PATIENCE_ENDS),
        business_days_after(_opens(at.PATIENCE_ENDS), 3),
        called("where the user chose to write: the day given, or the next morning", at.CHOSEN_RING),
    ),
    closes=business_days_after(_opens(at.PATIENCE_ENDS), at.MUCH_LATER),
    settled_by=on.settled_by("followed up; sign of life; a future interview; closed; skipped"),
    says="follow up politely: by phone if you have the number, else by e-mail or Skype",
    why="After a good interview, once they have had their time, one polite question is welcome. In person it never is.",
    founding=("F3", "F4", "F9", "E"),
    evidence=(NEVER_IN_PERSON,),
    dissent=(MISJUDGED, MOSTLY_MAIL, IN_PERSON),
    skippable=True,
)

CHECK_IN_UNKNOWN = Rule(
    id="check-in-unknown",
    urgency=Urgency.CHECK_IN,
    action=Action.ASK_DETAILS,
    on=on.TURN_UNKNOWN,
    opens=at.PATIENCE_ENDS,
    rings=CHECK_IN.rings,
    closes=CHECK_IN.closes,
    settled_by=on.settled_by("a feeling; followed up; sign of life; a future interview; closed; skipped"),
    says="say how it felt; if it was great, follow up",
    why="A follow-up is for interviews that felt really good, and how this one felt is not noted yet.",
    founding=("F3",),
    dissent=(MISJUDGED,),
    skippable=True,
)

CHECK_IN_UNSURE = Rule(
    id="check-in-unsure",
    urgency=Urgency.CHECK_IN,
    action=Action.ASK_GUT,
    on=on.TURN_UNSURE,
    opens=called(f"{at.A_WEEK_LATER} bd after a check-in would open", at.PATIENCE_OF_THE_UNSURE),
    rings=(_opens(at.PATIENCE_OF_THE_UNSURE),),
    closes=business_days_after(_opens(at.PATIENCE_OF_THE_UNSURE), at.MUCH_LATER),
    settled_by=on.settled_by("the user's choice; followed up; sign of life; a future interview; closed; skipped"),
    says="your call: write, or let go",
    why="A follow-up is for interviews that felt great. This one did not, quite, so nobody but you can say.",
    founding=("F3", "E"),
    dissent=(MISJUDGED,),
    skippable=True,
)

GUT = Rule(
    id="gut",
    urgency=Urgency.GUT,
    action=Action.ASK_GUT,
    on=on.FIRST_FOLLOW_UP,
    opens=at.GUT_MOMENT,
    rings=(_opens(at.GUT_MOMENT), business_days_after(_opens(at.GUT_MOMENT), 2)),
    closes=business_days_after(_opens(at.GUT_MOMENT), at.TWO_WEEKS_LATER),
    settled_by=on.settled_by("gut said; sign of life; closed"),
    says="what does your gut say: write now, wait until a day of your choice, or let go?",
    why=(
        "Two days of silence are no reason to write again; after a week your own feeling for the moment is "
        "the best there is."
    ),
    founding=("F5", "F6"),
)

SECOND = Rule(
    id="second",
    urgency=Urgency.SECOND,
    action=Action.FOLLOW_UP,
    on=on.GUT_SAYS_WRITE,
    opens=at.CHOSEN_MOMENT,
    rings=(at.CHOSEN_RING,),
    closes=business_days_after(_opens(at.CHOSEN_MOMENT), at.TWO_WEEKS_LATER),
    settled_by=on.settled_by("followed up; sign of life; closed"),
    says="the second follow-up: short, with a new angle, by e-mail if there is an address",
    why="Your gut says that it is time. After this one, silence is an answer.",
    founding=("F6", "F8"),
    dissent=(ONE_IS_ENOUGH, UP_TO_FOUR),
)

LET_GO = Rule(
    id="let-go",
    urgency=Urgency.LET_GO,
    action=Action.LET_GO,
    on=on.TURN,
    opens=at.LET_GO_MOMENT,
    rings=(_opens(at.LET_GO_MOMENT),),
    closes=None,
    settled_by=on.settled_by("closed; sign of life"),
    says="let it go, kindly",
    why=(
        "All that could be done is done. Some things did not match, and somebody sure of what they can do "
        "finds a better job."
    ),
    founding=("F7", "F10"),
    evidence=(GHOSTED,),
    dissent=(ONE_IS_ENOUGH, UP_TO_FOUR),
)

THEY_REPLIED = Rule(
    id="they-replied",
    urgency=Urgency.THEY_REPLIED,
    action=Action.WAIT,
    on=on.REPLY_WITHOUT_DATE,
    opens=called("at once", at.TURN_BEGAN),
    rings=(morning_after(at.TURN_BEGAN),),
    closes=called("the end of the next business day", end_of_day(business_days_after(at.TURN_BEGAN, 1))),
    settled_by=on.settled_by("answered; anything newer; skipped"),
    says="answer them; after that the wait begins anew",
    why="Somebody who writes to you wants an answer, and a quick one is polite.",
    skippable=True,
)

REJECTED = Rule(
    id="rejected",
    urgency=Urgency.REJECTED,
    action=Action.LET_GO,
    on=on.REJECTION,
    opens=called("at once", at.CLOSED),
    rings=(),
    closes=business_days_after(at.CLOSED, 2),
    settled_by=on.THANKED,
    says="if you like, a short thank-you that asks for feedback",
    why=(
        "Some things did not match: that is all a no says. A kind word leaves the door open, and feedback "
        "helps next time."
    ),
    founding=("F10", "E"),
    skippable=True,
)

OFFER = Rule(
    id="offer",
    urgency=Urgency.OFFER,
    action=Action.REPLY_TO_OFFER,
    on=on.OFFER,
    opens=called("at once", at.OFFER_MADE),
    rings=(morning_after(at.OFFER_MADE), at.MORNINGS_BEFORE_DEADLINE),
    closes=at.OFFER_ENDS,
    settled_by=on.settled_by("accepted, declined"),
    says="acknowledge it today, note or ask for a deadline, tell the others you are waiting for",
    why=(
        "Thanks today cost nothing and bind to nothing; a deadline gives you time to think and the others "
        "time to decide."
    ),
    founding=("E",),
)

CONFIRMED_CALL = Rule(
    id="confirmed-call",
    urgency=Urgency.CONFIRMED_CALL,
    action=Action.FOLLOW_UP,
    on=on.CALL_FOR_A_TIME,
    opens=minutes_after(at.CALL_TIME, 15),
    rings=(called("opens", minutes_after(at.CALL_TIME, 15)),),
    closes=end_of_day(at.CALL_TIME),
    settled_by=on.settled_by("any news of it; skipped"),
    says="say whether they called; if they did not, a short friendly note today",
    why="The time was theirs to choose, so a friendly line that you were there is no pressure at all.",
    founding=("E",),
    skippable=True,
)

NEW_DATE = Rule(
    id="new-date",
    urgency=Urgency.CHECK_IN,
    action=Action.FOLLOW_UP,
    on=on.INTERVIEW_CANCELLED,
    opens=called("the morning of 2 bd later", at.NEW_DATE_OPENS),
    rings=(_opens(at.NEW_DATE_OPENS),),
    closes=business_days_after(_opens(at.NEW_DATE_OPENS), at.TWO_WEEKS_LATER),
    settled_by=on.settled_by("planned; sign of life; asked; skipped"),
    says="ask for a new date, whatever the feeling",
    why="A cancelled interview is owed to you. Asking for another date is not pushing.",
    founding=("E",),
    skippable=True,
)

WITHDRAW = Rule(
    id="withdraw",
    urgency=Urgency.WITHDRAW,
    action=Action.ASK_DETAILS,
    on=on.OFFER_ACCEPTED,
    opens=called("at once", at.CLOSED),
    rings=(),
    closes=business_days_after(at.CLOSED, 10),
    settled_by=on.settled_by("answered"),
    says="your other applications rest now: tell those companies too?",
    why="Whoever still considers you can stop, and will remember that you told them.",
    founding=("E",),
    skippable=True,
)

WAIT = Rule(
    id="wait",
    urgency=Urgency.WAIT,
    action=Action.WAIT,
    on=on.Situation("nothing else open", lambda world: ()),
    opens=Point("–", lambda case: None),
    rings=(),
    closes=None,
    settled_by=on.settled_by("–"),
    says="wait, and until when",
    why=(
        "Most companies only call the people they take, and even a yes can take forever. Silence is normal: "
        "keep applying elsewhere."
    ),
    founding=("F1", "F5"),
    evidence=(GHOSTED,),
)

RULEBOOK: tuple[Rule, ...] = (
    PREPARE,
    HOW_DID_IT_GO,
    GET_CONTACT,
    ASK_PROMISE,
    THANK_YOU,
    CHECK_IN,
    CHECK_IN_UNKNOWN,
    CHECK_IN_UNSURE,
    GUT,
    SECOND,
    LET_GO,
    THEY_REPLIED,
    REJECTED,
    OFFER,
    CONFIRMED_CALL,
    NEW_DATE,
    WITHDRAW,
    WAIT,
)
BY_ID = {rule.id: rule for rule in RULEBOOK}
