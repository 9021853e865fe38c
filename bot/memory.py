"""Keeps the program small."""

import ctypes
import sys
from contextlib import suppress

M_ARENA_MAX = -8
"""Its number in glibc's malloc.h."""


def share_one_heap() -> None:
    """Where the C library is glibc, it gives each thread a heap; ours wait for each other anyway, and share one."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


def leave_out_colours() -> None:
    """Libraries of ours load Rich where development tools brought it, five megabytes to colour what we never print.

    To be called before they are imported.
    """
    sys.modules.setdefault("rich", None)  # type: ignore[arg-type]
