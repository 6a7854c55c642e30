"""The names of columns in forms and tables of scores, and what stands below each: words, a value, a bare figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

__all__ = [
    "Kind",
    "class_label",
    "columns_of",
    "is_figure_or_none",
    "kind_of",
    "level_of",
    "subtotal_label",
    "total_label",
]

_PAIR: Final = r"(?:\s*[（(][^（）()]{1,8}[)）])?"
_SPACE: Final = re.compile(r"\s+")
_PAIR_BEHIND: Final = re.compile(_PAIR.removesuffix("?") + "$")
_FIGURES: Final = re.compile(
    r"(?:指标|标准)?(?:分值|权重|满分|标准分|配分)"
    r"|(?:自评|评价|复核|核查|实际|考核|评审|抽查|审核|最终|评定)?(?:得分|评分)|(?:自评|核查|复核|评价|实得|得分)分?数?|得分率|扣分"
    r"|(?:年初|全年|调整后?|年度)?(?:预算|执行|支出)(?:数|额|金额)|(?:预算)?执行率"
)
_VALUES: Final = re.compile(
    r"(?:年度|全年|绩效)?(?:指标|目标|计划)(?:值|数)|(?:实际|全年|年度)?(?:实际)?(?:完成|实现)(?:指标)?(?:值|数|量)|实际(?:值|数|完成)|年度目标"
)
_NAMES: Final = re.compile(
    r"[一二三四]级指标(?:名称)?|(?:绩效|评价|考核|具体)?指标(?:名称|内容)?|(?:评价|考核)(?:因素|内容|项目|要素)|(?:年度|项目|部门|整体)*(?:预算)?(?:资金|申请)(?:情况|来源|名称)?|考核事项"
)
_WORDS: Final = re.compile(
    r"(?:评分|计分|评价|扣分|得分|打分)(?:标准|细则|办法|依据|规则|方法)|(?:指标)?(?:解释|说明)|备注"
    r"|(?:未完成|扣分|偏差|失分|得分|自评)(?:的)?(?:原因|理由|说明|情况)(?:分析|说明)?(?:及(?:改进|整改)措施)?|完成情况|完成状态|是否(?:达标|完成)"
)
_NUMBER: Final = re.compile("序号")
_MORE: Final = re.compile("[及和与]?(?:下一步)?(?:改进|整改)措施|分析|说明|与改进措施")
_FIRST: Final = re.compile(
    r"(?:产出|效益|效果|成本|满意度?|投入|过程|决策|预算执行|履职|管理)(?:类)?指标(?:[（(].*[)）])?|投入|过程|决策|产出|效益|效果"
)
_SECOND: Final = re.compile(
    r"(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)(?:指标)?(?:[（(].*[)）])?"
)
_POINTED: Final = re.compile(r".{2,12}[（(](?:共)?\d{1,3}(?:\.\d+)?分[)）]")
_FIGURE: Final = re.compile(r"[-−－]?\d[\d,，]*(?:\.\d+)?\s*(?:%|％|分|万元|元)?|[-—－–/]+|不适用|不计分")
_TOTAL: Final = re.compile(r"(?:总分|合计|总计|总得分|综合得分|评价总得分|自评总分)(?:[（(].{0,6}[)）])?")
_SUBTOTAL: Final = re.compile(r".{0,8}小\s*计(?:[（(].{0,6}[)）])?")
_CLASS: Final = re.compile(r"[一二三四五六七八九十]{1,2}\s*[、.．]\s*[^\d，。；：]{2,12}")
_LONGEST: Final = 14


class Kind(Enum):
    """What the cells of a column hold."""

    NUMBER = "number"
    NAME = "name"
    VALUE = "value"
    FIGURE = "figure"
    WORDS = "words"


_KINDS: Final = (
    (_NUMBER, Kind.NUMBER), (_FIGURES, Kind.FIGURE), (_VALUES, Kind.VALUE), (_NAMES, Kind.NAME), (_WORDS, Kind.WORDS),
)  # fmt: skip


def kind_of(text: str) -> Kind | None:
    """What stands below a heading; None where the text is none."""
    bare = _PAIR_BEHIND.sub("", _SPACE.sub("", text))
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(bare)), None) if len(bare) <= _LONGEST else None


def columns_of(texts: Sequence[str], start: int) -> tuple[list[Kind], list[int]]:
    """The kinds of the columns named from *start* on, and of how many texts each name is made."""
    kinds: list[Kind] = []
    pieces: list[int] = []
    for text in texts[start : start + 2 * _LONGEST]:
        kind = kind_of(text)
        if kind is not None:
            kinds.append(kind)
            pieces.append(1)
        elif kinds and kinds[-1] is Kind.WORDS and _MORE.fullmatch(text):
            pieces[-1] += 1
        else:
            break
    return kinds, pieces


def is_figure_or_none(text: str) -> bool:
    """Whether a cell holds a bare figure, or a sign that there is none."""
    return _FIGURE.fullmatch(text) is not None


def level_of(text: str) -> int | None:
    """Of which level an indicator of this name is: 0, 1, or −1 for one above the last whose level is not known."""
    known = next((level for level, names in enumerate((_FIRST, _SECOND)) if names.fullmatch(text)), None)
    return -1 if known is None and _POINTED.fullmatch(text) else known


def class_label(text: str) -> bool:
    """Whether a row begun so heads those of its class, with their points alone: 二、过程."""
    return _CLASS.fullmatch(text) is not None


def subtotal_label(text: str) -> bool:
    """Whether a row begun so is one of totals behind which others follow."""
    return _SUBTOTAL.fullmatch(text) is not None


def total_label(text: str) -> bool:
    """Whether a row begun so is the last one, of totals."""
    return _TOTAL.fullmatch(text) is not None
