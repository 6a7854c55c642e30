"""A file is evidence by what its bytes are: what lies about its kind, brings macros or bursts is refused."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from hengji.workflows.evidence_files import judge_evidence

LIMIT = 1024 * 1024
_DOCX = "[Content_Types].xml", "word/document.xml"


def _zip(**entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def _xlsx():
    file, book = io.BytesIO(), Workbook()
    book.active["A1"] = "预算数"
    book.save(file)
    return file.getvalue()


def _office(types=b"<Types/>", **more):
    return _zip(**{"[Content_Types].xml": types, "word__document.xml": b"<w/>", **more})


@pytest.mark.parametrize(
    ("content", "name", "kind", "media"),
    [
        (b"%PDF-1.7\n...", "批复.pdf", "pdf", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "截图.PNG", "png", "image/png"),
        (b"\xff\xd8\xff\xe0...", "照片.jpeg", "jpg", "image/jpeg"),
        ("制度清单".encode(), "清单.txt", "txt", "text/plain; charset=utf-8"),
        ("制度清单".encode("utf-16"), "清单.txt", "txt", "text/plain; charset=utf-8"),
        (_xlsx(), "取数表.xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_a_file_of_an_allowed_kind_is_kept_with_its_media_type(content, name, kind, media):
    judged = judge_evidence(content, name, LIMIT)
    assert (judged.problem, judged.kind, judged.media_type, judged.name) == (None, kind, media, name)


@pytest.mark.parametrize(
    ("content", "name", "message", "advice"),
    [
        (b"", "空.pdf", "0 字节", "复制完整"),
        (b"%PDF-1.7", "批复.xlsx", "以 .xlsx 结尾，内容却是PDF", "确认选对"),
        (b"MZ\x90\0\x03", "安装.txt", "认不出", "可以上传 pdf"),
        (b"\x7fELF\x02\x01\x01\0", "程序.pdf", "认不出", "可以上传 pdf"),
        (b"<html><script>alert(1)</script></html>", "网页.txt", "网页", "可以上传"),
        (b"GIF89a\0\0", "图.png", "PNG、JPG 以外的图片", "另存为 PNG"),
        (b"Rar!\x1a\x07", "材料.rar", "压缩包", "解压"),
        (_zip(**{"一.txt": b"1"}), "材料.zip", "压缩包", "解压"),
        (_zip(**{"一.txt": b"1"}), "材料.docx", "压缩包", "解压"),
        (_office(word__vbaProject=b"", **{"word__vbaProject.bin": b"x"}), "宏.docx", "带有宏", "不带宏"),
        (
            _office(b"<T ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>"),
            "宏.docx",
            "带有宏",
            "宏",
        ),
        (_office(), "宏.docm", "以 .docm 结尾", "改成 .docx"),
        (_office(**{"..__..__etc__passwd": b"x"}), "越界.docx", "包外的路径", "另存"),
        (_office(**{"内.zip": b"x"}), "套.docx", "压缩包里还有压缩包", "另存"),
        (_office(**{"word__x.xml": b" " * (8 * 1024 * 1024)}), "炸弹.docx", "压缩得异常", "另存"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504, "旧.doc", "认不出", "可以上传"),
        (b"%PDF-1.7" + b"x" * LIMIT, "大.pdf", "太大", "降低分辨率"),
    ],
)
def test_what_cannot_be_evidence_is_refused_with_what_to_do(content, name, message, advice):
    problem = judge_evidence(content, name, LIMIT).problem
    assert problem is not None
    assert message in problem.message
    assert advice in problem.advice


def test_macros_of_the_old_formats_are_found_by_their_streams():
    word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le").ljust(128, b"\0")
    assert judge_evidence(word, "旧.doc", LIMIT).problem is None
    macros = word + "_VBA_PROJECT".encode("utf-16-le").ljust(128, b"\0")
    assert "带有宏" in judge_evidence(macros, "旧.doc", LIMIT).problem.message


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/批复.pdf", "批复.pdf"),
        ("C:\\资料\\批复.pdf", "批复.pdf"),
        ("批\r\n复\u202e.pdf", "批__复_.pdf"),
        ("批<复>:?.pdf", "批_复___.pdf"),
        ("con.pdf", "_con.pdf"),
        ("长" * 300 + ".pdf", "长" * 96 + ".pdf"),
    ],
)
def test_a_name_is_kept_without_paths_and_signs_that_lead_astray(sent, kept):
    assert judge_evidence(b"%PDF-1.7", sent, LIMIT).name == kept
