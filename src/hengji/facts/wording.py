"""Small rules of Chinese punctuation for sentences that quote what others wrote."""

from __future__ import annotations

__all__ = ["quoted"]

_INNER = str.maketrans("“”", "‘’")


def quoted(text: str) -> str:
    """*text* in quotation marks; marks inside it become single ones (GB/T 15834-2011)."""
    return f"“{text.translate(_INNER)}”"
