"""How a cue and the chance that the model gives are weighed: a cue stands unless the model finds it all but
impossible, and what no cue knows counts where the model finds it likely."""

from collections.abc import Mapping
from dataclasses import dataclass

Chances = Mapping[str, float]
"""How likely a clause tells each thing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a chance has to reach: for something told without a cue, and for a cue to stand."""

    likely: float
    possible: float

    def adds(self, means: str, chances: Chances) -> bool:
        return chances.get(means, 0) >= self.likely

    def allows(self, means: str, chances: Chances) -> bool:
        return chances.get(means, 1) >= self.possible


EVENTS = Bar(likely=0.4, possible=0.03)
HEDGED_EVENTS = Bar(likely=0.75, possible=0.03)
"""Where words of denial or planning stand in the clause, or where there is little to go by."""
FEELINGS = Bar(likely=0.5, possible=0.02)
LONE_FEELINGS = Bar(likely=0.4, possible=0.02)
"""Where the message tells nothing else."""
