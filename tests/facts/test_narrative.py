"""Drafts made anew, and what a person wrote kept."""

from __future__ import annotations

from hengji.facts.narrative import LEFT_OUT, Narrative, Passage, Section, fingerprint, merged


def _narrative(*passages: Passage, key: str = "章") -> Narrative:
    return Narrative((Section(key, "标题", passages),))


def test_an_edit_survives_a_new_draft_and_is_said_to_be_outdated() -> None:
    edited = Passage("甲", "旧稿").with_edit("改写")
    kept = merged(_narrative(Passage("甲", "新稿")), _narrative(edited)).passage("甲")
    assert kept is not None
    assert (kept.text, kept.draft, kept.is_outdated) == ("改写", "新稿", True)


def test_an_edit_of_the_same_draft_is_not_outdated() -> None:
    kept = merged(_narrative(Passage("甲", "稿")), _narrative(Passage("甲", "稿", "改写"))).passage("甲")
    assert kept is not None
    assert (kept.text, kept.edited_from, kept.is_outdated) == ("改写", fingerprint("稿"), False)


def test_a_passage_that_nobody_edited_follows_its_draft() -> None:
    assert merged(_narrative(Passage("甲", "新")), _narrative(Passage("甲", "旧"))) == _narrative(Passage("甲", "新"))


def test_a_passage_that_a_person_added_stays_behind_its_neighbour() -> None:
    drafted = _narrative(Passage("甲", "1"), Passage("乙", "2"))
    kept = _narrative(Passage("甲", "1"), Passage("我的", "", "加的"), Passage("乙", "2"))
    assert [passage.key for passage in merged(drafted, kept).passages] == ["甲", "我的", "乙"]


def test_a_draft_that_is_no_longer_made_goes_unless_somebody_wrote_in_it() -> None:
    kept = Narrative((Section("旧章", "旧", (Passage("丙", "3"), Passage("丁", "4", "写过"))),))
    assert [passage.key for passage in merged(_narrative(Passage("甲", "1")), kept).passages] == ["甲", "丁"]


def test_an_edited_passage_that_moved_to_another_section_is_there_once() -> None:
    kept = _narrative(Passage("甲", "1", "写过"), key="旧章")
    assert [passage.text for passage in merged(_narrative(Passage("甲", "1")), kept).passages] == ["写过"]


def test_a_passage_can_be_left_out() -> None:
    assert Passage("甲", "稿").with_edit("").edited == LEFT_OUT
    assert Passage("甲", "稿", LEFT_OUT).text == ""
