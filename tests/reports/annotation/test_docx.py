"""Comments stand exactly at the figures they are about, however Word cut its runs."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from documents.office_files import docx_bytes
from hengji.documents.reading import read_document
from hengji.facts.relation import CheckReport, DocumentFacts, Figure, Relation, Verdict
from hengji.reports.annotation import annotated

FACTS = DocumentFacts("other", "", "", None, None, 0)


def findings(text: str, *stated: str, verdict: Verdict = "error") -> CheckReport:
    """A finding about each of *stated*, at its last place in the text."""
    figures = [Figure("stated", one, text.rindex(one), text.rindex(one) + len(one)) for one in stated]
    return CheckReport(FACTS, tuple(Relation("sum", verdict, (one,), "", "", "", f"{one.text}不对") for one in figures))


def comments(content: bytes) -> list[tuple[str, str]]:
    """What each comment is about, and its first line."""
    word = docx.Document(io.BytesIO(content))
    xml = etree.tostring(word.element.body, encoding="unicode")
    found = []
    for comment in word.comments:
        key = comment.comment_id
        inside = re.search(rf'commentRangeStart w:id="{key}"/>(.*?)<w:commentRangeEnd w:id="{key}"', xml, re.DOTALL)
        assert inside is not None
        found.append(("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", inside[1])), comment.text.split("\n")[0]))
    return found


def build(word: WordDocument) -> None:
    word.add_paragraph("一、基本情况")
    split = word.add_paragraph("本年收入")
    split.add_run("443").bold = True
    split.add_run(".66万元，占99.99%，增长3%")
    word.add_paragraph("第一项12万元", style="List Number")
    table = word.add_table(2, 2)
    for cell, text in zip(table._cells, ["科目", "金额", "合计", "149.00"], strict=True):
        cell.text = text
    word.add_paragraph("合计149.00万元")


ORIGINAL = docx_bytes(build)
DOCUMENT = read_document(ORIGINAL, "自评.docx").document


@pytest.mark.parametrize("figure", ["443.66", "99.99%", "3%", "12", "149.00"])
def test_a_comment_holds_the_figure_and_nothing_else(figure):
    assert DOCUMENT is not None
    copy = annotated(ORIGINAL, DOCUMENT, findings(DOCUMENT.text, figure))
    assert copy.findings == ()
    assert copy.content is not None
    assert comments(copy.content) == [(figure, f"【错误】合计：{figure}不对")]


def test_a_figure_in_a_table_cell_is_found_among_like_ones():
    assert DOCUMENT is not None
    start = DOCUMENT.text.index("149.00")
    report = CheckReport(
        FACTS, (Relation("sum", "suspicious", (Figure("total", "149.00", start, start + 6),), "", "", "", "缺"),)
    )
    copy = annotated(ORIGINAL, DOCUMENT, report)
    word = docx.Document(io.BytesIO(copy.content or b""))
    assert "commentRangeStart" in word.tables[0].cell(1, 1)._tc.xml


def test_the_text_is_the_same_afterwards():
    assert DOCUMENT is not None
    copy = annotated(ORIGINAL, DOCUMENT, findings(DOCUMENT.text, "443.66", "99.99%", "3%", "149.00"))
    again = read_document(copy.content or b"", "自评.docx").document
    assert again is not None
    assert again.text == DOCUMENT.text
    assert len(comments(copy.content or b"")) == 4


def test_only_errors_and_doubts_are_noted():
    assert DOCUMENT is not None
    copy = annotated(ORIGINAL, DOCUMENT, findings(DOCUMENT.text, "443.66", verdict="rounding"))
    assert comments(copy.content or b"") == []


def test_findings_at_one_figure_share_a_comment():
    assert DOCUMENT is not None
    copy = annotated(ORIGINAL, DOCUMENT, findings(DOCUMENT.text, "443.66", "443.66"))
    assert len(comments(copy.content or b"")) == 1


def test_deleted_words_do_not_shift_the_place():
    def changed(word: WordDocument) -> None:
        paragraph = word.add_paragraph("收入")
        xml = f'<w:del {nsdecls("w")} w:id="9" w:author="某"><w:r><w:delText>100</w:delText></w:r></w:del>'
        paragraph._p.append(parse_xml(xml))
        paragraph.add_run("100万元")

    content = docx_bytes(changed)
    document = read_document(content, "a.docx").document
    assert document is not None
    assert document.text == "收入100万元\n"
    assert comments(annotated(content, document, findings(document.text, "100")).content or b"")[0][0] == "100"


def test_a_text_box_is_commented_at_the_run_that_holds_it():
    def boxed(word: WordDocument) -> None:
        run = word.add_paragraph("图一").add_run()
        box = "<w:txbxContent><w:p><w:r><w:t>共88万元</w:t></w:r></w:p></w:txbxContent>"
        run._r.append(parse_xml(f"<w:pict {nsdecls('w')}>{box}</w:pict>"))

    content = docx_bytes(boxed)
    document = read_document(content, "a.docx").document
    assert document is not None and "共88万元" in document.text
    copy = docx.Document(io.BytesIO(annotated(content, document, findings(document.text, "88")).content or b""))
    [host] = copy.element.body.xpath(".//w:commentRangeStart/following-sibling::w:r[1]")
    assert "txbxContent" in etree.tostring(host, encoding="unicode")


def test_a_file_that_word_itself_would_not_open_is_told():
    assert DOCUMENT is not None
    copy = annotated(b"PK\x05\x06" + bytes(18), DOCUMENT, findings(DOCUMENT.text, "443.66"))
    assert copy.content is None
    assert "没有写出批注的副本" in copy.findings[0].message
