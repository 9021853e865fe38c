"""What a rule hangs on, and what settles it: the two halves of every entry of the rulebook that are not about time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rules.application import Application, Cause, End, Interview, Turn
from rules.calendar import Calendar
from rules.facts import Feeling, Verdict
from rules.windows import Case

WAITING_CAUSES = (Cause.START, Cause.INTERVIEW, Cause.REPLY, Cause.NEXT_ROUND, Cause.CALL)


@dataclass(frozen=True, slots=True)
class World:
    """All that a situation may look at: one application, the others, and the user's calendar."""

    application: Application
    others: Sequence[Application]
    calendar: Calendar

    def case(self, thing: str) -> Case:
        subject = f"{self.application.key}.{thing}"
        return Case(application=self.application, calendar=self.calendar, subject=subject, turn=self.application.turn)


@dataclass(frozen=True, slots=True)
class Situation:
    """What a rule hangs on, in words and as the cases found in a world."""

    words: str
    cases: Callable[[World], Iterable[Case]]


@dataclass(frozen=True, slots=True)
class Settlement:
    """What settles a step, in words and as a predicate. Most things settle by changing the situation itself."""

    words: str
    holds: Callable[[Case], bool] = lambda case: False


def _fixed(world: World) -> Iterator[Case]:
    for interview in world.application.ahead if world.application.is_open else ():
        yield world.case(f"i{interview.number}m{interview.moves}").of(interview)


def _unfelt(world: World) -> Iterator[Case]:
    application = world.application
    latest = application.held[-1:]
    for interview in (*application.ahead, *latest) if application.is_open else ():
        if interview.is_planned and interview.feeling is None:
            yield world.case(f"i{interview.number}m{interview.moves}").of(interview)


def _held(world: World) -> Iterator[Case]:
    for interview in world.application.held if world.application.is_open else ():
        yield world.case(f"i{interview.number}").of(interview)


def _unreachable(world: World) -> Iterator[Case]:
    if not world.application.is_anybody_reachable:
        yield from list(_held(world))[-1:]


def _undated(world: World) -> Iterator[Case]:
    """The turn of the latest interview, as long as nobody said when an answer comes or that they would not say."""
    turn = world.application.turn
    if turn and turn.cause is Cause.INTERVIEW and not (turn.promise or turn.is_date_refused or turn.follow_ups):
        yield from list(_held(world))[-1:]


def _waiting(world: World) -> Iterator[tuple[Turn, Case]]:
    """The running turn, where it makes sense to ask how things stand."""
    application, turn = world.application, world.application.turn
    is_waiting = turn is not None and turn.cause in WAITING_CAUSES and not application.ahead
    if application.is_open and turn is not None and is_waiting:
        yield turn, world.case(turn.key)


def _silent(*feelings: Feeling | None) -> Callable[[World], Iterator[Case]]:
    """A turn without a follow-up, with one of these feelings about the interview."""

    def cases(world: World) -> Iterator[Case]:
        for turn, case in _waiting(world):
            is_let_go = turn.gut is not None and turn.gut.verdict is Verdict.LET_GO
            if not turn.follow_ups and not is_let_go and felt(turn, world.application) in feelings:
                yield case

    return cases


def felt(turn: Turn, application: Application) -> Feeling | None:
    """The feeling that gates a follow-up: being invited again, or the wish to write, outweighs a doubt."""
    outweighed = turn.cause is Cause.NEXT_ROUND or (turn.gut is not None and not turn.follow_ups)
    return Feeling.GOOD if outweighed else application.feeling


def _once_asked(world: World) -> Iterator[Case]:
    return (case for turn, case in _asked_once(world) if turn.gut is None)


def _gut_wants_to_write(world: World) -> Iterator[Case]:
    wishes = (Verdict.WRITE, Verdict.WAIT)
    return (case for turn, case in _asked_once(world) if turn.gut and turn.gut.verdict in wishes)


def _asked_once(world: World) -> Iterator[tuple[Turn, Case]]:
    """A turn with one follow-up; after a cancelled interview the request for a new date counts as one."""
    application, turn = world.application, world.application.turn
    is_their_move = turn is not None and turn.cause is not Cause.OFFER and not application.ahead
    if application.is_open and turn and is_their_move and len(turn.follow_ups) == 1:
        yield turn, world.case(turn.key)


def _any_turn(world: World) -> Iterator[Case]:
    turn = world.application.turn
    if world.application.is_open and turn:
        yield world.case(turn.key)


def _their_word(world: World) -> Iterator[Case]:
    for turn, case in _waiting(world):
        is_open_ended = turn.cause in (Cause.REPLY, Cause.NEXT_ROUND) and not turn.promise
        if is_open_ended and not turn.is_answered:
            yield case


def _cancelled(world: World) -> Iterator[Case]:
    application, turn = world.application, world.application.turn
    is_cancelled = turn is not None and turn.cause is Cause.CANCELLED and not turn.follow_ups
    if application.is_open and turn and is_cancelled and not application.ahead:
        yield world.case(turn.key)


def _no(world: World) -> Iterator[Case]:
    closing = world.application.closing
    if closing and closing.end is End.REJECTED:
        yield world.case(closing.key)


def _open_offer(world: World) -> Iterator[Case]:
    offer = world.application.offer
    if world.application.is_open and offer and offer.is_accepted is None:
        yield world.case(offer.key)


def _arranged(world: World) -> Iterator[Case]:
    call = world.application.call
    if world.application.is_open and call and not call.is_settled:
        yield world.case(call.key)


def _accepted(world: World) -> Iterator[Case]:
    closing = world.application.closing
    if closing and closing.end is End.ACCEPTED and any(other.is_open for other in world.others):
        yield world.case(closing.key)


INTERVIEW_PLANNED = Situation("interview planned", _fixed)
INTERVIEW_UNFELT = Situation("interview planned", _unfelt)
INTERVIEW_HELD = Situation("interview held", _held)
NOBODY_REACHABLE = Situation("interview held, nobody reachable", _unreachable)
NO_PROMISE = Situation("interview held, no promise", _undated)
TURN_GREAT_OR_GOOD = Situation("a turn, feeling great or good", _silent(Feeling.GREAT, Feeling.GOOD))
TURN_UNKNOWN = Situation("a turn, feeling unknown", _silent(None))
TURN_UNSURE = Situation("a turn, feeling unsure", _silent(Feeling.UNSURE))
FIRST_FOLLOW_UP = Situation("the turn's first follow-up", _once_asked)
GUT_SAYS_WRITE = Situation("gut says write", _gut_wants_to_write)
TURN = Situation("a turn", _any_turn)
REPLY_WITHOUT_DATE = Situation("a reply without a date or next step", _their_word)
INTERVIEW_CANCELLED = Situation("cancelled, no new date", _cancelled)
REJECTION = Situation("a no from them", _no)
OFFER = Situation("an offer from them", _open_offer)
CALL_FOR_A_TIME = Situation("a call arranged for a time", _arranged)
OFFER_ACCEPTED = Situation("an offer accepted, others open", _accepted)


def _all_thanked(case: Case) -> bool:
    return case.interview is not None and (
        case.application.unthanked(since=case.interview.end) is None or _is_long_past(case.interview, case.turn)
    )


def _is_long_past(interview: Interview, turn: Turn | None) -> bool:
    """An interview told without a day, and since then somebody asked or answered: too late for thanks."""
    went_on = turn is not None and (bool(turn.follow_ups) or turn.cause is not Cause.INTERVIEW)
    return interview.at is None and went_on


def _thanked_since_the_no(case: Case) -> bool:
    closing = case.application.closing
    return closing is not None and any(at >= closing.at for at, _ in case.application.thanks)


ALL_THANKED = Settlement("all thanked; skipped", _all_thanked)
THANKED = Settlement("thanked; skipped", _thanked_since_the_no)


def settled_by(words: str) -> Settlement:
    """Settled as soon as the situation no longer holds; the words say by what."""
    return Settlement(words)
