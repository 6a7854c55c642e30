"""References in prose: ``实际支出{政府采购实际金额}，得{得分:支出管理/政府采购执行率}`` cut into words and references.

A reference is ``{what}``, ``{kind:what}`` or ``{=formula}``, each with ``|form`` at its end where a form is asked
for. ``{{`` and ``}}`` are braces as they are. Full-width braces, colons and bars count as the half-width ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["FIGURE", "FORMULA", "KINDS", "WORDS", "Broken", "Reference", "pieces_of", "safe"]

FIGURE: Final = "数据"
FORMULA: Final = "算式"

WORDS: Final = (
    "单位", "年度", "上年度", "方案", "方案依据", "等级标准", "满分", "总分", "总分下限", "总分上限", "总失分",
    "总得分率", "等级", "自评总分", "自评等级", "自评差额",
)  # fmt: skip
"""References that stand alone."""

KINDS: Final = (
    FIGURE, FORMULA, "变化", "来源", "得分", "分值", "得分率", "失分", "自评得分", "计算", "失分过程", "要点", "理由",
    "目标", "半年目标", "完成值", "加减分", "个数", "图", "表",
)  # fmt: skip
"""What may stand before the colon."""

_PIECE: Final = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")
_WIDE: Final = str.maketrans("｛｝", "{}")
_SAFE: Final = str.maketrans("{}｛｝|｜\n", "（）（）／／ ")
_COLON: Final = re.compile("[:：]")
_BAR: Final = re.compile("[|｜]")


@dataclass(frozen=True, slots=True)
class Reference:
    """`kind` is one of `KINDS`, or empty for one of `WORDS`; `text` is what stood in the braces."""

    kind: str
    what: str
    form: str
    text: str

    @property
    def key(self) -> str:
        """The reference itself in its canonical spelling, which in braces reads back as the same one."""
        said = f"{self.kind}:{self.what}" if self.kind else self.what
        return f"{said}|{self.form}" if self.form else said


@dataclass(frozen=True, slots=True)
class Broken:
    """A brace without its partner, as it stands."""

    text: str


def safe(name: str) -> str:
    """*name* as a reference can hold it: the signs of references become others that look alike."""
    return name.translate(_SAFE)


def pieces_of(template: str) -> tuple[str | Reference | Broken, ...]:
    """Words, references and broken braces in order. Never fails: what is unknown is told apart by its kind later."""
    text = template.translate(_WIDE)
    pieces: list[str | Reference | Broken] = []
    at = 0
    for match in _PIECE.finditer(text):
        _add(pieces, text[at : match.start()])
        token = match.group()
        if token in {"{{", "}}"}:
            _add(pieces, token[0])
        elif token in {"{", "}"}:
            pieces.append(Broken(token))
        else:
            pieces.append(_reference(token[1:-1]))
        at = match.end()
    _add(pieces, text[at:])
    return tuple(pieces)


def _add(pieces: list[str | Reference | Broken], words: str) -> None:
    if not words:
        return
    last = pieces[-1] if pieces else None
    if isinstance(last, str):
        pieces[-1] = last + words
    else:
        pieces.append(words)


def _reference(inside: str) -> Reference:
    said, form = _cut_form(inside)
    if said[:1] in {"=", "＝"}:
        return Reference(FORMULA, said[1:].strip(), form, inside)
    kind, *rest = _COLON.split(said, maxsplit=1)
    if rest:
        return Reference(kind.strip() or FIGURE, rest[0].strip(), form, inside)
    what = said.strip()
    return Reference("" if what in WORDS else FIGURE, what, form, inside)


def _cut_form(inside: str) -> tuple[str, str]:
    bars = list(_BAR.finditer(inside))
    if not bars:
        return inside.strip(), ""
    return inside[: bars[-1].start()].strip(), inside[bars[-1].end() :].strip()
