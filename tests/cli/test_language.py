"""Chinese first, English by locale; UTF-8 whatever the locale."""

from __future__ import annotations

import json
import re

import pytest

from hengji.cli.language import choose_language

CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C"}, "zh_CN"),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "fr_FR.UTF-8"}, "zh_CN"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "zh_CN"),
        ({"LANGUAGE": "en:zh", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "en"}, "en"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment, language):
    assert choose_language(environment) == language


COMMANDS = [
    [],
    *([name] for name in ("score", "explain", "compare", "scheme", "demo", "completion", "check", "extract", "read")),
    *(["scheme", name] for name in ("list", "show", "check", "diff", "new")),
]


def test_help_is_chinese_to_the_last_word(program):
    for command in COMMANDS:
        shown = program(*command, "--help", LANG="C").stdout
        assert shown.startswith("用法： hengji")
        assert "选项:" in shown
        assert re.findall(r"Usage|Options|Commands|Show|exit|default", shown) == []


def test_help_is_english_to_the_last_word(program):
    for command in COMMANDS:
        shown = program(*command, "--help", LANG="en_US.UTF-8").stdout
        assert shown.startswith("Usage: hengji")
        assert "Options:" in shown
        assert CHINESE.sub("", shown.replace("衡绩", "")) == shown.replace("衡绩", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["explan"], "错误：没有“explan”这个命令。 是否想写 'explain'？"),
        (["scheme", "chek"], "错误：没有“chek”这个命令。 是否想写 'check'？"),
        (["score"], "错误：缺少参数 '评价文件'."),
        (["score", "a", "b"], "错误：多出了参数：b"),
        (["score", "a", "--fromat", "json"], "错误：没有“--fromat”这个选项。 是否想写 '--format'？"),
        (["score", "a", "--format", "pdf"], "错误：'--format' 的值不对：“pdf”不在可选之列："),
        (["score", "a", "--scheme"], "错误：选项“--scheme”后面要有值。"),
    ],
)
def test_a_command_written_wrongly_is_told_in_chinese(program, arguments, told):
    result = program(*arguments)
    assert result.returncode == 2
    assert told in result.stderr


def test_messages_are_english_where_the_locale_is(program, own):
    assert "Error: No such command 'explan'. Did you mean 'explain'?" in program("explan", LC_ALL="en_US.UTF-8").stderr
    assert program("score", own, LC_ALL="en_US.UTF-8").stderr.startswith("Scored; please check (errors: 2).\n  error  ")


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}],
)
def test_output_is_utf_8_whatever_the_locale(program, verified, environment):
    result = program("score", verified, "--format", "json", **environment)
    assert result.returncode == 0
    assert json.loads(result.stdout)["grade"] == "良"


def test_the_version_is_told(program):
    assert program("--version").stdout == "hengji（衡绩）0.1.0\n"
    assert program("--version", LANG="en").stdout == "hengji 0.1.0\n"
