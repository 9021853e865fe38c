"""Whether it is time for a letter: ready, too early (then it is kept for its step), or not at all, with the reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from assistant.advise import waiting
from assistant.answers import may_follow_up
from assistant.letter_rules import LETTERS
from assistant.reply import NOTHING, Line, Reply, line, saying
from rules.application import Application, End, Interview
from rules.facts import Letter
from rules.plan import Plan, Step
from rules.rulebook import CHECK_IN_UNKNOWN, CONFIRMED_CALL, NEW_DATE

AFTER_A_NO = (Letter.THANK_YOU, Letter.REPLY)
"""What becomes thanks with a question once they have said no."""
DAYS_FOR_THANKS = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """What there is to say of the time for a letter.

    `is_ready`: here it is, for `step` if one is open. Otherwise `reason` says why not; `is_kept` promises it for later.
    """

    letter: Letter
    is_ready: bool = False
    step: Step | None = None
    reason: Reply = NOTHING
    is_kept: bool = False


def next_letter(application: Application, plan: Plan, now: datetime) -> Letter:
    """The letter that comes next for an application: of what is open, else of what opens first."""
    if application.closing:
        return Letter.FEEDBACK if application.closing.end is End.REJECTED else Letter.WITHDRAWAL
    for step in plan.of(application, now).now:
        if step.rule.id in LETTERS:
            return LETTERS[step.rule.id]
    coming = [step for step in _steps(application, plan) if now < step.opens and step.rule.id in LETTERS]
    if coming:
        return LETTERS[min(coming, key=lambda step: step.opens).rule.id]
    return Letter.FOLLOW_UP if application.turn else Letter.THANK_YOU


def timing(letter: Letter, application: Application, plan: Plan, now: datetime) -> Timing:
    """Whether the letter may go out now."""
    if letter in AFTER_A_NO and application.closing and application.closing.end is End.REJECTED:
        letter = Letter.FEEDBACK
    wanted = Wanted(letter, application, plan, now)
    return _OF[letter](wanted)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A letter wanted for an application, at a moment."""

    letter: Letter
    application: Application
    plan: Plan
    now: datetime

    @property
    def step(self) -> Step | None:
        """The open step that the letter belongs to."""
        steps = self.plan.of(self.application, self.now).now
        return next((step for step in steps if LETTERS.get(step.rule.id) is self.letter), None)

    @property
    def coming(self) -> Step | None:
        """The first step still to open that the letter belongs to."""
        steps = (step for step in _steps(self.application, self.plan) if self.now < step.opens < step.closes)
        mine = [step for step in steps if LETTERS.get(step.rule.id) is self.letter or self._may_be_mine(step)]
        return min(mine, key=lambda step: step.opens, default=None)

    def ready(self) -> Timing:
        return Timing(self.letter, is_ready=True, step=self.step)

    def refused(self, why: Line) -> Timing:
        return Timing(self.letter, reason=saying(why))

    def _may_be_mine(self, step: Step) -> bool:
        return step.rule is CHECK_IN_UNKNOWN and self.letter is Letter.FOLLOW_UP


def _thanks(wanted: Wanted) -> Timing:
    app = wanted.application
    if wanted.step is not None:
        return wanted.ready()
    if app.ahead and not app.held:
        first = app.ahead[0]
        reason = saying(line("letter-after-interview", when=first.at or first.end))
        return Timing(wanted.letter, reason=reason, is_kept=True)
    if not app.held:
        return wanted.refused(line("letter-no-interview"))
    if app.unthanked(app.held[-1].end) is None:
        return wanted.refused(line("letter-thanked"))
    return wanted.ready() if _is_fresh(app.held[-1], wanted) else _late(wanted)


def _late(wanted: Wanted) -> Timing:
    """Too late for thanks alone: the follow-up says them too, when it is its time."""
    later = timing(Letter.FOLLOW_UP, wanted.application, wanted.plan, wanted.now)
    late = saying(line("letter-thanks-late"))
    return Timing(later.letter, later.is_ready, later.step, late + later.reason, later.is_kept)


def _follow_up(wanted: Wanted) -> Timing:
    app, plan, now = wanted.application, wanted.plan, wanted.now
    if wanted.step is not None and app.is_open:
        return wanted.ready()
    owed = next((step for step in plan.of(app, now).now if step.rule in (CONFIRMED_CALL, NEW_DATE)), None)
    if owed is not None:
        return timing(LETTERS[owed.rule.id], app, plan, now)
    reason = may_follow_up(plan, now, app)
    asking = any(step.rule is CHECK_IN_UNKNOWN for step in plan.of(app, now).now)
    coming = wanted.coming
    if asking or coming is None or not app.is_open:
        kept = saying(line("letter-kept")) if asking else NOTHING
        return Timing(wanted.letter, reason=reason + kept, is_kept=asking)
    return _kept(wanted, reason, coming)


def _reply(wanted: Wanted) -> Timing:
    return wanted.ready() if wanted.application.is_open else wanted.refused(line("letter-over"))


def _feedback(wanted: Wanted) -> Timing:
    closing = wanted.application.closing
    is_no = closing is not None and closing.end is End.REJECTED
    return wanted.ready() if is_no else wanted.refused(line("letter-no-rejection"))


def _offer(wanted: Wanted) -> Timing:
    offer = wanted.application.offer
    is_open = offer is not None and offer.is_accepted is None and wanted.application.is_open
    return wanted.ready() if is_open else wanted.refused(line("letter-no-offer"))


def _withdrawal(wanted: Wanted) -> Timing:
    """Also for somebody who has just told that they withdrew or declined: then the letter may still be missing."""
    closing = wanted.application.closing
    may_go = closing is None or closing.end in (End.WITHDRAWN, End.DECLINED)
    return wanted.ready() if may_go else wanted.refused(line("letter-over"))


def _missed_call(wanted: Wanted) -> Timing:
    return _when_open(wanted, line("letter-no-call"))


def _new_date(wanted: Wanted) -> Timing:
    return _when_open(wanted, line("letter-no-new-date"))


def _when_open(wanted: Wanted, otherwise: Line) -> Timing:
    if wanted.step is not None:
        return wanted.ready()
    coming = wanted.coming
    if coming is None:
        return wanted.refused(otherwise)
    reason = saying(line("letter-not-yet")) + waiting(wanted.plan, wanted.now, wanted.application)
    return _kept(wanted, reason, coming)


def _kept(wanted: Wanted, reason: Reply, coming: Step) -> Timing:
    words = line("letter-kept-until", when=coming.opens)
    return Timing(wanted.letter, reason=reason + saying(words), is_kept=True)


def _steps(application: Application, plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.application.key == application.key]


def _is_fresh(interview: Interview, wanted: Wanted) -> bool:
    """Whether thanks for it are in time."""
    calendar = wanted.plan.calendar
    held = calendar.date_of(interview.end)
    return calendar.date_of(wanted.now) <= calendar.business_days_after(held, DAYS_FOR_THANKS)


_OF: Mapping[Letter, Callable[[Wanted], Timing]] = {
    Letter.THANK_YOU: _thanks,
    Letter.FOLLOW_UP: _follow_up,
    Letter.REPLY: _reply,
    Letter.FEEDBACK: _feedback,
    Letter.OFFER: _offer,
    Letter.WITHDRAWAL: _withdrawal,
    Letter.MISSED_CALL: _missed_call,
    Letter.NEW_DATE: _new_date,
}
