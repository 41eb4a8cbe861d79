"""Page numbers between dashes, on the outer side of the page (页码)."""

from typing import Final

from lxml import etree

from quanheng.writers.docx.markup import W_NAMESPACE, Element, field, run, text, w
from quanheng.writers.docx.page import Page, twips

_EMU_PER_TWIP: Final = 635
_BAND: Final = twips(7)
"""Breadth of the strip with the number of a landscape page."""
_BOX: Final = f"""
<mc:AlternateContent
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:w="{W_NAMESPACE}"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"
    behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{{x}}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{{y}}</wp:posOffset></wp:positionV>
<wp:extent cx="{{width}}" cy="{{height}}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:wrapSquare wrapText="bothSides"/>
<wp:docPr id="{{shape}}" name="页码{{shape}}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData
    uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{{width}}" cy="{{height}}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>
</wps:spPr><wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0"/>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
</mc:AlternateContent>"""


def footer(style: str, *, even: bool) -> Element:
    """The footer of a portrait page: right on odd pages, left on even ones."""
    return w("ftr", _number(style, even=even))


def footer_across(page: Page, style: str, *, even: bool) -> Element:
    """The footer of a landscape page, given the portrait ``page``.

    When bound, its number is at the same place of the paper as on portrait pages
    (GB/T 9704-2012 chapter 8), i.e. rotated in a strip at the left.
    """
    across = page.across()
    box = etree.fromstring(
        "".join(_BOX.splitlines()).format(
            x=page.footer * _EMU_PER_TWIP,
            y=across.top * _EMU_PER_TWIP,
            width=_BAND * _EMU_PER_TWIP,
            height=across.type_height * _EMU_PER_TWIP,
            shape=2 if even else 1,
        )
    )
    for content in box.iter(f"{{{W_NAMESPACE}}}txbxContent"):
        content.append(_number(style, even=even))
    return w("ftr", w("p", w("pPr", w("pStyle", val=style)), run(box)))


def _number(style: str, *, even: bool) -> Element:
    side = "left" if even else "right"
    indent = {f"{side}Chars": 100, side: 280}
    return w(
        "p",
        w("pPr", w("pStyle", val=style), w("ind", **indent), w("jc", val=side)),
        run(text("— ")),
        *field("PAGE", run(text("1"))),
        run(text(" —")),
    )
