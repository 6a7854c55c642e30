"""Trees that are asked for whole branches: each node keeps the path of its ancestors' numbers (``/1/4/``)."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["Branching", "Node", "is_called", "letters_of", "pinyin_key"]


def pinyin_key(name: str) -> str:
    """What *name* sorts by: its pinyin, then itself (长 of 长沙 and 长城 may differ; the dictionary knows phrases)."""
    from pypinyin import lazy_pinyin  # a third of the start-up time, and most processes never spell a name

    return (" ".join(lazy_pinyin(name)).lower() + "\x1f" + name)[:400]


def letters_of(sort_key: str) -> str:
    """The pinyin without spaces, and its first letters: both are how people search."""
    syllables = sort_key.split("\x1f", maxsplit=1)[0].split()
    return "".join(syllables) + " " + "".join(syllable[0] for syllable in syllables)


def is_called(words: str, name: str, sort_key: str) -> bool:
    """Whether somebody who types *words* may mean *name*."""
    return words in name or words.lower().replace(" ", "") in letters_of(sort_key)


N = TypeVar("N", bound=models.Model)


class Branching(models.QuerySet[N]):
    """Nodes of a tree."""

    def under(self, node: Node) -> Self:
        """*node* itself and all below it."""
        return self.filter(path__startswith=node.path)

    def named(self, words: str) -> Self:
        """Those whose name *words* are a part of, or its pinyin, or the first letters of that (whly finds
        文化和旅游局). The letters are compared here, not in the database, which knows no pinyin.
        """
        if not words:
            return self
        letters = self.order_by().values_list("pk", "name", "sort_key")
        return self.filter(pk__in=[pk for pk, name, key in letters if is_called(words, name, key)])


class Node(models.Model):
    """A node with its name and its place in a tree."""

    name = models.CharField(_("名称"), max_length=200)
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)
    path = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The path ends with the node's own number, which a new node has only after it is saved."""
        self.sort_key = pinyin_key(self.name)
        parent: Node | None = getattr(self, "parent", None)
        if self.pk is None:
            self.path = ""
            super().save(*args, **kwargs)
            kwargs = {"update_fields": ["path"]}
            args = ()
        self.path = f"{parent.path if parent else '/'}{self.pk}/"
        super().save(*args, **kwargs)
