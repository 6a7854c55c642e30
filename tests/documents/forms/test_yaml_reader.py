"""YAML is read with every scalar as written; mistakes are all reported, in Chinese; hostile files are refused."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hengji.documents.forms import yaml_reader
from hengji.documents.forms.yaml_reader import MAX_BYTES, MAX_DEPTH, MAX_FINDINGS, MAX_NODES, YamlRead, read_yaml
from hengji.facts.sources import Listing, Located, Mapping, Source, Text

MISTAKES = yaml.load(Path(__file__).with_name("yaml_mistakes.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def _read(text: str) -> YamlRead:
    return read_yaml(text.encode(), "评分.yaml")


def _located(text: str) -> Located:
    read = _read(text)
    assert read.findings == ()
    assert read.located is not None
    return read.located


def _mapping(**values: Located) -> Mapping:
    return Mapping(tuple((Text(key), value) for key, value in values.items()))


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads with libyaml, and with the parser that stands in where libyaml is missing."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_reader, "_LOADER", getattr(yaml, request.param))


def test_scalars_stay_exactly_as_written() -> None:
    written = "甲: 0.10\n乙: \"0.10\"\n丙: '1e5'\n丁: 是\n戊: yes\n己: 2021-01-01\n庚: 12:30\n辛: 0x1F\n壬: 1_000\n"
    values = ["0.10", "0.10", "1e5", "是", "yes", "2021-01-01", "12:30", "0x1F", "1_000"]
    assert _located(written) == _mapping(**dict(zip("甲乙丙丁戊己庚辛壬", map(Text, values), strict=True)))


def test_nothing_is_the_empty_text() -> None:
    written = "甲:\n乙: null\n丙: ~\n丁: ''\n戊: 'null'\nnull: 1\n"
    assert _located(written) == _mapping(
        甲=Text(""), 乙=Text(""), 丙=Text(""), 丁=Text(""), 戊=Text("null"), null=Text("1")
    )


def test_lists_and_mappings_keep_their_order_and_places() -> None:
    located = _located("乙:\n- 甲: 1\n  丙: [x, y]\n甲: {z: {}}\n")
    inner = _mapping(甲=Text("1"), 丙=Listing((Text("x"), Text("y"))))
    assert located == _mapping(乙=Listing((inner,)), 甲=_mapping(z=Mapping()))
    assert isinstance(located, Mapping)
    [item] = located.get("乙") or ()
    assert isinstance(item, Mapping)
    assert item.source == Source("评分.yaml", 2, 3)
    (key, _), (_, listing) = item.entries
    assert key.source == Source("评分.yaml", 2, 3)
    assert [value.source.column for value in listing] == [7, 10]  # type: ignore[union-attr]


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    read = read_yaml(b"\xef\xbb\xbf" + "甲: 1\r\n乙: 2\r\n".encode(), "a.yaml")
    assert read == YamlRead(_mapping(甲=Text("1"), 乙=Text("2")))


def test_prose_with_a_full_width_colon_is_left_alone() -> None:
    prose = "说明: 注意：先看通知\n意见: |\n  一：甲\n  二：乙\n问题:\n- 一是：丙\n'甲：乙': ''\n甲：丁: 1\n"
    assert _read(prose).findings == ()


def test_entries_lost_in_one_text_are_pointed_out_but_not_refused() -> None:
    read = _read("数据:\n  甲：1\n  乙：2\n")
    assert [(finding.severity, finding.source.line) for finding in read.findings] == [("warning", 2), ("warning", 3)]
    assert read.located == _mapping(数据=Text("甲：1 乙：2"))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["名称"] for mistake in MISTAKES])
def test_a_mistake_is_explained(mistake: dict[str, str | list[str]]) -> None:
    read = _read(str(mistake["写法"]))
    assert read.located is None
    said = {finding.source.line: str(finding) for finding in read.findings if finding.severity == "error"}
    assert int(str(mistake["行"])) in said
    for words in mistake["提示"]:
        assert words in said[int(str(mistake["行"]))]
    english = re.compile(r"expected|found|could not|while|token|mapping|sequence|scalar")
    assert not any(english.search(text) for text in said.values())


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("content", ["", " \n", "# 只有注释\n", "---\n", "\ufeff", "null"])
def test_an_empty_file_is_said_to_be_empty(content: str) -> None:
    read = _read(content)
    assert read.located is None
    assert [finding.code for finding in read.findings] == ["yaml.empty"]


def test_all_problems_are_reported_at_once_in_the_order_of_the_lines() -> None:
    read = _read("甲: &a 1\n乙: *a\n丙: !!str 2\n甲: 3\n丁: {戊: 1, 戊: 2}\n? [己]\n: 4\n")
    codes = ["yaml.anchor", "yaml.alias", "yaml.tag", "yaml.duplicate", "yaml.duplicate", "yaml.key"]
    assert [finding.code for finding in read.findings] == codes
    assert [finding.source.line for finding in read.findings] == [1, 2, 3, 4, 5, 6]


def test_a_slip_is_looked_for_on_the_other_lines_too() -> None:
    read = _read("数据:\n\t甲: 1\n\t乙: 2\n丙: 3\n")
    found = [(finding.severity, finding.source.line) for finding in read.findings]
    assert found == [("error", 2), ("warning", 3)]


def test_the_excerpt_points_at_the_place_under_wide_characters() -> None:
    [finding] = _read("标题: 甲: 乙\n").findings
    assert finding.excerpt == "  标题: 甲: 乙\n          ^"


def test_many_problems_are_counted_not_listed() -> None:
    read = _read("".join(f"甲{number}: &a{number} 1\n" for number in range(MAX_FINDINGS + 5)))
    assert len(read.findings) == MAX_FINDINGS + 1
    assert "另有 5 处" in read.findings[-1].message
    many = "".join(f"键{number}:\n  甲：1\n" for number in range(MAX_FINDINGS + 5))
    assert _read(many).located is not None, "warnings alone refuse nothing, however many"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("标题: 部门整体支出\n".encode("gbk"), ["GBK", "UTF-8", "另存为"]),
        ("a: 1\n乙: 支出\n".encode("gb18030"), ["第2行", "GBK"]),
        ("甲: 1\n".encode("utf-16"), ["UTF-16", "Unicode"]),
        (b"\xff\xff\xff", ["无法识别"]),
        (b"PK\x03\x04\0\0", ["不是文本文件"]),
    ],
)
def test_another_encoding_is_named(content: bytes, words: list[str]) -> None:
    read = read_yaml(content, "a.yaml")
    assert read.located is None
    [finding] = read.findings
    assert all(word in str(finding) for word in words)


def test_a_large_file_is_refused_from_its_length() -> None:
    content = bytes(50 * 1024 * 1024)
    [finding] = read_yaml(content, "大.yaml").findings
    assert "52,428,800 字节" in str(finding)
    assert f"{MAX_BYTES:,}" in str(finding)


@pytest.mark.parametrize(
    ("hostile", "code"),
    [
        ("[" * 100_000, "yaml.depth"),
        ("{" * 100_000, "yaml.depth"),
        ("- " * 100_000, "yaml.depth"),
        ("? " * 100_000, "yaml.depth"),
        ("{a: " * 100_000, "yaml.depth"),
        ("\n".join(" " * depth + "a:" for depth in range(1000)), "yaml.depth"),
        ("[" + "1," * 200_000 + "]", "yaml.nodes"),
        ("[" + "*a," * 200_000 + "]", "yaml.alias"),
        ("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", "yaml.alias"),
        ('"' * 1_000_000, "yaml.syntax"),
        ("a：b\n" * 170_000, "yaml.colon"),
        ("\t" * 1_000_000, None),
        ("\x01" * 1_000_000, "yaml.character"),
        ("'" + "x\n" * 500_000, "yaml.syntax"),
        ("k" * 1_000_000 + ": 1", None),
    ],
)
def test_a_hostile_file_is_refused_soon(hostile: str, code: str | None) -> None:
    read = _read(hostile)
    assert read.located is None
    assert code is None or code in {finding.code for finding in read.findings}


@pytest.mark.usefixtures("loader")
def test_the_limits_themselves_are_allowed() -> None:
    assert _read("[" * MAX_DEPTH + "]" * MAX_DEPTH).located is not None
    assert _read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).located is None
    assert _read("[" + "1," * (MAX_NODES - 1) + "]").located is not None
    assert _read("[" + "1," * MAX_NODES + "]").located is None


def _held_together(read: YamlRead) -> bool:
    return (read.located is None) == any(finding.severity == "error" for finding in read.findings)


@given(st.binary(max_size=200))
def test_no_bytes_are_a_surprise(content: bytes) -> None:
    assert _held_together(read_yaml(content, "a.yaml"))


@settings(max_examples=400)
@given(st.text(alphabet="甲乙a1 :：-[]{},\"'\n\t#&*!|>%@`?\\~.\r\u3000\x85\u2028", max_size=60))
def test_no_text_is_a_surprise(text: str) -> None:
    read = _read(text)
    assert _held_together(read)
    assert all(re.search(r"[\u4e00-\u9fff]", finding.message) for finding in read.findings)


def test_an_escaped_control_character_is_refused() -> None:
    read = read_yaml(b'organisation: "\\e[31m\xe7\xa4\xba\xe4\xbe\x8b\xe5\xb1\x80"\n', "a.yaml")
    assert read.located is None
    assert "控制字符（U+001B）" in str(read.findings[0])
