"""Commands that read JSON lines and write JSON lines."""

import json
import sys
from collections.abc import Callable
from typing import Any

UNUSABLE = "Line {number} cannot be used ({error}). CONTRIBUTING.md shows what to write.\n"


def line_by_line(answer: Callable[[Any], Any]) -> int:
    """A JSON line out for each JSON line in: 0, or 2 if there were some that could not be used."""
    is_all_used = True
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            answered = answer(json.loads(line))
        except (ValueError, LookupError, TypeError) as error:
            sys.stderr.write(UNUSABLE.format(number=number, error=f"{type(error).__name__}: {error}"))
            is_all_used = False
        else:
            sys.stdout.write(json.dumps(answered, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0 if is_all_used else 2
