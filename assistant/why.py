"""Why a step is advised: the rule's reason, what it rests on, what others found, and who disagrees."""

from collections.abc import Iterator
from datetime import datetime

from assistant.advise import BESIDE
from assistant.fact_words import words_of
from assistant.reasons import comfort, reason_to_wait
from assistant.reply import NOTHING, Line, Reply, Row, joined, line, saying
from rules import facts as f
from rules.journal import Entry
from rules.plan import Plan, Step
from rules.rule import Evidence, Rule
from rules.rulebook import (
    ASK_PROMISE,
    CONFIRMED_CALL,
    GET_CONTACT,
    HOW_DID_IT_GO,
    NEW_DATE,
    OFFER,
    PREPARE,
    REJECTED,
    THANK_YOU,
    THEY_REPLIED,
    WAIT,
    WITHDRAW,
)

FIXED = (f.InterviewPlanned, f.InterviewMoved)
THE_INTERVIEW = (*FIXED, f.InterviewHeld)
OF_THE_TURN = (
    *THE_INTERVIEW,
    f.Felt,
    f.AnswerPromised,
    f.NoDatePromised,
    f.TheyReplied,
    f.NextRound,
    f.OfferMade,
    f.FollowedUp,
    f.GutSaid,
)
GROUNDS: dict[Rule, tuple[type[f.Fact], ...]] = {
    PREPARE: FIXED,
    HOW_DID_IT_GO: THE_INTERVIEW,
    GET_CONTACT: THE_INTERVIEW,
    ASK_PROMISE: THE_INTERVIEW,
    THANK_YOU: THE_INTERVIEW,
    THEY_REPLIED: (f.TheyReplied, f.NextRound),
    REJECTED: (f.Rejected,),
    OFFER: (f.OfferMade,),
    CONFIRMED_CALL: (f.CallArranged,),
    NEW_DATE: (f.InterviewCancelled,),
    WITHDRAW: (f.OfferAnswered,),
}
"""What the steps of a rule rest on; those of the others on all that happened in the turn."""


def why(step: Step | None, plan: Plan, now: datetime) -> Reply:
    """The reason for a step, or for waiting for it; the facts it rests on; what is known, and who disagrees."""
    if step is None:
        return saying(line("why-nothing"))
    reason = step.rule.in_words(lambda rule: rule.why, plan.calendar.preferences)
    if step.opens <= now:
        return saying(line("why", why=reason)) + _grounds(step, plan) + evidence_told(step.rule)
    waiting = reason_to_wait(step.application, step, plan.calendar)
    is_free = all(other.rule in BESIDE for other in plan.of(step.application, now).now)
    told = saying(line("why-wait" if is_free else "why-wait-then", when=step.opens), waiting, comfort(waiting))
    told += saying(line("why-then", why=reason))
    return told + _grounds(step, plan) + evidence_told(WAIT) + evidence_told(step.rule)


def evidence_told(rule: Rule) -> Reply:
    """What speaks for a rule, and who sees it differently."""
    known = [_evidence("why-evidence", each) for each in rule.evidence]
    dissent = [_evidence("why-dissent", each) for each in rule.dissent]
    return joined(saying(each) for each in [*known, *dissent])


def _grounds(step: Step, plan: Plan) -> Reply:
    """The facts that the step rests on, each with when it was told."""
    told = tuple(
        line("why-ground", fact=words, told=entry.told)
        for entry in _entries(step, plan)
        for words in words_of(entry.fact, step.application, plan.calendar)
    )
    return saying(line("why-grounds", facts=Row(told, is_list=True))) if told else NOTHING


def _entries(step: Step, plan: Plan) -> Iterator[Entry]:
    """The latest of each kind, in the order of telling, and of the interview alone; every follow-up of the turn."""
    kinds = GROUNDS.get(step.rule, OF_THE_TURN)
    own = [e for e in plan.journal.standing if e.fact.about == step.application.key and isinstance(e.fact, kinds)]
    latest = {_kind(entry.fact): entry.number for entry in own if _is_of(entry.fact, step)}
    turn = step.application.turn
    for entry in own:
        is_of_turn = isinstance(entry.fact, f.FollowedUp) and turn is not None and entry.told >= turn.began
        if is_of_turn or entry.number in latest.values():
            yield entry


def _kind(fact: f.Fact) -> type[f.Fact]:
    return f.InterviewPlanned if isinstance(fact, THE_INTERVIEW) else type(fact)


def _is_of(fact: f.Fact, step: Step) -> bool:
    """Whether it is of the step's interview and turn, as far as that can be told."""
    number = getattr(fact, "interview", None)
    turn = step.application.turn
    if isinstance(fact, f.AnswerPromised | f.NoDatePromised | f.GutSaid) and turn is not None:
        holds = {f.AnswerPromised: turn.promise, f.NoDatePromised: turn.is_date_refused, f.GutSaid: turn.gut}
        return bool(holds[type(fact)])
    return number is None or step.interview is None or number == step.interview.number


def _evidence(text: str, evidence: Evidence) -> Line:
    return line(text, finding=evidence.finding, source=evidence.source)
