"""Parts of a thought: short messages that make one sentence together."""

from collections.abc import Iterator, Sequence

from language.lexicon import lexicon
from language.tokens import tokenise
from language.wordsets import word_set

MOST_WORDS, MOST_IN_A_NAME = 6, 3
_BEFORE_NAMES = word_set("fragments.before_names")
_AT = " at "


def is_short(text: str, most: int = MOST_WORDS) -> bool:
    """Whether it may be a part of a thought; no command and no question is."""
    return 0 < len(text.split()) <= most and not text.startswith("/") and "?" not in text


def joined(earlier: Sequence[str], text: str) -> Iterator[str]:
    """The sentences that the parts may make."""
    first, *rest = earlier
    so_far = first + "".join(_at_name(part) or f" {part}" for part in rest)
    yield f"{so_far} {text}"
    yield f"{so_far}, {text}"
    if at := _at_name(text):
        yield so_far + at


def _at_name(text: str) -> str | None:
    """ "acme" and "by acme" as "at acme"; None for words that need not be a name."""
    words = [token.word for token in tokenise(text)]
    name = words[1:] if words[:1] and words[0] in _BEFORE_NAMES else words
    is_name = 0 < len(name) <= MOST_IN_A_NAME and all(word.isalpha() and word not in lexicon().common for word in name)
    return _AT + " ".join(text.split()[-len(name) :]) if is_name else None
