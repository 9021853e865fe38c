"""Keeps the program small, and its pauses short."""

import ctypes
import gc
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


def keep_what_is_there() -> None:
    """What a program has at its start it has until its end: the garbage collector need not look through it again, which
    takes it a tenth of a second each time.
    """
    gc.collect()
    gc.freeze()
