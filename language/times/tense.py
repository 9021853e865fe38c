"""Whether the words around a time look back or ahead: "interviewed Monday" is over, "interview Monday" is to come."""

from enum import Enum, auto

from language.times.tokens import Words


class Tense(Enum):
    PAST = auto()
    AHEAD = auto()
    UNSAID = auto()


_PAST = frozenset({
    "was", "were", "wasn't", "weren't", "did", "didn't", "had", "hadn't", "went", "met", "spoke", "sent", "wrote",
    "came", "gave", "took", "heard", "saw", "left", "rang", "felt", "got", "held", "flew", "drove", "blew", "lost",
    "won", "began", "thought", "brought", "knew", "kept", "paid", "ran", "forgot", "spent", "happened", "ghosted",
    "been", "sat", "bombed", "stood", "talked", "told", "said", "didnt", "wasnt", "woke", "rejected",
    "emailed", "interviewed", "aced", "nailed", "chatted", "gone", "done", "havent", "haven't", "hasn't",
    "hasnt", "wouldn't've", "seen", "asked", "turned", "ended", "finished",
}) - {"been"}  # fmt: skip
_AHEAD = frozenset({
    "will", "ll", "won't", "wont", "would", "shall", "can", "could", "should", "might", "may", "must", "gonna",
    "going", "hope", "hopefully", "expect", "expecting", "plan", "planning", "want", "wants", "need", "needs", "let",
    "lets", "hear", "call", "calls", "starts", "start", "begins", "decide", "decides", "is", "isn't", "are", "aren't",
    "am", "have", "has", "be", "being", "get", "gets", "do", "does", "know", "wait", "see", "meet", "come", "reply",
    "respond", "follow", "send", "email", "write", "tomorrow", "supposed", "meant", "arrange", "try", "ring",
    "return", "back", "visit", "ready", "prep", "prepare", "dm", "text", "chase", "nudge", "speak", "talk", "chat",
    "interview's", "closes", "close", "ends", "end", "opens", "flies", "fly",
}) - {"tomorrow", "back", "end", "close", "start"}  # fmt: skip
_CONTRACTED = {"'ll": Tense.AHEAD, "'re": Tense.AHEAD, "'m": Tense.AHEAD, "'ve": Tense.AHEAD, "'d": Tense.AHEAD}
_REPORTING = frozenset({"said", "told", "says", "promised", "mentioned", "asked", "suggested", "proposed", "offered",
                        "wanted", "needed", "invited", "expected"})  # fmt: skip
_NOT_VERBS = frozenset({
    "excited", "worried", "interested", "tired", "stressed", "need", "feed", "speed", "wednesday", "wed", "red",
    "bed", "hundred", "indeed", "supposed", "scared", "confused", "annoyed", "bored", "embarrassed", "ahead", "unfed",
    "seed", "deed", "detailed", "experienced", "qualified", "overwhelmed", "relieved", "unrelated", "related", "used",
    "gutted", "nervous", "instead",
})  # fmt: skip
_PASSIVE = frozenset({"is", "are", "am", "be", "being", "isn't", "get", "getting"})
_APPOINTMENT = frozenset({
    "interview", "interviews", "screen", "assessment", "screening", "appointment", "round", "onsite", "trial",
})  # fmt: skip
_SPLITS = frozenset({
    ",", "and", "but", "so", "because", "then", "(", ")", "while", "-", ":", "though", "since", "that",
})  # fmt: skip
_DONE_TO = frozenset({"went", "came", "had", "managed", "drove", "flew", "stopped", "ran", "did", "didn't", "tried"})
_WAS = frozenset({"was", "were", "wasn't", "weren't"})
_DID = frozenset({"did", "didn't", "didnt"})
_OVERDUE = _WAS | {"didn't", "didnt", "hadn't", "never"}
_MODALS = frozenset({"should", "would", "could"})
_NOUNS_TOO = frozenset({
    "call", "email", "text", "chat", "visit", "meet", "talk", "return", "plan", "ring", "need", "hope", "start",
    "calls", "chase", "reply", "nudge", "contact", "message", "phone",
})  # fmt: skip
_DETERMINERS = frozenset({
    "a", "an", "the", "my", "our", "their", "his", "her", "this", "that", "another", "any", "no", "first", "second",
    "phone", "video", "zoom", "quick", "intro", "final",
})  # fmt: skip
_NOTHING = frozenset({
    "didn't", "didnt", "hasn't", "hasnt", "haven't", "havent", "never", "nothing", "crickets", "silence", "nobody",
})  # fmt: skip
_COMES = frozenset({"comes", "arrives", "passes", "rolls"})
_VERBS = _PAST | _AHEAD | _REPORTING | {"have", "has", "had", "got"}
_REACH = 14


def tense_of_limit(words: Words, start: int, end: int) -> Tense:
    """A limit ("by Friday", "until Friday") lies ahead, unless something was due and did not come."""
    for i in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if words.is_break(i + 1) or words.at(i) in _SPLITS:
            break
        if (
            words.typed(i) in _OVERDUE
            and not _is_condition(words, i)
            and not _hoping(words, start)
            and words.at(i + 1) not in {"told", "asked"}
        ):
            return Tense.PAST
        if words.says(i, "should", "have") or words.says(i, "would", "have"):
            return Tense.PAST
    leads_clause = words.is_break(start) or words.at(start - 1) in _SPLITS
    is_done = leads_clause and _verb_after(words, end, is_same_clause=True) is Tense.PAST
    return Tense.PAST if is_done else Tense.AHEAD


def is_broken(words: Words, end: int) -> bool:
    """Whether it is told at once that nothing came of it: "he'd call Tuesday but he hasn't", "Monday comes"."""
    if words.at(end) in _COMES:
        at = end + 1 + 2 * words.says(end + 1, "and", "goes")
        return words.is_break(at) or words.at(at) in {"around", "and", "but"}
    for i in range(end, min(words.size, end + 5)):
        if words.at(i) in {"but", "and", "yet"}:
            return any(words.typed(k) in _NOTHING for k in range(i + 1, i + 4))
        if words.is_break(i + 1) and words.typed(i + 1) in {"nothing", "silence", "crickets"}:
            return True
    return False


def tense_around(words: Words, start: int, end: int, *, is_for: bool) -> Tense:
    """The tense of the verb nearest to the tokens `start` to `end`; `is_for` where "for" or "to" leads to the time."""
    before = _verb_before(words, start)
    if is_for and before is not Tense.UNSAID:
        return Tense.PAST if words.at(start - 1) in {"was", "were"} else Tense.AHEAD
    if before is not Tense.UNSAID:
        return before
    after = _verb_after(words, end, is_same_clause=True)
    if after is not Tense.UNSAID:
        return after
    earlier = _verb_before(words, start, is_same_clause=False)
    return earlier if earlier is not Tense.UNSAID else _verb_after(words, end, is_same_clause=False)


def _verb_before(words: Words, start: int, *, is_same_clause: bool = True) -> Tense:
    for i in range(start - 1, max(-1, start - 1 - (_REACH if is_same_clause else 2 * _REACH)), -1):
        if words.is_break(i + 1) or (is_same_clause and words.at(i) in _SPLITS and i < start - 1):
            return Tense.UNSAID
        tense = _tense_of(words, i, start)
        if tense is not Tense.UNSAID:
            return Tense.AHEAD if _is_condition(words, i) else tense
    return Tense.UNSAID


def _is_condition(words: Words, i: int) -> bool:
    """ "If I haven't heard by Friday" looks ahead."""
    is_not = any(words.typed(k).endswith(("n't", "nt")) or words.at(k) == "not" for k in range(max(0, i - 2), i + 1))
    return is_not and any(words.at(k) in {"if", "unless"} for k in range(max(0, i - 4), i))


def _verb_after(words: Words, end: int, *, is_same_clause: bool) -> Tense:
    for i in range(end, min(words.size, end + _REACH)):
        if words.is_break(i) and i > 0 and words.at(i - 1) in {".", "!", "?", ";"}:
            return Tense.UNSAID
        if is_same_clause and words.at(i) in _SPLITS:
            return Tense.UNSAID
        tense = _tense_of(words, i, i + 9)
        if tense is not Tense.UNSAID:
            return tense
    return Tense.UNSAID


def _tense_of(words: Words, i: int, start: int) -> Tense:
    word = words.typed(i)
    if word not in _VERBS and "'" not in word and not word.endswith("ed"):
        return Tense.UNSAID
    if word in _REPORTING:
        return _reported(words, i, start)
    if word in {"have", "has", "i've", "we've", "they've", "had", "got"} or word.endswith("'ve"):
        return _having(words, i)
    if word in _PAST:
        return Tense.PAST
    is_noun = {words.typed(i - 1), words.typed(i - 2)} & _DETERMINERS or words.typed(i - 1).endswith("'s")
    if word in _NOUNS_TOO and is_noun:
        return Tense.UNSAID
    if word in _AHEAD or "'" in word:
        return _present(words, i)
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS:
        is_passive = words.typed(i - 1) in _PASSIVE or words.typed(i - 1).endswith(("'m", "'re", "'s"))
        return Tense.AHEAD if is_passive else Tense.PAST
    return Tense.UNSAID


def _reported(words: Words, i: int, start: int) -> Tense:
    """ "They said Monday" is a promise; "he told me on Monday that ..." is the telling."""
    between = {words.at(k) for k in range(i + 1, start)}
    is_dated = "on" in between or words.at(start) == "on" or words.at(start) in {"yesterday", "last"}
    return Tense.PAST if is_dated else Tense.AHEAD


def _having(words: Words, i: int) -> Tense:
    """ "I have an interview Monday" lies ahead, "had one Monday" does not, "got an interview Monday" does."""
    word = words.typed(i)
    if word == "got":
        is_held = any(words.at(k) in _APPOINTMENT for k in range(i + 1, i + 6)) or _is_meeting_with(words, i)
        is_present = words.typed(i - 1) in {"have", "has"} or words.typed(i - 1).endswith("'ve")
        is_news = words.at(i + 1) in {"an", "a", "my", "another"} and is_held
        return Tense.AHEAD if is_present or is_news else Tense.PAST
    if word == "had":
        has_fixed = any(words.at(k) in {"scheduled", "booked", "planned"} for k in range(i + 1, i + 6))
        return Tense.AHEAD if has_fixed else Tense.PAST
    after = words.typed(i + 1) if words.typed(i + 1) not in {"just", "already", "now", "not"} else words.typed(i + 2)
    is_done = after in _PAST or (after.endswith("ed") and after not in _NOT_VERBS) or after == "been"
    return Tense.PAST if is_done and after != "got" else Tense.AHEAD


def _is_meeting_with(words: Words, i: int) -> bool:
    meetings = {"call", "chat", "meeting", "zoom"}
    return any(words.at(k) in meetings and words.at(k + 1) == "with" for k in range(i + 1, i + 6))


def _present(words: Words, i: int) -> Tense:
    """A verb in the present, unless a past auxiliary governs it: "didn't call", "should have called"."""
    word = words.typed(i)
    if words.typed(i - 1) == "to" and word in _AHEAD:
        return _infinitive(words, i)
    if _is_governed_by_past(words, i):
        return Tense.PAST
    is_unmet = word in _MODALS and words.at(i + 1) in {"have", "of"}
    if is_unmet or (word == "have" and any(words.typed(k) in _MODALS for k in range(max(0, i - 4), i))):
        return Tense.PAST
    if word in _AHEAD:
        return Tense.AHEAD
    return next((tense for ending, tense in _CONTRACTED.items() if word.endswith(ending)), _contracted_is(word))


def _is_governed_by_past(words: Words, i: int) -> bool:
    if words.typed(i) in {"will", "i'll", "would"}:
        return False
    governors = {words.typed(k) for k in range(max(0, i - 4), i)} & ((_WAS | _DID) - _hoping(words, i))
    is_near = not any(words.is_break(k) or words.at(k) in _SPLITS for k in range(max(1, i - 3), i))
    return bool(governors) and is_near


def _hoping(words: Words, i: int) -> set[str]:
    """ "Was hoping to decide Friday" looks ahead in spite of its "was"."""
    is_hoping = any(words.typed(k) in {"hoping", "told", "invited", "asked"} for k in range(max(0, i - 4), i))
    return {"was", "were"} if is_hoping else set()


def _infinitive(words: Words, i: int) -> Tense:
    """ "Went to see them Tuesday" was done, "asked me to call Tuesday" was not, "was supposed to call" is overdue."""
    before = [words.typed(k) for k in range(max(0, i - 6), i - 1)]
    is_overdue = bool({"supposed", "meant", "due"} & set(before)) and bool({"was", "were"} & set(before))
    return Tense.PAST if is_overdue or _DONE_TO & set(before) else Tense.AHEAD


def _contracted_is(word: str) -> Tense:
    is_verb = word in {"it's", "she's", "he's", "that's", "there's", "interview's", "what's", "who's"}
    return Tense.AHEAD if is_verb else Tense.UNSAID
