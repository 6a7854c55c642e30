"""`hengji read`, `check` and `extract`: outputs, exit codes, files that cannot be read."""

from __future__ import annotations

import io
import json

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from documents.office_files import docx_bytes
from pdf_writing import PdfPage, write_pdf

SOUND = "云泽市粮食局2022年度部门整体支出绩效自评报告\n\n"
SOUND += "本年收入合计443.66万元，其中：财政拨款收入443.26万元，其他收入0.40万元。\n"
WRONG = SOUND.replace("0.40万元", "0.90万元")


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, "utf-8")
    return path


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, "utf-8")
    return path


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(write_pdf(PdfPage().text(90, 90, "收入12万元")))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


BAD = {
    "empty.docx": b"",
    "blank.txt": b" \n",
    "encrypted.pdf": encrypted_pdf(),
    "broken.pdf": b"%PDF-1.7 nothing more",
    "broken.docx": docx_bytes(lambda word: word.add_paragraph("收入12万元"))[:900],
    "renamed.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "mojibake.txt": ("锟斤拷" * 200).encode(),
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
}


@pytest.mark.parametrize("command", ["check", "read", "extract"])
@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_refused_and_is_not_the_present_folder(run, command, name):
    result = run(command, name)
    assert result.exit_code == 2
    assert "文件名是空的" in result.stderr


class TestRead:
    @pytest.mark.parametrize("text", ["收入12万元。\r\n支出3万元。\r\n", "没有换行", "末尾空行\n\n\n"])
    def test_a_text_is_printed_as_it_is(self, run, tmp_path, text):
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        result = run("read", path)
        assert (result.stdout_bytes.decode(), result.exit_code) == (text, 0)

    def test_what_was_noticed_goes_to_stderr(self, run, tmp_path):
        path = tmp_path / "a.pdf"
        path.write_text("收入12万元。", "utf-8")
        result = run("read", path)
        assert (result.stdout, result.exit_code) == ("收入12万元。", 0)
        assert "已读取，请留意：1 处说明。" in result.stderr

    def test_what_cannot_be_read_is_told(self, run, tmp_path):
        result = run("read", tmp_path / "none.txt")
        assert (result.stdout, result.exit_code) == ("", 2)
        assert "找不到这个文件" in result.stderr


class TestExitCodes:
    def test_nothing_wrong(self, run, sound):
        assert run("check", sound).exit_code == 0

    def test_an_error(self, run, sound, wrong):
        assert run("check", wrong).exit_code == 1
        assert run("check", sound, wrong).exit_code == 1

    def test_a_file_that_cannot_be_read_outweighs_an_error(self, run, wrong, tmp_path):
        assert run("check", wrong, tmp_path / "none.txt").exit_code == 2

    def test_a_class_that_is_switched_off_finds_nothing(self, run, wrong):
        assert run("check", wrong, "--without", "sum", "--without", "difference").exit_code == 0

    def test_a_class_may_be_called_as_the_results_call_it(self, run, wrong):
        assert run("check", wrong, "--without", "合计", "--without", "差额").exit_code == 0

    def test_an_unknown_class_is_told_with_those_there_are(self, run, wrong):
        result = run("check", wrong, "--without", "summ")
        assert result.exit_code == 2
        assert "没有“summ”这一类检查；可写的有 sum share" in result.stderr


class TestJsonl:
    def test_one_line_per_file_in_input_order(self, run, sound, wrong):
        result = run("check", wrong, sound, "--format", "jsonl")
        assert [item["file"] for item in lines(result)] == [str(wrong), str(sound)]
        assert result.stderr == ""

    def test_an_error_is_found_at_its_figures(self, run, wrong):
        [data] = lines(run("check", wrong, "--format", "jsonl"))
        [found] = [item for item in data["relations"] if item["verdict"] == "error"]
        assert (found["kind"], data["summary"]["error"]) == ("sum", 1)
        assert all(WRONG[figure["start"] : figure["end"]] == figure["text"] for figure in found["figures"])

    def test_lines_go_to_a_file(self, run, sound, tmp_path):
        out = tmp_path / "out.jsonl"
        result = run("check", sound, "--format", "jsonl", "-o", out)
        assert result.stdout == ""
        assert json.loads(out.read_text("utf-8"))["file"] == str(sound)


class TestTable:
    def test_the_verdict_comes_first(self, run, wrong):
        shown = run("check", wrong).stdout.split("\n")
        assert shown[0] == str(wrong)
        assert shown[1].startswith("1 处错误，已核 ")

    def test_several_files_are_summed_up(self, run, sound, wrong):
        assert run("check", sound, wrong).stdout.endswith("共 2 个文件，1 个有错误，0 个没有核对。\n")

    def test_all_says_what_holds(self, run, sound):
        assert "✓ 相符  合计" not in run("check", sound).stdout
        assert "✓ 相符  合计" in run("check", sound, "--all").stdout


class TestWhichFiles:
    def test_folders_and_patterns_without_hidden_files_and_our_own_copies(self, run, tmp_path):
        folder = tmp_path / "in"
        (folder / "下级").mkdir(parents=True)
        for name in (
            "乙.txt",
            "甲.txt",
            "下级/丙.md",
            "~$甲.docx",
            ".甲.txt",
            "甲-核数.txt",
            "甲-核数-2.html",
            "甲.log",
        ):
            (folder / name).write_text(SOUND, "utf-8")
        read = [item["file"] for item in lines(run("check", folder, "--format", "jsonl"))]
        assert read == [str(folder / name) for name in ("下级/丙.md", "乙.txt", "甲.txt")]
        read = [
            item["file"] for item in lines(run("check", folder / "甲*.txt", folder / "甲.txt", "--format", "jsonl"))
        ]
        assert read == [str(folder / "甲-核数.txt"), str(folder / "甲.txt")]

    def test_an_empty_folder_is_told(self, run, tmp_path):
        result = run("check", tmp_path)
        assert result.exit_code == 2
        assert "文件夹里没有可以检查的文件" in result.stderr


class TestBadInput:
    @pytest.mark.parametrize("name", BAD)
    def test_each_is_told_alone(self, run, tmp_path, name):
        (tmp_path / name).write_bytes(BAD[name])
        result = run("check", tmp_path / name)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"{tmp_path / name} 没有核对：1 处错误。\n  错误  {name}：")

    def test_the_rest_is_done(self, run, wrong, tmp_path):
        paths = [tmp_path / name for name in BAD]
        for path in paths:
            path.write_bytes(BAD[path.name])
        result = run("check", *paths, wrong, "--format", "jsonl", "--jobs", "2")
        *unread, checked = lines(result)
        assert result.exit_code == 2
        assert [item["file"] for item in unread] == [str(path) for path in paths]
        assert [item for item in unread if not item["unreadable"] or "relations" in item] == []
        assert checked["summary"]["error"] == 1


class TestFiles:
    def test_a_page_beside_the_table(self, run, wrong, tmp_path):
        page = tmp_path / "page.html"
        result = run("check", wrong, "--html", page)
        assert result.stdout.startswith(str(wrong))
        assert f"已写入 {page}" in result.stderr
        assert "<title>核数：" in page.read_text("utf-8")

    def test_pages_go_beside_the_documents_and_overwrite_nothing(self, run, wrong, tmp_path):
        run("check", wrong, "--format", "html")
        run("check", wrong, "--format", "html")
        assert sorted(path.name for path in tmp_path.glob("*.html")) == ["wrong-核数-2.html", "wrong-核数.html"]

    def test_pages_of_several_documents_go_to_a_folder(self, run, wrong, sound, tmp_path):
        run("check", wrong, sound, "--format", "html", "-o", tmp_path / "out")
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["sound-核数.html", "wrong-核数.html"]

    def test_an_annotated_copy_leaves_the_original_alone(self, run, tmp_path):
        path = tmp_path / "自评.docx"
        path.write_bytes(docx_bytes(lambda word: [word.add_paragraph(line) for line in WRONG.split("\n")]))
        before = path.read_bytes()
        assert run("check", path, "--annotate").exit_code == 1
        assert path.read_bytes() == before
        [comment] = docx.Document(str(tmp_path / "自评-核数.docx")).comments
        assert comment.text.startswith("【错误】合计：")
        assert run("check", path, "--annotate", "-o", tmp_path / "给张三.docx").stdout.startswith(str(path))
        assert (tmp_path / "给张三.docx").is_file()

    def test_without_findings_no_copy_is_written(self, run, sound, tmp_path):
        path = tmp_path / "sound.docx"
        path.write_bytes(docx_bytes(lambda word: [word.add_paragraph(line) for line in SOUND.split("\n")]))
        assert "不必写批注的副本" in run("check", path, "--annotate").stderr
        assert not (tmp_path / "sound-核数.docx").exists()

    def test_what_cannot_be_annotated_is_told(self, run, wrong, tmp_path):
        assert "txt 不能加批注" in run("check", wrong, "--annotate").stderr
        assert [path.name for path in tmp_path.iterdir()] == ["wrong.txt"]


class TestExtract:
    def test_one_line_with_the_document_and_its_data(self, run, sound):
        [data] = lines(run("extract", sound))
        assert list(data) == [
            "file", "document", "conclusion", "data_items", "indicators", "problems", "recommendations",
        ]  # fmt: skip
        assert data["document"]["year"] == 2022
        assert "443.66" in [item["value"] for item in data["data_items"]]

    def test_yaml(self, run, sound):
        assert run("extract", sound, "--format", "yaml").stdout.startswith("file: ")

    def test_what_cannot_be_read_is_told(self, run, tmp_path):
        result = run("extract", tmp_path / "none.txt")
        assert result.exit_code == 2
        assert "找不到这个文件" in lines(result)[0]["unreadable"]


@pytest.mark.parametrize("command", ["check", "read", "extract"])
def test_help_is_chinese_or_english_to_the_last_word(program, command):
    assert program(command, "--help", LANG="C").stdout.startswith(f"用法： hengji {command}")
    english = program(command, "--help", LANG="en_US.UTF-8").stdout
    assert not [letter for letter in english if "\u3400" <= letter <= "\u9fff"]
