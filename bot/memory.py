"""Keeps the program small."""

import ctypes
from contextlib import suppress

M_ARENA_MAX = -8
"""Its number in glibc's malloc.h."""


def share_one_heap() -> None:
    """Where the C library is glibc, it gives each thread a heap; ours wait for each other anyway, and share one."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)
