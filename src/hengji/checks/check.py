"""`check(document) -> CheckReport`: figures to relations to verdicts. Pure; every finder is a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from hengji.checks.about import describe
from hengji.checks.context import Context
from hengji.checks.mentions import find_mentions
from hengji.checks.relations import FINDERS
from hengji.checks.relations.second_look import second_look
from hengji.checks.relations.weighing.told_twice import told_twice
from hengji.checks.relations.weighing.weigh import weighed
from hengji.checks.relations.without_frames.look import last_look
from hengji.facts.document import Document
from hengji.facts.relation import CheckReport, Relation

__all__ = ["OnFailure", "check"]

OnFailure = Callable[[str, Exception], None]
"""Told the class of relations whose finder broke down, and how."""


def check(document: Document, without: Collection[str] = (), on_failure: OnFailure | None = None) -> CheckReport:
    """Everything that was tried on *document*; *without* names classes of relations that are switched off.

    A finder that breaks down is a mistake of ours: its exception passes, unless *on_failure* takes it. Then what
    the finder had found and all other classes stand.
    """
    facts = describe(document)
    context = Context(document, facts, find_mentions(document, facts.year))
    found = list(_found(context, without, on_failure))
    found += second_look(context, found)
    found += last_look(context, found)
    found += told_twice(found)
    relations = weighed(context, (relation for relation in found if relation.kind not in without))
    used = {figure.mention.start for relation in relations for figure in relation.figures if figure.mention is not None}
    unchecked = tuple(mention for mention in context.mentions if mention.start not in used)
    return CheckReport(facts, relations, context.mentions, unchecked)


def _found(context: Context, without: Collection[str], on_failure: OnFailure | None) -> Iterator[Relation]:
    for name, finder in FINDERS.items():
        if name in without:
            continue
        try:
            yield from finder(context)
        except Exception as problem:
            if on_failure is None:
                raise
            on_failure(name, problem)
