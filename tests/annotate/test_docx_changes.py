"""Texts of a Word file change where they differ; their formatting stays."""

import pytest

from quanheng.annotate.docx.changes import with_changes
from quanheng.annotate.note import Change
from quanheng.core.source import Source
from tests.annotate.conftest import make_docx, members, places

FIRST = Source(paragraph=1)


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def changed(body: str, old: str, new: str, at: Source = FIRST) -> str:
    """The body after one change; unchanged where it can't be made."""
    data = make_docx(body)
    made = with_changes(data, [Change(at, old, new)])
    if not made.done:
        assert made.data == data
    main = members(made.data)["word/document.xml"].decode()
    return main.partition("<w:body>")[2].partition("</w:body>")[0]


def test_each_run_keeps_its_look() -> None:
    body = f"<w:p>{run('评价等级为')}{run('优秀', '<w:b/>')}{run('。')}</w:p>"
    assert changed(body, "评价等级为优秀。", "评价等级为优。") == body.replace(
        "优秀", "优"
    )


def test_only_the_differing_characters_of_a_paragraph_change() -> None:
    body = f"<w:p>{run('结果为:总分', '<w:i/>')}{run('100分，“优秀”', '<w:b/>')}</w:p>"
    new = changed(body, "结果为:总分100分，“优秀”", "结果为：总分100分，“优”")
    assert new == body.replace(":总", "：总").replace("优秀", "优")


def test_a_part_of_a_paragraph_can_change() -> None:
    body = f"<w:p>{run('等级：优秀')}</w:p>"
    assert "等级：优<" in changed(body, "优秀", "优")


def test_blanks_at_the_edge_are_preserved() -> None:
    body = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
    assert '<w:t xml:space="preserve"> 甲</w:t>' in changed(body, "甲", " 甲")


def test_markup_in_a_text_is_text() -> None:
    assert "a&lt;b" in changed(f"<w:p>{run('甲')}</w:p>", "甲", "a<b")


def test_cells_of_several_paragraphs_change_in_the_right_one() -> None:
    cell = f"<w:tc><w:p>{run('甲')}</w:p><w:p>{run('乙乙')}</w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    at = Source(table=1, row=1, column=1)
    new = changed(table, "甲\n乙乙", "甲\n乙", at)
    assert new == table.replace("乙乙", "乙")


@pytest.mark.parametrize("paragraph", ["<w:p/>", "<w:p><w:r><w:t/></w:r></w:p>"])
def test_an_empty_cell_is_filled(paragraph: str) -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl>"
    at = Source(table=1, row=1, column=1)
    data = with_changes(make_docx(table), [Change(at, "", "≥95%")]).data
    assert places(data) == {at: "≥95%"}


def test_a_new_run_looks_like_the_mark_of_its_paragraph() -> None:
    look = "<w:pPr><w:rPr><w:sz w:val='21'/></w:rPr></w:pPr>"
    new = changed(f"<w:p>{look}</w:p>", "", "甲")
    assert "<w:r><w:rPr><w:sz w:val='21'/></w:rPr><w:t" in new


def test_a_tracked_mark_lends_no_look() -> None:
    look = "<w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>"
    assert "<w:r><w:t" in changed(f"<w:p>{look}</w:p>", "", "甲")


def test_inserted_text_changes_and_deleted_text_stays() -> None:
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    body = f"<w:p>{deleted}<w:ins>{run('新新')}</w:ins></w:p>"
    assert changed(body, "新新", "新") == body.replace("新新", "新")


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", "甲\n乙", "甲乙"),
        ("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>", "甲乙", "甲\n乙"),
        ("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", "丙", "乙"),
        ("<w:p><w:r><w:t>甲，甲</w:t></w:r></w:p>", "甲", "乙"),
        ("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", "", "乙"),
    ],
    ids=["break", "new line", "absent", "twice", "not empty"],
)
def test_what_can_not_be_written_stays(body: str, old: str, new: str) -> None:
    assert changed(body, old, new) == body


def test_a_place_that_is_not_there_is_no_fault() -> None:
    data = make_docx("<w:p/>")
    made = with_changes(data, [Change(Source(table=9, row=1, column=1), "", "甲")])
    assert (made.data, made.done) == (data, ())


def test_automatic_numbers_stay_and_the_text_beside_them_changes() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listing = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
        f"relationships'><Relationship Id='n' Type='{office}/numbering' "
        "Target='numbering.xml'/></Relationships>"
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    numbering = (
        f"<w:numbering xmlns:w='{space}'><w:abstractNum w:abstractNumId='0'>"
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
        "<w:lvlText w:val='%1、'/><w:suff w:val='nothing'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    look = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    data = make_docx(
        f"<w:p>{look}{run('概况况')}</w:p>",
        **{
            "word/_rels/document.xml.rels": listing,
            "word/numbering.xml": numbering,
        },
    )
    assert places(data) == {FIRST: "一、概况况"}
    made = with_changes(data, [Change(FIRST, "一、概况况", "一、概况")])
    assert places(made.data) == {FIRST: "一、概况"}
    assert not with_changes(data, [Change(FIRST, "一、概况况", "二、概况况")]).done
