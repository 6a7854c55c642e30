"""Setting data items in an evaluation file: only their own lines change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.documents.forms.yaml_editing import with_data
from hengji.documents.forms.yaml_reader import read_yaml
from hengji.facts.sources import Mapping, Text

BEFORE = """\
# 示例局的自评
evaluation: self   # 自评
data:
  # 编制
  编制数: 30人        # 批复
  在职人员数: {value: 28人,
    form: 人员情况表}

  # 资产
  固定资产总额:
    value: 100万元
    note: 账面

# 以下是评判
judgements: {}
"""


def edited(before: str, **entries: str) -> str:
    written = with_data(before.encode(), {name: {"value": value} for name, value in entries.items()})
    assert written is not None
    return written.decode()


def test_a_new_item_is_added_after_the_last_one():
    after = edited(BEFORE, 三公经费支出数="1万元")
    assert after == BEFORE.replace("    note: 账面\n", '    note: 账面\n  三公经费支出数: {value: "1万元"}\n')


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("编制数", "  编制数: 30人        # 批复\n"),
        ("在职人员数", "  在职人员数: {value: 28人,\n    form: 人员情况表}\n"),
        ("固定资产总额", "  固定资产总额:\n    value: 100万元\n    note: 账面\n"),
    ],
)
def test_an_item_that_stands_is_replaced_in_its_place(name, old):
    assert edited(BEFORE, **{name: "7人"}) == BEFORE.replace(old, f'  {name}: {{value: "7人"}}\n')


def test_a_file_without_data_gets_them_at_its_end():
    assert edited("evaluation: self", 编制数="30人") == 'evaluation: self\ndata:\n  编制数: {value: "30人"}\n'


def test_data_that_are_still_empty_are_begun():
    assert (
        edited("data:   # 待填\nyear: 2021\n", 编制数="30人")
        == 'data:   # 待填\n  编制数: {value: "30人"}\nyear: 2021\n'
    )


def test_line_ends_and_the_mark_of_the_file_stay():
    before = ("\ufeff" + BEFORE).replace("\n", "\r\n")
    after = edited(before, 三公经费支出数="1万元")
    assert after.startswith("\ufeff") and "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize("before", ["data: {编制数: 30人}\n", "- 一\n", "data: [\n", "data: 无\n"])
def test_what_cannot_be_changed_line_by_line_is_left_alone(before):
    assert with_data(before.encode(), {"编制数": {"value": "31人"}}) is None


@given(
    st.dictionaries(
        st.text("编制数在职人员（）—·aZ09: #{}", min_size=1).map(str.strip).filter(lambda key: key and "：" not in key),
        st.text("0123456789.,万元 #:{}\"'\\", min_size=1),
        min_size=1,
    )
)
def test_whatever_is_set_reads_back_and_nothing_else_changes(entries):
    written = with_data(BEFORE.encode(), {name: {"value": value} for name, value in entries.items()})
    assert written is not None
    after, before = read_yaml(written, "").located, read_yaml(BEFORE.encode(), "").located
    assert isinstance(after, Mapping) and isinstance(before, Mapping)
    data = after.get("data")
    assert isinstance(data, Mapping)
    for name, value in entries.items():
        assert data.get(name) == Mapping(((Text("value"), Text(value)),))
    assert after.get("judgements") == before.get("judgements")
