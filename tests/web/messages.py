"""The messages of the web application: what its modules and pages ask to be translated, and the English catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.template import Engine, engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

import hengji.web

__all__ = ["CHINESE", "LOCALE", "MARKS", "WEB", "catalogue", "key_of", "modules", "pages", "strings", "used"]

WEB = Path(hengji.web.__file__).parent
LOCALE = WEB / "locale" / "en" / "LC_MESSAGES"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
CONTEXT = "\x04"
"""What gettext puts between a context and its message."""
_AS_RECORDED = "Change"
"""What the history records is Chinese; the page translates the deed, which is the first argument."""
_IN_TAG = re.compile(r"""_\((?P<quote>["'])(?P<text>.*?)(?P=quote)\)""")

Message = str | tuple[str, str]
"""One text, or the two forms of a number."""


def catalogue() -> Catalog:
    with (LOCALE / "django.po").open("rb") as file:
        return read_po(file, locale="en")


def strings(text: str | Sequence[str]) -> tuple[str, ...]:
    """One text, or the forms of a number."""
    return (text,) if isinstance(text, str) else tuple(text)


def key_of(message: Any) -> Message:
    """A message of the catalogue as `used` names it."""
    if isinstance(message.id, str):
        context = message.context.decode() if isinstance(message.context, bytes) else message.context
        return CONTEXT.join((context, message.id)) if context else message.id
    return tuple(message.id)


def modules() -> list[Path]:
    return sorted(path for path in WEB.rglob("*.py") if not {"migrations", "demonstration"} & set(path.parts))


def pages() -> list[Path]:
    return sorted(path for path in WEB.rglob("templates/**/*") if path.suffix in {".html", ".txt"})


def used() -> set[Message]:
    """Every message that a module or a page asks for."""
    found: set[Message] = set()
    for path in WEB.rglob("*.py"):
        found.update(_of_module(ast.parse(path.read_text("utf-8"))))
    for path in pages():
        found.update(_of_page(path))
    return {message for message in found if "".join(strings(message)).strip()}


def _of_module(tree: ast.AST) -> Iterator[Message]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in {"ngettext", "ngettext_lazy"}:
            one, many = (text for argument in call.args[:2] for text in _texts(argument))
            yield one, many
        elif name in {"pgettext", "pgettext_lazy"}:
            context, text = (text for argument in call.args[:2] for text in _texts(argument))
            yield CONTEXT.join((context, text))
        elif name in MARKS or name == _AS_RECORDED:
            yield from _texts(call.args[0]) if call.args else ()


def _within(context: Any, text: str) -> str:
    """A message that means something else in one place than in others, as gettext names it."""
    return CONTEXT.join((context.var, text)) if context else text


def _texts(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)


def _of_page(path: Path) -> Iterator[Message]:
    text = path.read_text("utf-8")
    engine: Engine = engines["django"].engine  # type: ignore[attr-defined]
    template: Any = engine.from_string(text)
    for node in template.nodelist.get_nodes_by_type(TranslateNode):
        said = node.filter_expression.var
        if isinstance(getattr(said, "literal", said), str) and not getattr(said, "lookups", None):
            yield _within(node.message_context, str(getattr(said, "literal", said)).replace("%", "%%"))
    for node in template.nodelist.get_nodes_by_type(BlockTranslateNode):
        one, _names = node.render_token_list(node.singular)
        if node.plural:
            yield one, node.render_token_list(node.plural)[0]
        else:
            yield one
    for tag in re.findall(r"{[{%].*?[%}]}", text):
        yield from (found["text"] for found in _IN_TAG.finditer(tag))
