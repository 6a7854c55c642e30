"""What is written reads back as the same text, and looks as a person would write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.documents.forms.yaml_writer import Plain, write_yaml
from hengji.facts.sources import Listing, Located, Mapping

keys = st.text(min_size=1, max_size=20).filter(lambda key: key == key.strip() and key.isprintable())
# The reader refuses control characters, noncharacters and surrogates; tabs and line ends are text like any other.
readable = st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\t\n", exclude_characters="\ufeff")
scalars = st.text(readable, max_size=40) | st.booleans() | st.integers()
data = st.dictionaries(
    keys,
    st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4)),
    min_size=1,
    max_size=4,
)


def _as_text(value: Plain) -> object:
    """What the reader gives back: every scalar is text."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _unlocated(located: Located) -> object:
    if isinstance(located, Mapping):
        return {key.text: _unlocated(value) for key, value in located.entries}
    return [_unlocated(item) for item in located] if isinstance(located, Listing) else located.text


@given(data)
def test_what_is_written_reads_back(plain: dict[str, Plain]) -> None:
    read = read_yaml(write_yaml(plain).encode(), "a.yaml")
    assert read.findings == ()
    assert read.located is not None
    assert _unlocated(read.located) == _as_text(plain)


@given(data)
def test_writing_is_deterministic_and_keeps_the_order_of_keys(plain: dict[str, Plain]) -> None:
    read = read_yaml(write_yaml(plain).encode(), "a.yaml").located
    assert write_yaml(plain) == write_yaml(plain)
    assert isinstance(read, Mapping)
    assert read.keys() == tuple(plain)


def test_the_look_of_it() -> None:
    written = write_yaml(
        {
            "标题": "部门整体支出绩效评价",
            "年度": 2021,
            "涉密": False,
            "数值": ["0.10", "97%", "1,234.50", "2021", "３"],
            "文字": ["是", "yes", "null", "", "a: b", "≥90%"],
            "数据": {"乙": {"单位": "万元"}, "甲": {}},
            "说明": "第一行\n第二行\n",
            "长": "很长的一句话，" * 40,
        }
    )
    assert written == (
        "标题: 部门整体支出绩效评价\n年度: 2021\n涉密: false\n"
        '数值:\n  - "0.10"\n  - "97%"\n  - "1,234.50"\n  - "2021"\n  - "３"\n'
        "文字:\n  - 是\n  - 'yes'\n  - 'null'\n  - ''\n  - 'a: b'\n  - ≥90%\n"
        "数据:\n  乙:\n    单位: 万元\n  甲: {}\n"
        "说明: |\n  第一行\n  第二行\n" + "长: " + "很长的一句话，" * 40 + "\n"
    )


def test_a_repeated_value_is_written_twice() -> None:
    shared: Plain = ["甲"]
    assert write_yaml({"一": shared, "二": shared}) == "一:\n  - 甲\n二:\n  - 甲\n"


@pytest.mark.parametrize("value", [0.1, None, (1,), {1: "甲"}, {"甲": [0.5]}, b"x"])
def test_what_is_not_plain_data_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        write_yaml(value)  # type: ignore[arg-type]
