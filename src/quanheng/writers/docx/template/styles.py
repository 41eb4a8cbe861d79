"""The styles of a template, completed with ours (模板样式)."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from quanheng.writers.docx.markup import Element, name_of, whole_number
from quanheng.writers.docx.styles import STYLES, added_style, table_style

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "Title": ("title", "标题", "公文标题", "文件标题"),
    "Heading1": ("heading1", "标题1", "一级标题"),
    "Heading2": ("heading2", "标题2", "二级标题"),
    "Heading3": ("heading3", "标题3", "三级标题"),
    "Heading4": ("heading4", "标题4", "四级标题"),
    "BodyText": ("公文正文", "bodytext", "正文文本", "正文首行缩进", "normalindent"),
    "Cover": ("cover", "封面"),
    "AnnexLabel": ("annexlabel", "附件"),
    "TableText": ("tabletext", "表格正文", "表格文字", "表格内容"),
    "TableHead": ("tablehead", "表头", "表格标题"),
    **{
        name + size: (f"{name}{size}".casefold(),)
        for size in ("Close", "Small", "Least")
        for name in ("TableText", "TableHead")
    },
    "AfterTable": ("aftertable",),
    "TOCHeading": ("tocheading", "目录标题", "toc标题"),
    "TOC1": ("toc1", "目录1"),
    "TOC2": ("toc2", "目录2"),
    "Footer": ("footer", "页脚"),
    "TableGrid": ("tablegrid", "网格型"),
}
"""Names and IDs of styles in templates by our ID, in order of preference."""

_SIZE_WHERE_NONE: Final = 20
_SINGLE: Final = 240
_FIXED: Final = frozenset({"exact", "atLeast"})
_ON: Final = frozenset({"1", "true", "on"})
_NATURAL_PITCH: Final = 1.3
"""Pitch of single-spaced Chinese lines in font sizes."""

_STYLE: Final = name_of("style")
_NAME: Final = name_of("name")
_BASE: Final = name_of("basedOn")
_DEFAULTS: Final = name_of("docDefaults")
_INDENT: Final = name_of("ind")
_SPACING: Final = name_of("spacing")
_SIZE: Final = name_of("sz")
_LARGEST: Final = {_SIZE: 3276, _SPACING: 31680}
"""Largest font size in half points and space in twips that Word accepts."""
_ID: Final = name_of("styleId")
_TYPE: Final = name_of("type")
_DEFAULT: Final = name_of("default")
_VALUE: Final = name_of("val")
_LINE: Final = name_of("line")
_RULE: Final = name_of("lineRule")
_ABOVE: Final = name_of("before")
_BELOW: Final = name_of("after")
_FIRST_LINE: Final = name_of("firstLine")
_FIRST_CHARACTERS: Final = name_of("firstLineChars")


@dataclass(frozen=True, slots=True)
class StyleMeasure:
    """Dimensions of the lines of a style, in twips (样式尺寸).

    Attributes:
        size: Font size in half points.
        fixed_pitch: Exact line pitch, 0 without one.
        natural_pitch: Line pitch of the font.
        around: Space above and below.
    """

    size: int
    fixed_pitch: int
    natural_pitch: int
    around: int


@dataclass(frozen=True, slots=True)
class OfficeStyles:
    """The completed styles of a template (模板样式).

    Attributes:
        root: The element ``w:styles``.
        ids: Style IDs by our IDs.
    """

    root: Element
    ids: Mapping[str, str]

    def measure(self, ours: str) -> StyleMeasure:
        """The dimensions of one of our styles in this template."""
        chain = list(_chain(self.root, self.ids[ours]))
        size = _first(chain, _SIZE, _VALUE) or _SIZE_WHERE_NONE
        line = _first(chain, _SPACING, _LINE)
        spacings = (spacing for style in chain for spacing in style.iter(_SPACING))
        rule = next((rule for s in spacings if (rule := s.get(_RULE))), "")
        natural = round(size * 10 * _NATURAL_PITCH)
        around = _first(chain, _SPACING, _ABOVE) + _first(chain, _SPACING, _BELOW)
        if rule in _FIXED:
            return StyleMeasure(size, line, natural, around)
        return StyleMeasure(size, 0, natural * (line or _SINGLE) // _SINGLE, around)


def completed(root: Element) -> OfficeStyles:
    """The styles of a template with those of ours that it lacks."""
    known = {style.get(_ID, ""): style for style in root.iterchildren(_STYLE)}
    ids = {ours: found for ours in NAMES if (found := _called(ours, known))}
    if "BodyText" in ids and not _is_indented(known[ids["BodyText"]]):
        # Word's default has no indent, which Chinese text needs.
        del ids["BodyText"]
    normal = _normal(known)
    names = {_name(style) for style in known.values()}
    lacking = [style for style in STYLES if style.id not in ids]
    ids.update((style.id, _free(style.id, known)) for style in lacking)
    for style in lacking:
        own = replace(style, id=ids[style.id], name=_free(style.name, names))
        root.append(added_style(own, normal, ids["BodyText"]))
    if "TableGrid" not in ids:
        ids["TableGrid"] = _free("TableGrid", known)
        root.append(table_style(ids["TableGrid"], _free("Table Grid", names)))
    return OfficeStyles(root, ids)


def _called(ours: str, known: Mapping[str, Element]) -> str:
    """ID of the template's style for one of ours, empty if it has none."""
    kind = "table" if ours == "TableGrid" else "paragraph"
    candidates = {
        key: (_bare(_name(style)), _bare(key))
        for key, style in known.items()
        if style.get(_TYPE) == kind
    }
    for wanted in NAMES[ours]:
        for key, called in candidates.items():
            if wanted in called:
                return key
    return ""


def _normal(known: Mapping[str, Element]) -> str:
    """ID of the default paragraph style (正文), empty without one."""
    for key, style in known.items():
        if style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in _ON:
            return key
    return ""


def _name(style: Element) -> str:
    return next((name.get(_VALUE, "") for name in style.iterchildren(_NAME)), "")


def _bare(name: str) -> str:
    return "".join(name.split()).casefold()


def _free(name: str, taken: Container[str]) -> str:
    """The name, with a number appended if it is taken."""
    numbered = (f"{name}{number}" for number in count(2))
    return name if name not in taken else next(n for n in numbered if n not in taken)


def _is_indented(style: Element) -> bool:
    return any(
        indent.get(_FIRST_LINE, "0") != "0" or indent.get(_FIRST_CHARACTERS, "0") != "0"
        for indent in style.iter(_INDENT)
    )


def _chain(root: Element, key: str) -> Iterator[Element]:
    """A style and its base styles, each once, then the defaults."""
    known = {style.get(_ID, ""): style for style in root.iterchildren(_STYLE)}
    while key in known:
        style = known.pop(key)
        yield style
        key = next((b.get(_VALUE, "") for b in style.iterchildren(_BASE)), "")
    yield from root.iterchildren(_DEFAULTS)


def _first(chain: Sequence[Element], tag: str, attribute: str) -> int:
    """The first valid whole number along a chain, 0 without one."""
    for style in chain:
        for element in style.iter(tag):
            value = whole_number(element.get(attribute, ""))
            if value is not None and value <= _LARGEST[tag]:
                return value
    return 0
