"""How an application stands, in a few words: in a list, in a picture, beside others."""

from datetime import datetime

from assistant.reply import Line, line
from rules.application import Application
from rules.plan import Plan, Step


def state_of(application: Application, plan: Plan, now: datetime) -> Line:
    """How an application stands, in a few words."""
    advice = plan.of(application, now)
    if advice.now:
        return step_state(advice.now[0])
    return line("state-waiting", when=advice.next.opens) if advice.next else line("state-quiet")


def step_state(step: Step) -> Line:
    """What there is to do, in a few words."""
    if step.interview and step.rule.id == "prepare":
        return line("state-prepare", when=step.interview.at or step.interview.end)
    return line(f"state-{step.rule.id}")
