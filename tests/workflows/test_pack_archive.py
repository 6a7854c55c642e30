"""A pack is the same for the same content, and no byte of what it holds can be changed unseen."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hengji.workflows.pack_archive import MANIFEST, check_archive, write_archive

CONTENTS: dict[str, bytes | Path] = {"底稿.pdf": b"%PDF-1.7 ...", "佐证/审计整改函.pdf": b"%PDF letter", "空": b""}


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    write_archive(tmp_path / "底稿.zip", CONTENTS)
    return tmp_path / "底稿.zip"


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy with other content, as somebody would make it who does not mend the manifest."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    change(held)
    other = path.with_name("改过.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return other


def messages(path: Path) -> list[str]:
    return [f"{finding.source} {finding.message}" for finding in check_archive(path).findings]


def test_a_pack_as_it_was_written_is_whole(packed: Path):
    checked = check_archive(packed)
    assert (checked.files, checked.findings) == (3, ())


def test_the_same_content_gives_the_same_bytes(packed: Path, tmp_path: Path):
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF letter")
    write_archive(tmp_path / "again.zip", dict(reversed([*CONTENTS.items(), ("佐证/审计整改函.pdf", file)])))
    assert (tmp_path / "again.zip").read_bytes() == packed.read_bytes()


def test_the_manifest_is_what_sha256sum_takes(packed: Path, tmp_path: Path):
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "拆开")
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", MANIFEST], cwd=tmp_path / "拆开", capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_pack_that_was_unpacked_and_packed_again_is_still_whole(packed: Path):
    assert messages(rewritten(packed, lambda held: None)) == []


def test_a_changed_file_is_named_with_both_digests(packed: Path):
    def change(held: dict[str, bytes]) -> None:
        held["佐证/审计整改函.pdf"] = b"%PDF letteR"

    (finding,) = check_archive(rewritten(packed, change)).findings
    assert str(finding.source) == "佐证/审计整改函.pdf"
    assert finding.message == "文件内容与清单不符"
    assert finding.found == hashlib.sha256(b"%PDF letteR").hexdigest()
    assert finding.expected == hashlib.sha256(b"%PDF letter").hexdigest()


def test_a_file_taken_out_and_a_file_put_in_are_named(packed: Path):
    def change(held: dict[str, bytes]) -> None:
        held["多的.txt"] = held.pop("底稿.pdf")

    assert messages(rewritten(packed, change)) == ["底稿.pdf 清单里有，压缩包里没有", "多的.txt 压缩包里有，清单里没有"]


def test_a_pack_without_its_manifest_is_refused(packed: Path):
    def change(held: dict[str, bytes]) -> None:
        held.pop(MANIFEST)

    assert any("没有清单" in message for message in messages(rewritten(packed, change)))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_any_byte_changed_in_any_file_is_found(packed: Path, data: st.DataObject):
    with zipfile.ZipFile(packed) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if archive.read(name)}
    name = data.draw(st.sampled_from(sorted(held)))
    place = data.draw(st.integers(0, len(held[name]) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != held[name][place]))

    def change(contents: dict[str, bytes]) -> None:
        contents[name] = bytes([*held[name][:place], other, *held[name][place + 1 :]])

    assert check_archive(rewritten(packed, change)).findings


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=100)
@given(lost=st.integers(23, 900), noise=st.binary(max_size=20))
@example(lost=900, noise=b"")
@example(lost=900, noise=b"PK")
def test_a_pack_without_its_end_is_refused_never_raised(tmp_path: Path, packed: Path, lost: int, noise: bytes):
    rubble = tmp_path / "rubble.zip"
    rubble.write_bytes(packed.read_bytes()[:-lost] + noise)
    assert check_archive(rubble).findings


def test_damage_inside_the_zip_is_said_of_the_file_that_it_hit(packed: Path):
    content = packed.read_bytes()
    damaged = packed.with_name("坏.zip")
    damaged.write_bytes(content.replace(b"%PDF letter", b"%PDF lettes"))
    assert messages(damaged) == ["佐证/审计整改函.pdf 文件已损坏，读不出来"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    assert "找不到这个文件" in messages(tmp_path / "没有.zip")[0]
