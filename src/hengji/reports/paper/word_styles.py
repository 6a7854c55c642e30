"""The styles of a docx: GB/T 9704-2012 as Word's own styles, so that Word's navigation, contents and restyling work."""

from __future__ import annotations

from typing import Final

__all__ = ["FONTS", "NOTHING", "SETTINGS", "STYLES", "WORD"]

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_SONG, _FANG, _KAI, _HEI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"
_PITCH: Final = 579
"""Twentieths of a point: 225 mm ÷ 22 lines = 28.95 pt."""
_SQUEEZE: Final = -5
"""Twentieths of a point between characters: 28 of 16 pt would be 5.8 pt wider than 156 mm."""


def _face(name: str) -> str:
    # One face for all scripts: Chinese quotation marks would otherwise be taken from a Latin face, at half their width.
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _look(face: str = "", half_points: int = 0, *, bold: bool = False, squeeze: int | None = None) -> str:
    parts = [
        _face(face) if face else "",
        "<w:b/><w:bCs/>" if bold else "",
        f'<w:spacing w:val="{squeeze}"/>' if squeeze is not None else "",
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "",
    ]
    inside = "".join(parts)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _style(identity: str, name: str, paragraph: str = "", look: str = "", based: str = "Normal", then: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        + (f'<w:next w:val="{then}"/>' if then else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{look}</w:style>"
    )


_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="632"/>'
_DENSE = '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_NEXT = "<w:keepNext/><w:keepLines/>"


def _heading(level: int, face: str, *, bold: bool = False) -> str:
    paragraph = f'{_NEXT}{_INDENT}<w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", f"heading {level}", paragraph, _look(face, bold=bold), then="BodyText")


def _contents(level: int) -> str:
    indent = f'<w:ind w:leftChars="{(level - 1) * 100}" w:left="{(level - 1) * 320}"/>'
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8844"/></w:tabs>'
    paragraph = f'{tabs}<w:spacing w:line="480" w:lineRule="exact"/>{indent}<w:jc w:val="left"/>'
    return _style(f"TOC{level}", f"toc {level}", paragraph, _look(_FANG, 28, squeeze=0), then="Normal")


_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{_face(_FANG)}<w:sz w:val="32"/><w:szCs w:val="32"/>'
    '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
    f'<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:line="{_PITCH}" w:lineRule="exact"/>'
    f'<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="{_SQUEEZE}"/></w:rPr></w:style>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_OTHERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr>'
    "</w:style>"
    '<w:style w:type="character" w:customStyle="1" w:styleId="TypedFigure"><w:name w:val="手填数字"/><w:qFormat/>'
    '<w:rPr><w:u w:val="dotted"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
)

STYLES: Final = (
    f'<w:styles xmlns:w="{WORD}">{_DEFAULTS}{_NORMAL}{_OTHERS}'
    + _style("BodyText", "Body Text", _INDENT)
    + _style("Title", "Title", '<w:keepNext/><w:spacing w:after="280" w:line="680" w:lineRule="exact"/>'
             '<w:jc w:val="center"/>', _look(_SONG, 44, squeeze=0), then="Subtitle")
    + _style("Subtitle", "Subtitle", '<w:spacing w:after="280"/><w:jc w:val="center"/>', _look(_KAI), then="BodyText")
    + _heading(1, _HEI) + _heading(2, _KAI) + _heading(3, _FANG, bold=True) + _heading(4, _FANG)
    + _style("Caption", "caption", f'{_NEXT}<w:snapToGrid w:val="0"/><w:spacing w:before="120" w:after="80" '
             'w:line="320" w:lineRule="exact"/><w:jc w:val="center"/>', _look(_HEI, 24, squeeze=0), then="BodyText")
    + _style("Picture", "图片", '<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="160" w:after="0" '
             'w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>', then="Caption")
    + _style("TableText", "表格文字", f'{_DENSE}<w:jc w:val="left"/>', _look(_FANG, 21, squeeze=0))
    + _style("TableSmall", "表格小字", "", _look("", 18), based="TableText")
    + _style("TableHead", "表头", '<w:jc w:val="center"/>', _look(_HEI, 21), based="TableText")
    + _style("TableHeadSmall", "表头小字", "", _look("", 18), based="TableHead")
    + _style("Note", "附注", '<w:snapToGrid w:val="0"/><w:spacing w:before="80" w:after="160" w:line="320" '
             'w:lineRule="exact"/>', _look("", 21, squeeze=0))
    + _style("Signature", "Signature", '<w:ind w:rightChars="200" w:right="632"/><w:jc w:val="right"/>')
    + _style("Centered", "居中", '<w:jc w:val="center"/>')
    + _style("List", "List", _INDENT)
    + _style("TOCHeading", "TOC Heading", '<w:spacing w:before="280" w:after="280"/><w:jc w:val="center"/>',
             _look(_HEI))
    + "".join(_contents(level) for level in (1, 2, 3, 4))
    + _style("Footer", "footer", f'{_DENSE}<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>',
             _look("宋体", 28, squeeze=0))
    + _style("CommentText", "annotation text", '<w:snapToGrid w:val="0"/><w:spacing w:line="320" w:lineRule="exact"/>'
             '<w:jc w:val="left"/>', _look("", 21, squeeze=0))
    + _style("Break", "分隔", '<w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>', _look("", 2))
    + "</w:styles>"
)  # fmt: skip
"""The whole styles part."""

NOTHING: Final = '<w:p><w:pPr><w:pStyle w:val="Break"/></w:pPr></w:p>'
"""A line of 1 pt: Word joins tables that touch, and wants a paragraph after the last one."""

_OTHER_NAMES: Final = {
    _SONG: ("FZXiaoBiaoSong-B05S", "roman"),
    _FANG: ("FangSong", "modern"),
    _KAI: ("KaiTi", "modern"),
    _HEI: ("SimHei", "swiss"),
    "宋体": ("SimSun", "roman"),
}
FONTS: Final = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{WORD}">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="auto"/></w:font>'
        for name, (other, family) in _OTHER_NAMES.items()
    )
    + "</w:fonts>"
)
"""The font table: what Word takes where a face is not installed."""

_COMPATIBLE: Final = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    )
)
SETTINGS: Final = (
    f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    f"<w:compat><w:useFELayout/>{_COMPATIBLE}</w:compat>"
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    "</w:settings>"
)
"""The settings part: odd and even pages differ; Word 2013 and later open it without their compatibility mode."""
