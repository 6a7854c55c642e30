"""A pack holds the paper, the data, the scheme, the scorecard and the evidence, and says what is missing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from hengji.workflows import packing
from hengji.workflows.files import built_in_scheme
from hengji.workflows.packing import Packed, PackInputs, check_pack, pack

EXAMPLE = Path(__file__).parents[2] / "examples" / "verification-2021"
OWN, VERIFIED = EXAMPLE / "self.yaml", EXAMPLE / "verified.yaml"
SIGNED = "agency: 示例事务所\nverifier: 张一\nlead_verifier: 李二\n"


@pytest.fixture
def inputs(tmp_path: Path) -> PackInputs:
    evidence = tmp_path / "材料"
    evidence.mkdir()
    (evidence / "审计整改函.pdf").write_bytes(b"%PDF-1.4 letter")
    (evidence / "=cmd|calc.txt").write_bytes(b"not asked for")
    (tmp_path / "签署.yaml").write_text(SIGNED, encoding="utf-8")
    return PackInputs(VERIFIED, OWN, evidence, tmp_path / "签署.yaml")


def said(packed: Packed) -> str:
    return "\n".join(map(str, packed.findings))


def test_everything_is_in_the_pack_and_the_pack_is_whole(inputs: PackInputs, tmp_path: Path):
    packed = pack(inputs, tmp_path / "底稿.zip")
    assert packed.is_written
    with zipfile.ZipFile(tmp_path / "底稿.zip") as archive:
        assert sorted(archive.namelist()) == sorted([
            "manifest.json", "manifest.sha256", "佐证/=cmd_calc.txt", "佐证/审计整改函.pdf", "底稿.pdf",
            "方案/zhanjiang-2021-verification.yaml", "签署/签署.yaml", "评价/self.yaml", "评价/verified.yaml",
            "评分表.xlsx",
        ])  # fmt: skip
        assert archive.read("评价/verified.yaml") == VERIFIED.read_bytes()
        about = json.loads(archive.read("manifest.json"))
    assert (about["total"], about["grade"], about["verifier"]) == ("89.40", "良", "张一")
    letter = next(each for each in about["evidence"] if each["name"] == "审计整改函")
    assert letter["files"][0]["file"] == "佐证/审计整改函.pdf"
    assert check_pack(tmp_path / "底稿.zip").findings == ()


def test_the_same_input_gives_the_same_bytes(inputs: PackInputs, tmp_path: Path):
    pack(inputs, tmp_path / "一.zip")
    pack(inputs, tmp_path / "二.zip")
    assert (tmp_path / "一.zip").read_bytes() == (tmp_path / "二.zip").read_bytes()


def test_the_paper_alone_is_written_as_pdf(inputs: PackInputs, tmp_path: Path):
    assert pack(inputs, tmp_path / "底稿.pdf").is_written
    reader = PdfReader(tmp_path / "底稿.pdf")
    outline = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert outline[2:6] == ["1　预算编制情况", "2　预算执行情况", "3　预算监督情况", "4　预算执行效益"]
    assert "张一" in reader.pages[0].extract_text()


def test_missing_papers_are_counted_and_said(inputs: PackInputs, tmp_path: Path):
    packed = pack(PackInputs(VERIFIED), tmp_path / "底稿.zip")
    assert packed.missing == 19
    assert "有 19 份佐证材料没有找到" in said(packed)
    assert pack(inputs, tmp_path / "底稿.zip").missing == 18


def test_without_a_self_evaluation_the_pack_is_of_the_verification_alone(tmp_path: Path):
    assert pack(PackInputs(VERIFIED), tmp_path / "底稿.zip").is_written
    with zipfile.ZipFile(tmp_path / "底稿.zip") as archive:
        assert "评价/self.yaml" not in archive.namelist()


def test_a_self_evaluation_is_not_packed_as_a_verification(tmp_path: Path):
    packed = pack(PackInputs(OWN), tmp_path / "底稿.zip")
    assert not packed.is_written
    assert "这份评价数据不是核查" in said(packed)
    assert not (tmp_path / "底稿.zip").exists()


def test_a_scheme_of_ones_own_is_packed_as_it_lies_beside_the_evaluation(tmp_path: Path):
    scheme = built_in_scheme("zhanjiang-2021-verification")
    assert scheme is not None
    own = scheme.replace(b"scheme: zhanjiang-2021-verification", b"scheme: own-scheme")
    (tmp_path / "own-scheme.yaml").write_bytes(own)
    text = VERIFIED.read_text("utf-8").replace("scheme: zhanjiang-2021-verification", "scheme: own-scheme")
    (tmp_path / "核查.yaml").write_text(text, encoding="utf-8")
    assert pack(PackInputs(tmp_path / "核查.yaml"), tmp_path / "底稿.zip").is_written
    with zipfile.ZipFile(tmp_path / "底稿.zip") as archive:
        assert archive.read("方案/own-scheme.yaml") == own


def test_files_of_one_name_from_two_folders_are_numbered(tmp_path: Path):
    own = tmp_path / "verified.yaml"
    own.write_bytes(OWN.read_bytes())
    pack(PackInputs(VERIFIED, own), tmp_path / "底稿.zip")
    with zipfile.ZipFile(tmp_path / "底稿.zip") as archive:
        assert {"评价/verified.yaml", "评价/verified（2）.yaml"} <= set(archive.namelist())


def test_more_indicators_than_a_paper_holds_are_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(packing, "_MOST_INDICATORS", 10)
    packed = pack(PackInputs(VERIFIED), tmp_path / "底稿.zip")
    assert not packed.is_written
    assert "指标太多，一份底稿放不下" in said(packed)
    assert "按所属单位" in said(packed)


def test_an_evaluation_that_cannot_be_read_is_not_packed(tmp_path: Path):
    assert not pack(PackInputs(tmp_path / "没有.yaml"), tmp_path / "底稿.zip").is_written
