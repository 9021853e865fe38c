"""First names that do something and are nobody known: "Wayne rejected me" is of a person, or of a company."""

from collections.abc import Sequence

from language.clauses import Clause
from language.known import names_of, same_company
from language.marks import Item
from language.stories import Story
from language.subjects import ACTS, COLONS, HELPING
from rules.application import Application


def newcomer(story: Story, known: Sequence[Application]) -> Item | None:
    """Who may be either; None where a name of the message is known."""
    people = [item for clause in story.told for item in clause.of_kind("PERSON")]
    names = [name for one in known for name in names_of(one)]
    if any(same_company(str(item.value), name) for item in people for name in names):
        return None
    return next((item for clause in story.told for item in people if _acts(item, clause) or _heads(item, story)), None)


def _acts(item: Item, clause: Clause) -> bool:
    """Whether the clause begins with this one name, and goes on with what companies do, too."""
    is_first_name = clause.items[0] is item and " " not in str(item.value)
    return is_first_name and next((word for word in clause.words[1:] if word not in HELPING), "") in ACTS


def _heads(item: Item, story: Story) -> bool:
    """ "Wayne: interview today"."""
    after = story.clauses[1:2]
    return story.clauses[0].items == (item,) and bool(after) and after[0].joint in COLONS and bool(story.events)
