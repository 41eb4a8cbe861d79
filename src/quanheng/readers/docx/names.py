"""Qualified names of WordprocessingML, made once (元素名)."""

from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_W: Final = f"{{{MAIN}}}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL: Final = f"{_W}val"

BODY: Final = f"{_W}body"
PARAGRAPH: Final = f"{_W}p"
PARAGRAPH_PROPERTIES: Final = f"{_W}pPr"
PARAGRAPH_STYLE: Final = f"{_W}pStyle"
OUTLINE_LEVEL: Final = f"{_W}outlineLvl"
NUMBERING: Final = f"{_W}numPr"
NUMBER_ID: Final = f"{_W}numId"
NUMBER_LEVEL: Final = f"{_W}ilvl"
TAB_STOPS: Final = f"{_W}tabs"

TABLE: Final = f"{_W}tbl"
ROW: Final = f"{_W}tr"
ROW_PROPERTIES: Final = f"{_W}trPr"
GRID_BEFORE: Final = f"{_W}gridBefore"
CELL: Final = f"{_W}tc"
CELL_PROPERTIES: Final = f"{_W}tcPr"
GRID_SPAN: Final = f"{_W}gridSpan"
VERTICAL_MERGE: Final = f"{_W}vMerge"
HORIZONTAL_MERGE: Final = f"{_W}hMerge"

RUN: Final = f"{_W}r"
RUN_PROPERTIES: Final = f"{_W}rPr"
VANISH: Final = f"{_W}vanish"
TEXT: Final = f"{_W}t"
MATH_TEXT: Final = f"{_M}t"
TAB: Final = f"{_W}tab"
POSITION_TAB: Final = f"{_W}ptab"
BREAK: Final = f"{_W}br"
BREAK_TYPE: Final = f"{_W}type"
CARRIAGE_RETURN: Final = f"{_W}cr"
NO_BREAK_HYPHEN: Final = f"{_W}noBreakHyphen"
SYMBOL: Final = f"{_W}sym"
SYMBOL_FONT: Final = f"{_W}font"
SYMBOL_CHAR: Final = f"{_W}char"
PHONETIC: Final = f"{_W}rt"

FIELD: Final = f"{_W}fldChar"
FIELD_TYPE: Final = f"{_W}fldCharType"
INSTRUCTION: Final = f"{_W}instrText"
CHECK_BOX: Final = f"{_W}checkBox"
CHECKED: Final = f"{_W}checked"
DEFAULT: Final = f"{_W}default"

CONTROL: Final = f"{_W}sdt"
CONTROL_PROPERTIES: Final = f"{_W}sdtPr"
CONTROL_CONTENT: Final = f"{_W}sdtContent"
PROMPT: Final = f"{_W}showingPlcHdr"
GALLERY: Final = f"{_W}docPartGallery"
CUSTOM_XML: Final = f"{_W}customXml"
TEXT_BOX: Final = f"{_W}txbxContent"
ALTERNATIVES: Final = f"{_MC}AlternateContent"
CHOICE: Final = f"{_MC}Choice"

DELETED: Final = f"{_W}del"
MOVED_AWAY: Final = f"{_W}moveFrom"
CELL_DELETED: Final = f"{_W}cellDel"

NAME: Final = f"{_W}name"
BASED_ON: Final = f"{_W}basedOn"

ABSTRACT_NUMBER: Final = f"{_W}abstractNum"
ABSTRACT_NUMBER_ID: Final = f"{_W}abstractNumId"
NUMBER: Final = f"{_W}num"
LEVEL: Final = f"{_W}lvl"
LEVEL_OVERRIDE: Final = f"{_W}lvlOverride"
START: Final = f"{_W}start"
START_OVERRIDE: Final = f"{_W}startOverride"
FORMAT: Final = f"{_W}numFmt"
LEVEL_TEXT: Final = f"{_W}lvlText"
LEVEL_RESTART: Final = f"{_W}lvlRestart"
ARABIC_ONLY: Final = f"{_W}isLgl"
SUFFIX: Final = f"{_W}suff"
NUMBER_STYLE_LINK: Final = f"{_W}numStyleLink"
STYLE_LINK: Final = f"{_W}styleLink"


def is_on(value: str | None) -> bool:
    """Whether a switch such as ``<w:vanish/>`` is on, given its ``w:val``."""
    return value not in {"0", "false", "off"}


def whole(value: str | None) -> int | None:
    """A count as stored in an attribute, None if it is none or beyond all reason."""
    return int(value) if value and value.isdecimal() and len(value) < 6 else None
