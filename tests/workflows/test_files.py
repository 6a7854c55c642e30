"""Files are written whole or not at all, whoever else writes them at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hengji.workflows.files import made_whole, write_file


def test_the_folder_is_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "各单位" / "得分.json"
    write_file(target, b"{}")
    assert [path.name for path in target.parent.iterdir()] == ["得分.json"]


def test_many_that_write_one_file_all_succeed_and_one_of_them_is_there_whole(tmp_path: Path) -> None:
    target = tmp_path / "得分.xlsx"
    contents = [bytes([letter]) * 200_000 for letter in b"ABCDEFGH"]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_file(target, content), contents * 25))
    assert target.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [target]


def test_what_breaks_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "得分.json"
    write_file(target, b"old")
    with pytest.raises(ZeroDivisionError), made_whole(target) as unfinished:
        unfinished.write_bytes(b"ne")
        raise ZeroDivisionError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_the_system_refuses_is_told_of_the_file_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "得分.json" / "里面").mkdir(parents=True)
    with pytest.raises(OSError, match="得分") as refused:
        write_file(tmp_path / "得分.json", b"{}")
    assert refused.value.filename == str(tmp_path / "得分.json")
    assert [path.name for path in tmp_path.iterdir()] == ["得分.json"]
