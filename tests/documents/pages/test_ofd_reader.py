"""OFD (GB/T 33190) → Document, on files that the tests write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.documents.document_read import DocumentRead
from hengji.documents.pages.ofd_reader import read_ofd

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(x: float, y: float, written: str, size: float = 4.0, more: str = "", code: str = "") -> str:
    """A text object whose baseline begins at (x, y) millimetres."""
    return (
        f'<ofd:TextObject ID="1" Font="1" Boundary="{x} {y - size} 150 {size}" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" {code}>{escape(written)}</ofd:TextCode></ofd:TextObject>'
    )


def path(data: str, more: str = "") -> str:
    return (
        f'<ofd:PathObject ID="2" Boundary="0 0 210 297" LineWidth="0.3" {more}>'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(*objects: str, template: str = "", box: str = "0 0 210 297") -> str:
    area = f"<ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area>"
    layer = f'<ofd:Content><ofd:Layer ID="3">{"".join(objects)}</ofd:Layer></ofd:Content>'
    return f"{HEAD}<ofd:Page {SPACE}>{area}{template}{layer}</ofd:Page>"


def body(folder: str, pages: list[str], templates: Mapping[str, str] | None = None) -> dict[str, str]:
    """The entries of one body."""
    templates = templates or {}
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    named = "".join(f'<ofd:TemplatePage ID="{name}" BaseLoc="Tpls/{name}.xml"/>' for name in templates)
    common = f"<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{named}"
    document = f"{HEAD}<ofd:Document {SPACE}>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    entries = {f"{folder}/Document.xml": document}
    entries |= {f"{folder}/Pages/Page_{n}/Content.xml": content for n, content in enumerate(pages)}
    return entries | {f"{folder}/Tpls/{name}.xml": content for name, content in templates.items()}


def ofd(*bodies: dict[str, str], extra: Mapping[str, str] | None = None) -> bytes:
    roots = [next(name for name in entries if name.endswith("Document.xml")) for entries in bodies]
    listed = "".join(f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>" for root in roots)
    package = {"OFD.xml": f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD">{listed}</ofd:OFD>', **(extra or {})}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for entries in (package, *bodies):
            for name, content in entries.items():
                archive.writestr(name, content)
    return stream.getvalue()


def read(*pages: str) -> DocumentRead:
    return read_ofd(ofd(body("Doc_0", list(pages))), "报告.ofd")


def read_text(*pages: str) -> str:
    document = read(*pages).document
    assert document is not None
    return document.text


def test_objects_are_ordered_by_height_then_from_the_left() -> None:
    assert read_text(page(text(60, 50, "第二行"), text(58, 30, "行"), text(50, 30, "第一"), text(50, 70, "三"))) == (
        "第一行\n第二行\n三\n"
    )


def test_steps_place_the_characters() -> None:
    spread = text(20, 30, "收入12.5", code='DeltaX="4 30 g 3 2"')
    assert read_text(page(spread)) == "收入\t12.5\n"


def test_steps_across_several_texts_and_downwards() -> None:
    down = text(20, 30, "甲乙", code='DeltaY="8"')
    assert read_text(page(down)) == "甲\n乙\n"


def test_a_matrix_scales_the_text() -> None:
    scaled = text(20, 40, "合计12.50万元", size=1.0, more='CTM="4 0 0 4 0 -3"')
    assert read_text(page(scaled, text(46, 40, "，完成"))) == "合计12.50万元，完成\n"


def test_wrapped_lines_are_one_paragraph() -> None:
    full = "本年收入合计三百六十六点零八万元，其中财政拨款收入三百六十六点"
    lines = [text(28, 40, full[:-2]), text(20, 47, full), text(20, 54, full), text(20, 61, "零八万元。")]
    assert read_text(page(*lines)) == f"{full[:-2]}{full}{full}零八万元。\n"


def test_ruled_tables_are_tables() -> None:
    frame = path("M 20 100 L 120 100 L 120 120 L 20 120 C M 20 110 L 120 110 S 70 100 L 70 120")
    cells = [text(22, 107, "项目"), text(72, 107, "金额"), text(22, 117, "合计"), text(72, 117, "12.50")]
    document = read(page(text(90, 90, "单位：万元"), frame, *cells)).document
    assert document is not None
    (table,) = document.tables
    assert [cell.text for cell in table.cells] == ["项目", "金额", "合计", "12.50"]
    assert (table.unit, table.cells[3].page, table.cells[3].address) == ("万元", 1, "表1第2行第2列")


def test_templates_and_several_bodies_are_read_in_order() -> None:
    form = page(text(20, 30, "表头"))
    filled = page(text(20, 50, "内容"), template='<ofd:Template TemplateID="T1" ZOrder="Background"/>')
    bodies = body("Doc_0", [filled], {"T1": form}), body("Doc_1", [page(text(20, 30, "附件"))])
    document = read_ofd(ofd(*bodies), "报告.ofd").document
    assert document is not None
    assert document.text == "表头\n内容\n附件\n"
    assert document.pages == (0, document.text.index("附件"))
    assert document.format == "ofd"


def test_a_damaged_page_is_named_and_the_others_are_read() -> None:
    result = read(page(text(20, 30, "甲")), "<ofd:Page", page(text(20, 30, "丙")))
    assert result.document is not None
    assert result.document.text == "甲\n丙\n"
    assert [str(finding) for finding in result.findings] == [
        "报告.ofd：第2页已损坏，没有读取；请用 OFD 阅读器另存为 PDF 后再试。"
    ]


def test_a_page_of_pictures_is_named() -> None:
    picture = '<ofd:ImageObject ID="9" ResourceID="8" Boundary="0 0 210 297"/>'
    assert read(page(picture)).findings[0].code == "document.no-text-layer"
    result = read(page(text(20, 30, "甲")), page(picture))
    assert [finding.code for finding in result.findings] == ["document.no-text-layer"]
    assert result.document is not None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "document.damaged"),
        (b"PK\x03\x04", "document.damaged"),
        (ofd(body("Doc_0", [page()])), "document.empty"),
        (ofd(body("Doc_0", []), extra={"Encryptions.xml": "<Encryptions/>"}), "document.encrypted"),
        (ofd(body("Doc_0", ["x"])), "document.damaged"),
        (
            ofd({"D/Document.xml": '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'}),
            "document.xml",
        ),
    ],
)
def test_bad_files_say_what_is_wrong(content: bytes, code: str) -> None:
    result = read_ofd(content, "坏.ofd")
    assert result.document is None
    assert [finding.code for finding in result.findings] == [code]


def test_a_bomb_of_steps_is_bounded() -> None:
    many = text(20, 30, "合计12", code=f'DeltaX="g 1{"0" * 300} 2 g 999999999 1"')
    assert "合计" in read_text(page(many))


SAMPLE = ofd(body("Doc_0", [page(text(20, 30, "合计12.50", code='DeltaX="g 2 4 2"'), path("M 0 0 L 9 9 B 1 2"))]))


@given(st.integers(0, len(SAMPLE)), st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255))))
def test_truncated_and_garbled_files_give_findings(length: int, changes: list[tuple[int, int]]) -> None:
    content = bytearray(SAMPLE)
    for place, value in changes:
        content[place] = value
    result = read_ofd(bytes(content[:length]) if not changes else bytes(content), "乱.ofd")
    assert (result.document is None) == any(finding.severity == "error" for finding in result.findings)


@given(
    st.text(alphabet="0123456789.-+eg SMLCBQA,nainf", max_size=60),
    st.text(alphabet="0123456789.-+eg ,nainf", max_size=40),
)
def test_any_numbers_and_paths_are_taken(data: str, numbers: str) -> None:
    more = f'CTM="{numbers}"'
    written = text(20, 30, "合计", more=more, code=f'DeltaX="{numbers}" DeltaY="{numbers}"')
    result = read(page(text(20, 90, "一"), written, path(data, more), box=numbers))
    assert result.document is not None
