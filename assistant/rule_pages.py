"""The rulebook in the chat, a rule a page, with the user's own numbers; and the rules that a word finds."""

from collections.abc import Sequence

from assistant.pages import page_of, rows_of
from assistant.press import Press, Verb
from assistant.reply import Choice, Line, Reply, Row, line, saying
from assistant.why import evidence_told
from language.searches import told_words_in
from language.speech import catalogue_text
from rules.preferences import Preferences
from rules.printed import in_full
from rules.rule import Rule
from rules.rulebook import BY_ID, RULEBOOK, WAIT

IN_A_ROW = 2


def rules_told(preferences: Preferences, words: str = "") -> Reply:
    """The table of contents; with words the rules that they find, the one itself if it is the only one."""
    if not words:
        return _contents(line("rules-told", count=len(RULEBOOK)), RULEBOOK)
    found = _found(words, preferences)
    if len(found) == 1:
        return _page(found[0], preferences)
    heading = line("rules-found", words=words) if found else line("rules-found-none", words=words)
    return _contents(heading, found or RULEBOOK)


def rules_pressed(press: Press, preferences: Preferences) -> Reply:
    """The rule of that id, or the table of contents."""
    rule = BY_ID.get(press.on)
    return _page(rule, preferences) if rule else rules_told(preferences)


def rule_name(rule: Rule) -> Line:
    return line(f"rule-{rule.id}")


def _contents(heading: Line, rules: Sequence[Rule]) -> Reply:
    buttons = [Choice(rule_name(rule), _press(rule)) for rule in rules]
    return Reply(saying(heading).paragraphs, rows_of(buttons, IN_A_ROW))


def _page(rule: Rule, preferences: Preferences) -> Reply:
    """What the rule says and when, why, what is known, and who disagrees."""
    number = RULEBOOK.index(rule)
    says = _words(rule, f"{rule.says[0].upper()}{rule.says[1:]}", preferences)
    head = line("rule-head", name=rule_name(rule), number=number + 1, of=len(RULEBOOK), says=says)
    times = Row(tuple(_times(rule, preferences)), is_list=True)
    reply = saying(head) + saying(line("rule-times", times=times) if times.lines else None)
    reply += saying(line("why", why=_words(rule, rule.why, preferences))) + evidence_told(rule)
    turning = page_of(RULEBOOK, number, 1).turning(lambda at: _press(RULEBOOK[at]))
    return reply + Reply(buttons=(turning, (Choice(line("button-rules"), Press(Verb.RULES, "")),)))


def _times(rule: Rule, preferences: Preferences) -> list[Line]:
    """When it is advice and when the assistant writes, in the words of the rulebook."""
    if rule is WAIT:
        return []
    rings = "; ".join(ring.words for ring in rule.rings)
    told = {
        "rule-on": rule.on.words,
        "rule-opens": rule.opens.words,
        "rule-rings": rings,
        "rule-closes": rule.closes.words if rule.closes else "",
        "rule-settled": rule.settled_by.words,
    }
    return [line(text, words=_words(rule, words, preferences)) for text, words in told.items() if words]


def _words(rule: Rule, words: str, preferences: Preferences) -> str:
    """A text of the rule with the user's own numbers in it, written out."""
    return in_full(rule.in_words(lambda _: words, preferences))


def _found(words: str, preferences: Preferences) -> list[Rule]:
    """The rules that have every word in their name; else those that have them in what they say."""
    wanted = told_words_in(words)
    if not wanted:
        return []
    names = {rule: f"{catalogue_text(f'rule-{rule.id}', preferences.language)} {rule.id}" for rule in RULEBOOK}
    by_name = [rule for rule in RULEBOOK if _has(wanted, names[rule])]
    return by_name or [rule for rule in RULEBOOK if _has(wanted, f"{rule.says} {rule.why} {names[rule]}")]


def _has(wanted: Sequence[str], text: str) -> bool:
    known = " " + text.casefold().replace("-", " ")
    return all(f" {word}" in known or f" {word.removesuffix('s')}" in known for word in wanted)


def _press(rule: Rule) -> Press:
    return Press(Verb.RULES, rule.id)
