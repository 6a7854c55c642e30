"""Shell completion: the script, and what it asks the program."""

from __future__ import annotations

import shutil
import subprocess

import pytest


@pytest.mark.parametrize(
    ("shell", "words"), [("bash", "complete -o"), ("zsh", "#compdef hengji"), ("fish", "complete ")]
)
def test_the_script_is_printed(program, shell, words):
    result = program("completion", shell)
    assert result.returncode == 0
    assert words in result.stdout
    assert "_HENGJI_COMPLETE" in result.stdout


def test_the_script_is_bash(program, tmp_path):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash")
    path = tmp_path / "completion.bash"
    path.write_text(program("completion", "bash").stdout, "utf-8")
    assert subprocess.run([bash, "-n", str(path)], check=False).returncode == 0


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("hengji sc", ["plain,score", "plain,scorecard", "plain,scheme"]),
        ("hengji scheme ch", ["plain,check"]),
        ("hengji scheme show zhan", ["plain,zhanjiang-2021-verification"]),
        ("hengji score a.yaml --format js", ["plain,json"]),
    ],
)
def test_commands_options_and_schemes_are_completed(program, words, offered):
    count = str(len(words.split()) - 1)
    result = program(_HENGJI_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)
    assert result.stdout.split() == offered
