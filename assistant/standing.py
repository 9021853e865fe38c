"""How an application stands, in a few words: in a list, in a picture, beside others."""

from datetime import datetime

from assistant.advise import BESIDE
from assistant.reply import Line, line
from rules.application import Application
from rules.plan import Plan, Step


def state_of(application: Application, plan: Plan, now: datetime) -> Line:
    """How an application stands, in a few words; what is only asked beside the advice gives way to a date."""
    advice = plan.of(application, now)
    doing = [step for step in advice.now if step.rule not in BESIDE]
    if advice.next and not doing:
        return line("state-waiting", when=advice.next.opens)
    return step_state(advice.now[0]) if advice.now else line("state-quiet")


def step_state(step: Step) -> Line:
    """What there is to do, in a few words."""
    if step.interview and step.rule.id == "prepare":
        return line("state-prepare", when=step.interview.at or step.interview.end)
    return line(f"state-{step.rule.id}")
