"""How targets are read: the table targets.yaml, the seed's goal tables, and laws that hold for every target."""

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.figures import read_figure
from hengji.facts.numbers import plain
from hengji.facts.targets import Target, read_actual, read_target

TABLE = yaml.load(Path(__file__).with_name("targets.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
OPERATORS = ["≥", "≤", "=", ">", "<"]

bounds = st.builds(Fraction, st.integers(-(10**12), 10**12), st.sampled_from([1, 10, 100, 10**8]))


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text else None


def _read(text: str) -> Target:
    target = read_target(text)
    assert target is not None
    return target


@pytest.mark.parametrize(
    ("kind", "text", "canonical", "low", "high", "unit"),
    [(kind, *row) for kind, rows in TABLE.items() if kind not in {"定性", "空白"} for row in rows],
)
def test_a_target_is_read(kind: str, text: str, canonical: str, low: str, high: str, unit: str) -> None:
    target = _read(text)
    assert str(target) == canonical
    assert (target.low, target.high) == (_number(low), _number(high))
    assert target.unit_text == unit
    assert (target.unit is None) == (not unit or kind == "不认识的单位照原样留下")
    assert target.text == text
    assert target.implied == (kind == "没有写方向" or text == "5场次会")
    assert (target.operator == "区间") == (kind == "区间")


@pytest.mark.parametrize("text", TABLE["定性"])
def test_everything_else_is_qualitative(text: str) -> None:
    target = _read(text)
    assert (target.operator, target.direction, str(target)) == ("定性", "qualitative", text)
    assert (target.low, target.high, target.unit) == (None, None, None)
    with pytest.raises(ValueError, match="qualitative"):
        target.attained(Fraction(1))


@pytest.mark.parametrize("text", TABLE["空白"])
def test_a_blank_cell_has_no_target(text: str) -> None:
    assert read_target(text) is None


@pytest.mark.parametrize(
    ("text", "direction", "below", "at", "above"),
    [
        ("≥90%", "higher", False, True, True),
        (">90%", "higher", False, False, True),
        ("≤90%", "lower", True, True, False),
        ("<90%", "lower", True, False, False),
        ("=90%", "exact", False, True, False),
        ("90%~95%", "range", False, True, True),
        ("80%~90%", "range", True, True, False),
    ],
)
def test_attainment_at_the_bound(text: str, direction: str, below: bool, at: bool, above: bool) -> None:
    target = _read(text)
    tiny = Fraction(1, 10**9)
    edge = Fraction(9, 10)
    assert target.direction == direction
    assert [target.attained(edge - tiny), target.attained(edge), target.attained(edge + tiny)] == [below, at, above]


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("17件", "应受尽受", 17),
        ("94.18%", "100%", Fraction("0.9418")),
        ("6场次会", "≥5场次会", 6),
        ("6 场次会", "≥5场次会", 6),
        ("6场次会", "≥5次", None),
        ("60余件", "≥5件", None),
        ("约20件", "≥5件", None),
    ],
)
def test_an_actual_is_read_in_the_words_of_its_target(text: str, target: str, value: object) -> None:
    figure = read_actual(text, _read(target))
    assert (figure and figure.value) == value


def test_an_actual_needs_no_target() -> None:
    assert read_actual("17件") == read_figure("17件")


@given(st.sampled_from(OPERATORS), bounds, st.sampled_from(["", "%", "万元", "次", "场次会", "万元/人"]))
def test_the_canonical_spelling_reads_back(operator: str, bound: Fraction, unit: str) -> None:
    target = _read(f"{operator}{plain(bound)}{unit}")
    again = _read(str(target))
    assert (again.operator, again.low, again.high, again.unit, again.unit_text) == (
        operator, target.low, target.high, target.unit, unit,
    )  # fmt: skip


@given(bounds, bounds, st.sampled_from(["%", "万元", "次", "场次会"]))
def test_a_range_holds_what_lies_between_its_ends(one: Fraction, other: Fraction, unit: str) -> None:
    target = _read(f"{plain(one)}{unit}~{plain(other)}{unit}")
    scale = 100 if unit == "%" else 1
    low, high = sorted([one / scale, other / scale])
    assert (target.operator, target.low, target.high) == ("区间", low, high)
    assert target.attained((low + high) / 2)
    assert not target.attained(low - 1)
    assert not target.attained(high + 1)
    assert str(_read(str(target))) == str(target)


@given(bounds, bounds)
def test_operators_agree_with_each_other(bound: Fraction, actual: Fraction) -> None:
    met = {operator: _read(f"{operator}{plain(bound)}").attained(actual) for operator in OPERATORS}
    assert met["≥"] == (not met["<"])
    assert met["≤"] == (not met[">"])
    assert met["="] == (met["≥"] and met["≤"])


@given(st.text(max_size=80))
def test_no_text_is_a_surprise(text: str) -> None:
    target = read_target(text)
    assert target is None or target.text == text.strip()


def test_a_long_text_is_prose() -> None:
    assert _read("9" * 100_000).operator == "定性"
    assert _read("≥" + "1," * 100_000).operator == "定性"


def _seed_lines(name: str) -> list[str]:
    path = SEEDS / name
    if not path.exists():
        pytest.skip(f"{path} is not present")
    return path.read_text("utf-8").splitlines()


def _goal_cells(lines: list[str]) -> list[tuple[str, str]]:
    """The half-year and annual cells of every row of the goal tables: the last two filled cells of a line."""
    rows, within = [], False
    for line in lines:
        cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
        if cells[-2:] == ["半年指标值", "全年指标值"]:
            within = True
        elif within and len(cells) >= 2:
            rows.append((cells[-2], cells[-1]))
    return rows


@pytest.mark.seeds
def test_every_target_of_the_goal_table_of_2024_is_read() -> None:
    rows = _goal_cells(_seed_lines("001_145b8a74dfbbd961.txt"))
    assert len(rows) == 56
    cells = [cell for row in rows for cell in row]
    targets = [_read(cell) for cell in cells]
    for cell, target in zip(cells, targets, strict=True):
        # A cell with a figure opens with its operator, so the canonical spelling is the cell itself.
        assert (target.operator != "定性") == any(character.isdigit() for character in cell)
        assert str(target) == cell
        assert not target.implied
        if target.operator != "定性":
            bound = target.high if target.operator == "≤" else target.low
            figure = read_figure(cell.lstrip("=≥≤"))
            assert figure is not None
            assert (bound, target.unit) == (figure.value, figure.unit)
    operators = Counter(target.operator for target in targets)
    print(f"{len(targets)} cells: {len(targets) - operators['定性']} quantitative, {operators['定性']} qualitative")
    print(dict(operators))
    assert operators == {"=": 36, "≥": 20, "≤": 4, "定性": 52}


@pytest.mark.seeds
def test_some_targets_of_the_goal_table_of_2024() -> None:
    rows = _goal_cells(_seed_lines("001_145b8a74dfbbd961.txt"))
    for row in [("=45%", "=100%"), ("≤0%", "≤0%"), ("≥20条", "≥40条"), ("=3人", "=3人"), ("≥0次", "≥1次")]:
        assert row in rows
    assert _read("=45%").low == Fraction(45, 100)
    assert (_read("=3人").low, str(_read("=3人").unit)) == (3, "人")


@pytest.mark.seeds
def test_the_targets_of_the_self_evaluation_of_2020_are_read() -> None:
    lines = [line.strip() for line in _seed_lines("000_ed02575ad1d12d41.txt")]
    planned = {
        "赴外/拜访招商次数": "≥8次", "台联会会刊“浔阳乡情”刊数": "≥4刊", "台胞台商投诉案件办结率": "≥100%",
        "受理信访投诉求助事件": "应受尽受", "赴社区调研创建工作次数": "配合社区创建工作",
        "解决台商台胞台属急难事、烦心事": "有效解决", "签约台资项目金额": None,
    }  # fmt: skip
    for name, canonical in planned.items():
        target = read_target(lines[lines.index(name) + 1])
        assert (target and str(target)) == canonical
    actual = read_actual(lines[lines.index("签约台资项目金额") + 2])
    assert actual is not None
    assert (actual.value, str(actual.unit)) == (Fraction("2.21"), "亿美元")
