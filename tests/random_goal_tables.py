"""Goal tables and projects' forms of every shape, for laws that hold of them all."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from hengji.facts.amounts import is_dash
from hengji.facts.goal_table import Expenditure, Funds, FundSource, GoalIndicator, GoalTable
from hengji.facts.project_table import ProjectFunds, ProjectIndicator, ProjectTable
from hengji.facts.targets import read_target
from hengji.facts.wording import one_line

# Each word leaves a line a place to break: what is wider than its cell cannot be set, let alone read back from a pdf.
_WORDS = st.sampled_from(
    [
        *("示例市", "档案", "整理", "审批差错率", "培训", "（试点）", "《办法》", "“双随机”", "2024年", "3次", "率"),
        *("其中", "收入", "支出", "按GB 9704的", "（Li, Lu）", "A类", "或B/C（甲）", "ＡＢ", "平方米m²", "①另"),
        *("达100%的", "1.再", "≥90%的", "，并", "、和", "；又", "。", "·", "——", "…", "=等", "+1项", "@某"),
        *("<b>粗", "&和"),
        "=cmd|'/C x'!A0、某",
    ]
)  # fmt: skip


def texts(least: int = 0, most: int = 8) -> st.SearchStrategy[str]:
    """Texts as cells hold them: words, figures, brackets, signs with which formulas begin."""
    joined = st.lists(_WORDS, min_size=least, max_size=most).map("".join).map(one_line)
    return joined.filter(lambda text: not text or not is_dash(text))


_NAMES = texts(1, 6).map(lambda text: f"甲{text}")
_AMOUNTS = st.none() | st.integers(0, 10**9).map(lambda amount: Fraction(amount, 10**4))
_TARGETS = st.sampled_from(
    [
        "",
        "≥90%",
        "=3人",
        "≤0%",
        "10~20次",
        "健全",
        "≥1,200万元",
        "12月底前完成",
        "＞5件",
        "控制在5%以内",
        "完成（含附件）",
    ]
).map(read_target)


def _sources() -> st.SearchStrategy[FundSource]:
    return st.builds(FundSource, _NAMES, _AMOUNTS)


def _expenditures() -> st.SearchStrategy[Expenditure]:
    items = st.lists(st.builds(Expenditure, _NAMES, _AMOUNTS, _AMOUNTS), max_size=4).map(tuple)
    named = _NAMES | st.sampled_from(["基本支出", "项目支出"])
    return st.builds(Expenditure, named, _AMOUNTS, _AMOUNTS, items)


def _rows() -> st.SearchStrategy[tuple[GoalIndicator, ...]]:
    """Runs of rows under few first and second levels, so that cells are merged over them; some under key works."""
    grades = st.just("") | texts(1, 6)
    leaf = st.tuples(st.just("") | _NAMES, _TARGETS, _TARGETS, grades)
    second = st.tuples(
        _NAMES, st.lists(st.tuples(st.just("") | _NAMES, st.lists(leaf, min_size=1, max_size=4)), max_size=3)
    )
    first = st.tuples(st.sampled_from(["决策", "过程", "履职", "效益指标"]), st.lists(second, min_size=1, max_size=4))
    return st.lists(first, max_size=4).map(
        lambda levels: tuple(
            GoalIndicator(first, second, name, half, full, key_work if first == "履职" else "", described)
            for first, seconds in levels
            for second, works in seconds
            for key_work, leaves in works
            for name, half, full, described in leaves
        )
    )


def goal_tables() -> st.SearchStrategy[GoalTable]:
    """Whole tables, finished or not; amounts with up to four decimals of 万元."""
    funds = st.builds(
        Funds,
        _AMOUNTS,
        st.lists(_sources(), max_size=4).map(tuple),
        st.lists(_expenditures(), max_size=4).map(tuple),
    )
    long = texts(0, 60)
    titles = _NAMES.map(lambda name: one_line(f"{name[:8]}部门整体绩效目标表"))
    return st.builds(GoalTable, _NAMES, st.integers(2000, 2099), titles, long, long, funds, long, long, _rows())


def _funds(name: str, initial: Fraction | None, adjusted: Fraction | None, eighths: int | None) -> ProjectFunds:
    """A line of which at most one and a half times the budget was spent."""
    return ProjectFunds(name, initial, adjusted, None if eighths is None else (adjusted or Fraction(3)) * eighths / 8)


def project_tables() -> st.SearchStrategy[ProjectTable]:
    """Whole forms, finished or not."""
    scores = st.none() | st.integers(0, 10**4).map(lambda score: Fraction(score, 100))
    line = st.builds(_funds, _NAMES, _AMOUNTS, _AMOUNTS, st.none() | st.integers(0, 12))
    row = st.builds(
        ProjectIndicator,
        st.sampled_from(["产出指标", "效益指标"]),
        st.sampled_from(["数量指标", "质量指标", "社会效益指标"]),
        _NAMES,
        _TARGETS,
        texts(0, 4),
        scores,
        scores,
        texts(0, 12),
    )
    return st.builds(
        ProjectTable,
        _NAMES,
        st.integers(2000, 2099),
        st.just("项目支出绩效自评表"),
        texts(0, 4),
        texts(0, 4),
        line,
        st.lists(line, max_size=3).map(tuple),
        scores,
        scores,
        texts(0, 30),
        texts(0, 30),
        st.lists(row, max_size=12).map(tuple),
        scores,
    )
