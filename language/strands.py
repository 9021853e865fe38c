"""Which application each part of a message is about: strands of a story, one for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from language.clauses import Clause
from language.known import has_begun, same_company
from language.marks import Item
from language.newcomers import newcomer
from language.pointing import pointed_at, words_of
from language.rounds import held_before, is_another, names_round, planned_before
from language.stories import Event, Story
from rules.application import Application

_RECENT = timedelta(minutes=10)
_LATELY = timedelta(days=1)
_NEW_INTERVIEW = frozenset(["held", "planned"])
_LINKS = frozenset(["and", "or", "&", ",", "'s", "at", "with"])
_OF_SOMEBODY = ("PERSON", "EMAIL", "PHONE", "SKYPE", "LINKEDIN")


@dataclass(slots=True)
class Strand:
    """What a message tells of one application: `candidates` are those of the journal it may be.

    No candidate means a new application. `others` are the places of what belongs to other strands in its clauses.
    `newcomer` is a first name that does something and is nobody known: a person of a candidate, or a company.
    """

    company: str | None = None
    candidates: list[Application] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    role: str | None = None
    others: set[int] = field(default_factory=set)
    newcomer: Item | None = None

    @property
    def known(self) -> Application | None:
        return self.candidates[0] if len(self.candidates) == 1 else None

    def items(self, kind: str) -> list[Item]:
        """The recognised things of one kind in its clauses."""
        told = (item for clause in self.clauses for item in clause.of_kind(kind))
        return [item for item in told if item.start not in self.others]

    def of(self, *means: str) -> list[Event]:
        return [event for event in self.events if event.means in means]

    def beside(self, event: Event, means: str) -> bool:
        """Whether the same clause means this, too."""
        return any(one.clause is event.clause for one in self.of(means))


def strands(story: Story, known: Sequence[Application], now: datetime, feels: bool) -> list[Strand]:
    """The story's strands in the order of their first words. `feels` says that it tells how an interview went."""
    found = _by_company(story, known, now)
    if found:
        _spread(story, found)
        _part_another(found, story)
        return list(found.values())
    single = Strand(events=list(story.events), clauses=list(story.told))
    single.candidates = _meant(story, known, now, feels)
    roles = single.items("ROLE")
    single.role = str(roles[0].value) if roles else None
    if any(one.company for one in single.candidates):
        single.newcomer = newcomer(story, known)
    return [single, *_another(single)]


def _by_company(story: Story, known: Sequence[Application], now: datetime) -> dict[str, Strand]:
    found: dict[str, Strand] = {}
    for item in (item for clause in story.told for item in clause.of_kind("COMPANY")):
        name = str(item.value)
        if not any(same_company(name, other) for other in found):
            found[name] = Strand(company=name, candidates=_named(name, known))
    nameless = _nameless(story, known, now)
    if len(found) == 1 and nameless and not (strand := next(iter(found.values()))).candidates:
        strand.candidates = [nameless]
    return found


def _named(name: str, known: Sequence[Application]) -> list[Application]:
    """The applications of that name: the open ones, else the latest; a full name before the beginning of one."""
    matching = [one for one in known if one.company and same_company(name, one.company)]
    opened = [one for one in matching if one.is_open] or matching[-1:]
    return [one for one in opened if one.company and one.company.lower() == name.lower()][-1:] or opened


def _nameless(story: Story, known: Sequence[Application], now: datetime) -> Application | None:
    """The application told of last, if its company is still to be told and nothing new begins here."""
    latest = max(known, key=lambda one: one.last_told, default=None)
    if latest is None or latest.company or not latest.is_open or now - latest.last_told > _LATELY:
        return None
    roles = [str(item.value) for clause in story.clauses for item in clause.of_kind("ROLE")]
    if latest.role and roles and latest.role not in roles:
        return None
    events = story.of(*_NEW_INTERVIEW, "meeting")
    is_new = any(is_another(event) or (event.time and not _tells_again(story, latest, now)) for event in events)
    return None if is_new else latest


def _spread(story: Story, found: dict[str, Strand]) -> None:
    """Give each clause and each event to the company named nearest before it, or else to the first one named."""
    current = next(iter(found.values()))
    for clause in story.told:
        named = [(item, _strand_of(item, found)) for item in clause.of_kind("COMPANY")]
        if not named and (company := _in_brackets_after(clause, story)):
            current = _strand_of(company, found)
        for event in (event for event in story.events if event.clause is clause):
            own = list(found.values()) if clause.words[:1] == ["both"] else [current]
            for strand in _beside(event.place, event.place, clause, named) or own:
                strand.events.append(event)
        for role in clause.of_kind("ROLE"):
            strand = (_beside(role.start, role.end, clause, named) or [current])[0]
            strand.role = strand.role or str(role.value)
        for strand in {id(s): s for _, s in named}.values() if named else [current]:
            strand.clauses.append(clause)
            strand.others |= _of_others(strand, clause, named)
        current = named[-1][1] if named else current


def _in_brackets_after(clause: Clause, story: Story) -> Item | None:
    """ "Dana (Acme) was lovely": the company of a person."""
    after = story.clauses[clause.number + 1 :][:1]
    if clause.items[-1].word != "PERSON" or not after or after[0].joint != "(":
        return None
    return after[0].items[0] if after[0].items[0].word == "COMPANY" else None


def _of_others(strand: Strand, clause: Clause, named: list[tuple[Item, Strand]]) -> set[int]:
    """The places of people and addresses that stand nearer to other companies."""
    own = (item for kind in _OF_SOMEBODY for item in clause.of_kind(kind)) if len(named) > 1 else ()
    return {item.start for item in own if strand not in _beside(item.start, item.end, clause, named)}


def _strand_of(item: Item, found: dict[str, Strand]) -> Strand:
    return next(strand for name, strand in found.items() if same_company(str(item.value), name))


def _beside(start: int, end: int, clause: Clause, named: list[tuple[Item, Strand]]) -> list[Strand]:
    """The strands of the company nearest to a place, and of those in one breath with it ("Acme and Globex")."""
    if not named:
        return []
    item = min((item for item, _ in named), key=lambda item: max(item.start - end, start - item.end, 0))
    run = _run(clause, item)
    return list({id(strand): strand for other, strand in named if other in run}.values())


def _run(clause: Clause, company: Item) -> list[Item]:
    """The companies in one breath with this one, in order."""
    runs: list[list[Item]] = [[]]
    for item in clause.items:
        if item.word == "COMPANY":
            runs[-1].append(item)
        elif item.word not in _LINKS:
            runs.append([])
    return next(run for run in runs if company in run)


def _part_another(found: dict[str, Strand], story: Story) -> None:
    for strand in list(found.values()):
        for number, other in enumerate(_another(strand)):
            found[f"\x00{number}"] = other


def _another(strand: Strand) -> list[Strand]:
    """ "Tomorrow I have another one with a bigger company": a further application without a name."""
    rest = strand.of("held", "rejected")
    for event in strand.of("planned", "meeting"):
        is_other = (event.means == "planned" and "another" in event.clause.all_words) or _is_after_a_no(event, strand)
        if rest and is_other and not names_round(event) and not event.clause.of_kind("COMPANY"):
            strand.events = [one for one in strand.events if one.clause is not event.clause]
            strand.clauses = [clause for clause in strand.clauses if clause is not event.clause]
            return [Strand(events=[event], clauses=[event.clause])]
    return []


def _is_after_a_no(event: Event, strand: Strand) -> bool:
    """ "They picked somebody else. Anyhow, the interview on Tuesday": with someone else."""
    noes = [no for no in strand.of("rejected") if no.clause.sentence < event.clause.sentence]
    return bool(noes) and event.time is not None and event.time.is_ahead


def _meant(story: Story, known: Sequence[Application], now: datetime, feels: bool) -> list[Application]:
    """The applications that a message without a company may be about."""
    if not known:
        return []
    if pointed := pointed_at(story, known):
        return pointed
    opened = [one for one in known if one.is_open]
    if "other" in words_of(story) and len(opened) > 1:
        latest = max(opened, key=lambda one: one.last_told)
        opened = [one for one in opened if one is not latest]
    begun = [one for one in opened if any(has_begun(i, now) for i in one.ahead)]
    if begun and (story.of("held", "missed") or feels):
        return _recent(begun, now)
    if told_again := [one for one in opened if _tells_again(story, one, now)]:
        return _recent(told_again, now)
    fresh = [event for event in story.of(*_NEW_INTERVIEW) if event.time]
    if fresh and not _goes_on(fresh, opened):
        return []
    if feels and not story.of("held"):
        opened = [one for one in opened if one.held] or opened
    if story.of("accepted", "declined", "deadline") and any(one.offer for one in opened):
        opened = [one for one in opened if one.offer]
    return _recent(opened, now) or [max(known, key=lambda one: one.last_told)]


def _tells_again(story: Story, one: Application, now: datetime) -> bool:
    """Whether an interview told is one that is known of this application."""
    events = story.of("held", "planned", "meeting", "fixed")
    return any(planned_before(event, one, now) or held_before(event, one, now) for event in events)


def _goes_on(fresh: Iterable[Event], opened: Sequence[Application]) -> bool:
    """Whether an interview without a company is one more with a company known."""
    if not opened:
        return False
    if any(names_round(event) for event in fresh):
        return True
    return len(opened) == 1 and not opened[0].held and not any(event.clause.of_kind("ROLE") for event in fresh)


def _recent(opened: list[Application], now: datetime) -> list[Application]:
    if len(opened) < 2:
        return opened
    last = max(one.last_told for one in opened)
    lately = [one for one in opened if one.last_told == last]
    return lately if now - last.astimezone(now.tzinfo) <= _RECENT else opened
