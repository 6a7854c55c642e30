"""Every message has its English, none is left over, the compiled file is the written one, nothing escapes marking."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from hengji.web.frame.spoken import SPOKEN
from web.messages import CHINESE, LOCALE, MARKS, WEB, catalogue, key_of, modules, pages, strings, used

NAME = re.compile(r"%\(\w+\)s|%d|%%|\{\w+(?::[^}]*)?\}")
SPEAKS_OF_BRACES = "左边是文字，花括号里引用数据"
RECORDED = {"Change"}
"""Calls whose words go into the history, which is Chinese."""
KEPT: dict[str, str] = {
    "rights.py": "the values are what the table of rights in the documentation shows",
    "obstacles.py": "what the server says in the window that started it",
    "api/description.py": "the description of the interface, which is one document for all programs",
    "serving.py": "what the server says in the window that started it",
    "settings.py": "names of the installation",
    "apps.py": "the name of the application",
    "frame/installation.py": "what the server says in the window that started it",
    "history/verifying.py": "what the command line says",
    "history/chain.py": "what the command line says, and the name of the one who acts without a person",
    "organisations/importing.py": "the headings of the list of organisations, a file whose form is Chinese",
    "organisations/import_views.py": "the names of files whose form is Chinese",
}
"""Modules with Chinese words that are not for the page, and why."""

KEPT_WORDS: dict[str, tuple[str, ...]] = {
    # recorded, or kept in the content or in the database: Chinese in whatever language somebody works
    "campaigns/rounds.py": ("年度部门整体支出绩效工作",),
    "evaluations/prefill_sources.py": ("项目自评", "年度绩效目标表", "（数据截至"),
    "evaluations/project_form.py": ("其中：其他资金", "其中：财政拨款", "万元"),
    "organisations/keeping.py": ("旧名称用到", "名称", "类别"),
    "organisations/views.py": ("事业",),
    "verifications/gathering.py": ("访谈", " 前。", "答复："),
    "works/extensions.py": ("同意延期申请：",),
    # findings, which a task keeps, and which are Chinese like the core's
    "evaluations/project_troubles.py": (
        "项目“", "”填的“", "”的完成值和它取自的项目不同", "还有 ", " 个项目的自评没有报送",
    ),
    "evaluations/troubles.py": ("得分", "分值", "得分率", "失分", "计算", "失分过程", "要点", "理由"),
    # units that a cell's script appends to a figure
    "evaluations/fields.py": ("分",),
    # names of papers, which are Chinese
    "evaluations/exports.py": ("自评报告", "评分表", "填报工作簿", "项目支出绩效自评表", "年度"),
    "verifications/paper_views.py": ("自评核查报告", "核查评分表", "核查底稿", "自评与核查对照", "年度"),
}  # fmt: skip
"""Single Chinese words that are not for the page either."""


def test_every_message_has_its_english_and_none_is_left_over():
    written = {key_of(message): message for message in catalogue()}
    written.pop("", None)
    asked = used()
    assert sorted(map(str, asked - set(written))) == [], "without English"
    assert sorted(map(str, set(written) - asked)) == [], "left over"
    empty = [message.id for message in written.values() if not all(strings(message.string)) or message.fuzzy]
    assert empty == []


def test_no_chinese_is_left_in_the_english():
    assert [message.string for message in catalogue() if CHINESE.search("".join(strings(message.string)))] == []


def test_a_translation_names_what_its_message_names():
    for message in catalogue():
        first = strings(message.id)[0]
        if not first or first.startswith(SPEAKS_OF_BRACES):
            continue
        for text in strings(message.string):
            assert sorted(NAME.findall(text)) == sorted(NAME.findall(first)), first


def test_what_is_compiled_is_what_is_written():
    with (LOCALE / "django.mo").open("rb") as file:
        compiled = {key_of(message): strings(message.string) for message in read_mo(file) if message.id}
    written = {key_of(message): strings(message.string) for message in catalogue() if message.id}
    assert compiled == written


@pytest.mark.parametrize("page", pages(), ids=lambda path: str(path.relative_to(WEB)))
def test_a_page_says_nothing_in_chinese_that_is_not_marked(page):
    text = page.read_text("utf-8")
    text = re.sub(r"{%\s*blocktranslate.*?{%\s*endblocktranslate\s*%}", "", text, flags=re.S)
    text = re.sub(r"{#.*?#}", "", text)
    text = re.sub(r"""<[^<>]*lang="zh-Hans"[^<>]*>[^<]*""", "", text)
    text = re.sub(r"""(value|data-place)="[^"]*\"""", "", text)  # what is kept, not what is read
    unmarked = [tag for tag in re.findall(r"{[{%].*?[%}]}", text) if _says(tag)]
    unmarked += [said for said in re.sub(r"{[{%].*?[%}]}", "", text).split("\n") if CHINESE.search(said)]
    assert unmarked == []


def _says(tag: str) -> bool:
    """Whether a tag has a Chinese literal that reaches the page: conditions compare, names are keys."""
    if re.match(r"{%\s*(translate|if|elif|load)\b", tag):
        return False
    return any(CHINESE.search(text) for text in re.findall(r"""(?<!_\()["']([^"']*)["']""", tag))


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(WEB)))
def test_a_module_says_nothing_in_chinese_that_is_not_marked(module):
    name = str(module.relative_to(WEB))
    if name in KEPT:
        return
    kept = KEPT_WORDS.get(name, ())
    found = _unmarked(ast.parse(module.read_text("utf-8")))
    unmarked = [f"{node.lineno}: {node.value}" for node in found if node.value not in kept]
    assert unmarked == [], module


def test_every_kept_module_is_there():
    assert [name for name in KEPT if not (WEB / name).exists()] == []
    for name, words in KEPT_WORDS.items():
        text = (WEB / name).read_text("utf-8")
        assert [word for word in words if word not in text] == [], name


def _unmarked(tree: ast.Module) -> Iterator[ast.Constant]:
    """Chinese texts that no mark encloses: not docstrings, not keys or what is compared, not the history's words."""
    passed = {id(body.value) for node in ast.walk(tree) for body in _body(node) if _is_docstring(body)}

    def look(node: ast.AST) -> Iterator[ast.Constant]:
        if id(node) in passed:
            return
        if isinstance(node, ast.Call) and _name(node) in MARKS | RECORDED:
            return
        if isinstance(node, ast.Compare):
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value):
            yield node
        for child in ast.iter_child_nodes(node):
            yield from look(child)

    yield from look(tree)


def _body(node: ast.AST) -> list[ast.stmt]:
    body = getattr(node, "body", None)
    return body if isinstance(body, list) else []


def _is_docstring(body: object) -> bool:
    return isinstance(body, ast.Expr) and isinstance(body.value, ast.Constant)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else str(getattr(call.func, "attr", ""))


def test_the_scripts_say_only_what_the_page_brings():
    said: set[str] = set()
    for script in sorted((WEB / "frame" / "static" / "app").glob("*.js")):
        text = re.sub(r"/\*.*?\*/", "", script.read_text("utf-8"), flags=re.S)
        for call in re.findall(r"""\bword\(([^;]*?)[,)]""", text):
            said.update(re.findall(r'"([^"]+)"', call))
        rest = re.sub(r"""\bword\((?:[^"()]*"[^"]*")+""", "", text)
        assert {text for text in re.findall(r'["`]([^"`\n]*)["`]', rest) if CHINESE.search(text)} <= KEPT_BY_SCRIPTS
    assert {text for text in said if CHINESE.search(text)} == {text for text in SPOKEN if CHINESE.search(text)}


KEPT_BY_SCRIPTS = {"是", "分", "〔删去〕"}
"""What a cell keeps, a unit, and a mark in the report: content, not words to people."""


def test_the_catalogue_is_where_the_settings_look():
    from django.conf import settings

    assert [Path(path) for path in settings.LOCALE_PATHS] == [WEB / "locale"]
