"""The web page, read by an HTML parser."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.writers.base import Finish
from quanheng.writers.html.body import body
from quanheng.writers.html.writer import HtmlWriter

VOID = {"meta", "br", "col", "link", "img", "input"}


class Page(HTMLParser):
    """Tags with their attributes, in order, and the text inside each."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(markup)
        assert not self._open, "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._open[-1], data.strip()))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def text(self, *tags: str) -> list[str]:
        return [text for tag, text in self.texts if tag in tags]


@pytest.fixture
def markup(document: Document) -> str:
    return HtmlWriter().write(document).decode()


@pytest.fixture
def page(markup: str) -> Page:
    return Page(markup)


def test_language_and_title_are_stated(page: Page) -> None:
    assert page.all("html") == [{"lang": "zh-CN"}]
    assert page.text("title") == ["图书馆开放"]


def test_headings_are_semantic(page: Page) -> None:
    assert page.text("h1") == ["项目支出绩效自评报告", "项目支出绩效自评表"]
    assert page.text("h2", "h3", "h4", "h5") == [
        "一、项目的基本情况",
        "（一）项目概况",
        "1.分项",
        "（1）细项",
    ]


def test_a_level_that_the_report_skips_is_not_read_out() -> None:
    headings = (Heading("报告", 0), Heading("（1）细项", 4), Heading("二、效益", 1))
    page = Page(HtmlWriter().write(Document("x", headings)).decode())
    assert [page.all(tag)[0].get("aria-level") for tag in ("h1", "h5", "h2")] == [
        None,
        "2",
        None,
    ]


def test_header_cells_have_a_scope_and_spans(page: Page) -> None:
    assert page.all("th")[:4] == [
        {"scope": "col", "rowspan": "2"},
        {"scope": "colgroup", "colspan": "2"},
        {"scope": "col"},
        {"scope": "col"},
    ]
    assert {"class": "center", "rowspan": "2"} in page.all("td")


def test_tables_are_named_by_the_heading_above(page: Page) -> None:
    assert page.text("caption") == [
        "（一）项目概况",
        "（一）项目概况",
        "项目支出绩效自评表",
    ]


def test_contents_link_to_the_headings(page: Page) -> None:
    targets = [str(link["href"]).removeprefix("#") for link in page.all("a")]
    assert page.text("a") == ["一、项目的基本情况", "（一）项目概况"]
    assert set(targets) <= {tag[1].get("id") for tag in page.tags}


def test_nothing_is_fetched_from_elsewhere(page: Page, markup: str) -> None:
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object"}
    assert "url(" not in markup
    assert "@import" not in markup


def test_it_prints_on_a4(markup: str) -> None:
    assert "@page { size: A4" in markup


def test_text_never_becomes_markup() -> None:
    nasty = "<script>alert(1)</script> & \"'\x00"
    document = Document("x", (Heading(nasty, 1), Paragraph(nasty)), title=nasty)
    page = Page(HtmlWriter().write(document).decode())
    assert not page.all("script")
    assert page.text("p") == ["<script>alert(1)</script> & \"'"]


def test_marks_of_drafts_are_marked() -> None:
    blocks = (Paragraph("【草稿】由【请填写：<责任人>】负责。"), Paragraph("【附件】"))
    markup = HtmlWriter().write(Document("x", blocks)).decode()
    assert (
        "<p><mark>【草稿】</mark>由<mark>【请填写：&lt;责任人&gt;】</mark>负责。</p>"
    ) in markup
    assert markup.count("<mark>") == 2


def test_same_document_gives_same_bytes(document: Document) -> None:
    day = date(2024, 2, 20)
    assert HtmlWriter().write(document, Finish(day)) == HtmlWriter().write(
        document, Finish(day)
    )


def test_a_form_is_told_from_a_table_for_print() -> None:
    form = Table((Cell("值", 0, 0),), 1, 1, one_page=True)
    assert '<div class="table form"' in body((form,))
    assert '<div class="table"' in body((replace(form, one_page=False),))
