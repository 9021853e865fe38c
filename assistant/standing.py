"""How an application stands, in a few words: in a list, in a picture, beside others."""

from datetime import datetime

from assistant.reply import Line, line
from rules.application import Application
from rules.plan import Plan


def state_of(application: Application, plan: Plan, now: datetime) -> Line:
    """How an application stands, in a few words."""
    advice = plan.of(application, now)
    if advice.now:
        first = advice.now[0]
        if first.interview and first.rule.id == "prepare":
            return line("state-prepare", when=first.interview.at or first.interview.end)
        return line(f"state-{first.rule.id}")
    return line("state-waiting", when=advice.next.opens) if advice.next else line("state-quiet")
