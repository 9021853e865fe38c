"""An interview told on another day than the one that is fixed: moved, or one more? Only the user knows."""

from collections.abc import Sequence

from language.known import has_begun
from language.moment_of_telling import Telling
from language.rounds import is_another, names_round
from language.strands import Strand
from rules.application import Application
from rules.facts import Fact, InterviewMoved, InterviewPlanned, Option


def on_other_day(
    interviews: Sequence[Fact], strand: Strand, known: Application | None, telling: Telling
) -> tuple[Option, ...]:
    """The two things that it may be; none where the words say which, or only one interview is known."""
    fixed = known.ahead if known else ()
    new = interviews[0] if len(interviews) == 1 else None
    if len(fixed) != 1 or not isinstance(new, InterviewPlanned) or new.interview == fixed[0].number:
        return ()
    events = strand.of("planned", "meeting", "fixed")
    is_one_more = new.stage is not None or any(is_another(event) or names_round(event) for event in events)
    if is_one_more or has_begun(fixed[0], telling.now) or strand.of("next_round", "held"):
        return ()
    moved = InterviewMoved(about=new.about, interview=fixed[0].number, at=new.at)
    return (Option(label="option-moved", facts=(moved,)), Option(label="option-one-more", facts=(new,)))
