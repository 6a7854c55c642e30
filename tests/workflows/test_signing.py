"""Who signs, from a small file: names, dates, objections; everything wrong with it at once."""

from __future__ import annotations

from pathlib import Path

from hengji.facts.signatures import NOBODY, Objection
from hengji.workflows.signing import SignaturesRead, read_signatures

PATHS = [("预算执行",), ("预算执行", "预决算"), ("公开", "预决算"), ("公开", "满意度")]


def read(tmp_path: Path, text: str) -> SignaturesRead:
    (tmp_path / "签署.yaml").write_text(text, encoding="utf-8")
    return read_signatures(tmp_path / "签署.yaml", PATHS)


def test_no_file_means_that_everything_is_signed_by_hand():
    assert read_signatures(None, PATHS) == SignaturesRead(NOBODY, ())


def test_names_dates_and_objections_are_read(tmp_path: Path):
    text = "agency: 示例事务所\nverifier: 张一\nlead_verifier: 李二\nverified_on: 2022年9月10日\n"
    found = read(tmp_path, f"{text}objections:\n- {{indicator: 满意度, text: 样本太少, reply: 已核}}\n")
    assert found.findings == ()
    assert found.signatures.verifier == "张一"
    assert found.signatures.verified_on == "2022年9月10日"
    assert found.signatures.objections_to(("公开", "满意度")) == (Objection(("公开", "满意度"), "样本太少", "已核"),)


def test_the_verifier_does_not_review_himself(tmp_path: Path):
    (finding,) = read(tmp_path, "verifier: 张一\nlead_verifier: 张一\n").findings
    assert str(finding).startswith("签署.yaml 第1行：核查人和复核人是同一个人；现为“张一”；应为两个不同的人")


def test_every_mistake_is_told_at_once(tmp_path: Path):
    text = "verifer: 张一\nobjections:\n- {indicator: 预决算, text: 不认可}\n- {indicator: 满意, text: 不认可}\n"
    said = [str(finding) for finding in read(tmp_path, text).findings]
    assert any("是否想写“verifier”" in one for one in said)
    assert any("不止一个指标“预决算”" in one and "公开/预决算" in one for one in said)
    assert any("没有指标“满意”" in one and "是否想写“满意度”" in one for one in said)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    assert "找不到这个文件" in str(read_signatures(tmp_path / "没有.yaml", PATHS).findings[0])
