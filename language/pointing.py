"""Which applications a message points at without a company: by an address, a person, a role, a word of the name."""

from collections.abc import Sequence

from language.clues import house_of, is_house
from language.known import names_of, same_company
from language.stories import Story
from rules.application import Application


def pointed_at(story: Story, known: Sequence[Application]) -> list[Application]:
    """An address says it most surely."""
    return _written_to(story, known) or _pointed(story, known)


def _written_to(story: Story, known: Sequence[Application]) -> list[Application]:
    """The applications whose company an address is at: "tom@globex.com"."""
    said = [str(item.value) for clause in story.clauses for item in clause.of_kind("EMAIL")]
    houses = [house for address in said if (house := house_of(address))]
    return [one for one in known if one.is_open and one.company and any(is_house(h, one.company) for h in houses)]


def _pointed(story: Story, known: Sequence[Application]) -> list[Application]:
    """Applications pointed at by a person, a role or a word of the company's name ("the bank")."""
    said = [str(item.value).lower() for clause in story.clauses for item in clause.of_kind("PERSON")]
    roles = [str(item.value).lower() for clause in story.clauses for item in clause.of_kind("ROLE")]
    words = words_of(story)
    return [one for one in known if one.is_open and _is_pointed(one, said, roles, words)]


def _is_pointed(one: Application, said: list[str], roles: list[str], words: set[str]) -> bool:
    if any(same_company(person, name) for person in said for name in names_of(one)):
        return True
    if any(one.role and (role in one.role.lower() or one.role.lower() in role) for role in roles):
        return True
    kinds = set((one.company or "").lower().split()[1:])
    return bool(kinds & words)


def words_of(story: Story) -> set[str]:
    return {word for clause in story.clauses for word in clause.all_words}
