"""The page of findings: complete, linked both ways, closed to the network and safe."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from quanheng.answers.findings.marked_document import MarkedDocument, Note
from quanheng.answers.rules.families import FAMILY_WORDS
from quanheng.audit.after.stale_waivers import expired_waiver
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Severity
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Cell, Table
from tests.conftest import ROOT, Quanheng

PUBLICITY = ROOT / "examples/publicity_project.docx"
RECORD = ROOT / "examples/publicity_project.yaml"
LIBRARY = ROOT / "examples/county_library.docx"


def page(quanheng: Quanheng, *arguments: str | Path) -> html.HtmlElement:
    out = quanheng("check", *arguments, "--format", "html", "--as-of", "2024-06-30").out
    return html.document_fromstring(out)


@pytest.fixture
def shown(quanheng: Quanheng) -> html.HtmlElement:
    return page(quanheng, PUBLICITY)


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_every_finding_is_listed_with_place_message_and_basis(
    shown: html.HtmlElement,
) -> None:
    first = shown.get_element_by_id("f1")
    said = words(first)
    for part in (
        "错误", "BG301", "填为0，按“实际到位÷全年预算”应为100", "表1 第8行 第4列",
        "应为：100", "实务：表内所列公式（行次6）",
    ):  # fmt: skip
        assert part in said
    assert dict(first.attrib) == {
        "id": "f1",
        "data-severity": "error",
        "data-family": "BG",
        "data-place": "表1",
    }


def test_finding_and_cell_are_linked_both_ways(shown: html.HtmlElement) -> None:
    (link,) = shown.get_element_by_id("f1").iter("a")
    mark = shown.get_element_by_id(str(link.get("href")).removeprefix("#"))
    assert mark.get("href") == "#f1"
    cell = mark.getparent().getparent()
    assert (cell.tag, cell.get("data-mark")) == ("td", "error")
    assert words(cell) == "0 1"


def test_all_links_of_the_page_lead_somewhere(shown: html.HtmlElement) -> None:
    names = [str(name) for name in shown.xpath("//@id")]
    assert len(names) == len(set(names))
    targets = {str(target) for target in shown.xpath("//a/@href")}
    assert targets <= {f"#{name}" for name in names}


def test_nearly_every_finding_has_its_mark(shown: html.HtmlElement) -> None:
    findings = {str(name) for name in shown.xpath("//ol/li/@id")}
    marked = {str(t).removeprefix("#") for t in shown.xpath("//article//a/@href")}
    assert findings == marked


def test_the_report_stands_beside_as_it_was_read(shown: html.HtmlElement) -> None:
    (article,) = shown.iter("article")
    assert "项目支出绩效自评报告" in words(article)
    assert len(list(article.iter("table"))) == 6
    right = [words(cell) for cell in article.xpath(".//td[@class='right']")]
    assert "12.9" in {cell.split()[0] for cell in right}


def test_verdict_scores_and_outcomes_are_told(shown: html.HtmlElement) -> None:
    said = words(shown)
    assert "不予采信 38.55分缺乏计算依据，占总分的38.55%，超过30%的限度" in said
    assert "量纲不同，无法比较和计分" in said
    (outcomes,) = shown.iter("details")
    codes = [words(row[0]) for row in outcomes.iter("tr")][1:]
    assert codes == sorted(codes)
    assert "BG301" in codes


def test_filters_offer_what_there_is(shown: html.HtmlElement) -> None:
    (form,) = shown.iter("form")
    assert "hidden" in form.attrib, "without a script there is nothing to filter with"
    severities = form.xpath(".//input[@name='severity']/@value")
    assert severities == [severity.value for severity in Severity]
    places = form.xpath(".//select[@name='place']/option/@value")
    listed = shown.xpath("//ol/li/@data-place")
    assert set(places) == {"", *listed}
    for control in form.xpath(".//input|.//select"):
        assert control.getparent().tag == "label"


def test_page_asks_for_no_other_file(shown: html.HtmlElement) -> None:
    assert shown.xpath("//@src|//link|//img|//iframe|//object") == []
    assert not re.search(r"https?://|@import|url\(", words(shown))
    (policy,) = shown.xpath("//meta[@http-equiv]/@content")
    (script,) = shown.iter("script")
    digest = b64encode(sha256(str(script.text).encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    )


def test_markup_in_a_report_stays_text(quanheng: Quanheng, tmp_path: Path) -> None:
    evil = "</td><script>alert(1)</script><img src=x onerror=alert(2)>"
    record = tmp_path / '"><b>.yaml'
    record.write_text(
        RECORD.read_text("utf-8")
        .replace("30万元", f"'30万元{evil}'")
        .replace("name: 脱贫攻坚成果总结宣传项目", f"name: '{evil}'"),
        "utf-8",
    )
    shown = page(quanheng, record)
    assert len(list(shown.iter("script"))) == 1
    assert shown.xpath("//img|//b|//@onerror") == []
    assert "alert(1)" in words(shown)


def test_a_record_is_shown_as_tables_with_its_findings(quanheng: Quanheng) -> None:
    shown = page(quanheng, RECORD)
    (article,) = shown.iter("article")
    assert "indicators" in shown.xpath("//ol/li/@data-place")
    assert article.xpath(".//td[@data-mark='error']")
    assert "权衡数据表" not in words(article)


def test_a_clean_report_says_so(quanheng: Quanheng) -> None:
    shown = page(quanheng, LIBRARY)
    assert "未发现问题" in words(shown)
    assert shown.xpath("//ol[@class='findings']") == []


def test_findings_about_a_waiver_file_are_listed_too(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        '[[waiver]]\ncode = "BG301"\nreason = "县里另有规定"\n'
        'by = "审核人"\nuntil = 2020-01-01\n',
        "utf-8",
    )
    shown = page(quanheng, PUBLICITY, "--waivers", waivers)
    (expired,) = shown.xpath("//li[@data-family='WV']")
    assert "2020年1月1日" in words(expired)
    assert len(list(shown.iter("article"))) == 1


def test_a_waived_finding_says_who_accepts_it(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        '[[waiver]]\ncode = "BG301"\nreason = "县里另有规定"\n'
        'by = "审核人"\nuntil = 2030-01-01\n',
        "utf-8",
    )
    shown = page(quanheng, PUBLICITY, "--waivers", waivers)
    assert "县里另有规定" in words(shown.get_element_by_id("f1"))


def test_every_family_has_a_name() -> None:
    families = {rule.family for rule in (*all_rules(), expired_waiver)}
    assert families <= set(FAMILY_WORDS)


TABLE = Table(
    cells=(
        Cell("指标", 0, 0, at=Source(table=1, row=1, column=1)),
        Cell("100%", 1, 0, at=Source(table=1, row=2, column=1)),
        Cell("优", 1, 1, at=Source(sheet="", key="grade")),
    ),
    row_count=2,
    column_count=2,
    at=Source(table=1),
)
DOCUMENT = Document(
    "报告.docx",
    (
        Heading("一、概况", 1, Source(paragraph=1)),
        Heading("（1）细项", 4, Source(paragraph=2)),
        Paragraph("正文一句。", at=Source(paragraph=2)),
        TABLE,
    ),
)


@pytest.mark.parametrize(
    ("at", "quote", "tag"),
    [
        (Source(paragraph=1), "", "h2"),
        (Source(paragraph=2), "", "h3"),
        (Source(paragraph=2), "正文", "p"),
        (Source(table=1, row=2, column=1), "100%", "td"),
        (Source(table=1, row=2, column=9), "", "td"),
        (Source(table=1, row=2), "", "td"),
        (Source(table=1, row=7, column=1), "", "div"),
        (Source(table=1), "", "div"),
        (Source(key="grade"), "", "td"),
        (Source(table=9), "", None),
        (Source(key="total"), "", None),
        (WHOLE_FILE, "", None),
    ],
)
def test_a_note_stands_at_its_place_or_the_nearest_around(
    at: Source, quote: str, tag: str | None
) -> None:
    note = Note(1, Severity.WARNING, "问题 1", at, quote, ())
    document = MarkedDocument(DOCUMENT, (note,), "b")
    marked = html.fragment_fromstring(document.markup(), create_parent=True)
    found = [element.tag for element in marked.xpath(".//*[@data-mark='warning']")]
    assert found == ([tag] if tag else [])
    assert document.shows(note) is (tag is not None)


def test_further_places_point_back_without_a_name_of_their_own() -> None:
    further = (Source(paragraph=1), Source(table=1, row=2, column=1), WHOLE_FILE)
    note = Note(7, Severity.ERROR, "问题 7", Source(paragraph=1), "", further)
    marked = html.fragment_fromstring(
        MarkedDocument(DOCUMENT, (note,), "b").markup(), create_parent=True
    )
    assert [a.get("id") for a in marked.iter("a")] == ["m7", None]
    assert marked.xpath(".//td[@data-mark]/@data-mark") == ["also"]


def test_no_heading_level_is_left_out() -> None:
    marked = MarkedDocument(DOCUMENT, (), "b").markup()
    assert re.findall(r"<h(\d)", marked) == ["2", "3"]
