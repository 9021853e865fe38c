"""What is to be said of several companies alike, said once under all their names."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.reply import Line, Reply, Value, line


def together(replies: Iterable[Reply], most: int | None = None) -> list[Reply]:
    """The same replies with no sentence twice; a longer row than `most` names ends with how many more there are."""
    groups: list[list[Reply]] = []
    for reply in replies:
        words = _words(reply)
        same = next((group for group in groups if words and _words(group[0]) == words), None)
        if same:
            same.append(reply)
        else:
            groups.append([reply])
    return [_under_all_names(group, most) for group in groups]


def _words(reply: Reply) -> tuple[Value | Line, ...]:
    """What is said under the name of a company; nothing if that is not all of the reply."""
    if len(reply.paragraphs) != 1 or reply.paragraphs[0][0].text != "labelled":
        return ()
    first, *rest = reply.paragraphs[0]
    return (first.values["words"], *rest)


def _under_all_names(group: Sequence[Reply], most: int | None) -> Reply:
    said, first = group[:most], group[0]
    if len(group) == 1:
        return first
    names = [line("option-name", name=each.paragraphs[0][0].values["company"]) for each in said]
    more = [line("others", count=len(group) - len(said))] if len(group) > len(said) else []
    head, *rest = first.paragraphs[0]
    labelled = line("labelled", company=(*names, *more), words=head.values["words"])
    keys = tuple(key for each in said for key in each.named)
    rows = tuple(row for each in said for row in each.buttons)
    return replace(first, paragraphs=((labelled, *rest),), named=keys, buttons=rows)
