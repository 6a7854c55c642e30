"""The words that somebody searches by, and what is called so. Letters also mean pinyin, in full or first letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hengji.web.models.tree import letters_of

__all__ = ["Asked", "asked_of"]

_MOST_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """The words, in lower case."""

    words: tuple[str, ...]

    def means(self, name: str, *beside: str, sort_key: str = "") -> bool:
        """Whether every word is in *name* or in what stands *beside* it, and one at least in *name*."""
        named = [_is_in(word, name, sort_key) for word in self.words]
        return any(named) and all(
            found or any(_is_in(word, other, "") for other in beside)
            for word, found in zip(self.words, named, strict=True)
        )

    @property
    def is_of_letters(self) -> bool:
        """Whether any word may be pinyin, which no database knows."""
        return any(word.isascii() and word.isalpha() for word in self.words)


def asked_of(words: str) -> Asked:
    """The first six words."""
    return Asked(tuple(words.lower().split()[:_MOST_WORDS]))


def _is_in(word: str, name: str, sort_key: str) -> bool:
    if word in name.lower():
        return True
    if not (word.isascii() and word.isalpha()):
        return False
    if sort_key:
        return word in letters_of(sort_key)
    readings = [_readings(character) for character in name.lower()]
    return any(_spells(word, readings, start) for start in range(len(readings)))


@lru_cache(maxsize=20_000)
def _readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin  # a third of the start-up time, and most processes never spell a name

    found = pinyin(character, style=Style.NORMAL, heteronym=True)
    return tuple(dict.fromkeys(found[0])) if found and found[0] else (character,)


def _spells(word: str, readings: Sequence[tuple[str, ...]], start: int) -> bool:
    """Whether *word* is the pinyin from there on, each syllable in full or by its first letter, the last cut anywhere.

    Each character by itself, with all its readings: phrases, which would tell these apart, take a hundred times as
    long, and tens of thousands of names are looked at.
    """
    if not word:
        return True
    if start == len(readings):
        return False
    return any(
        one.startswith(word)
        or (word.startswith(one) and _spells(word[len(one) :], readings, start + 1))
        or (word[0] == one[0] and _spells(word[1:], readings, start + 1))
        for one in readings[start]
    )
