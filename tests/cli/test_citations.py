"""Where a finding rests: text, day and gist, practice never as law."""

import json

import pytest

from tests.conftest import EXAMPLES, Quanheng

REPORT = EXAMPLES / "publicity_project.docx"
MEASURES = {
    "document": "财预〔2020〕10号",
    "title": "项目支出绩效评价管理办法",
    "issuer": "财政部",
    "issued": "2020-02-25",
    "kind": "law",
}


def cited(quanheng: Quanheng, form: str) -> list[dict[str, object]]:
    said = json.loads(quanheng("check", REPORT, "--format", form).out)
    if form == "json":
        return [cite for finding in said["findings"] for cite in finding["law"]]
    run = said["runs"][0]
    return [c for result in run["results"] for c in result["properties"]["law"]]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_every_finding_says_what_its_law_is_and_since_when(
    quanheng: Quanheng, form: str
) -> None:
    found = cited(quanheng, form)
    assert any(cite.items() >= MEASURES.items() for cite in found)
    practices = [cite for cite in found if cite["kind"] == "practice"]
    assert practices
    assert not any(cite["verified"] for cite in practices)


def test_page_names_title_and_day(quanheng: Quanheng) -> None:
    page = quanheng("check", REPORT, "--format", "html").out
    assert "《项目支出绩效评价管理办法》，2020年2月25日印发" in page


@pytest.mark.parametrize(
    ("lang", "gist"), [("zh", "要点：正文用3号"), ("en", "gist: ")]
)
def test_rule_shows_the_gist_of_a_verified_article(
    quanheng: Quanheng, lang: str, gist: str
) -> None:
    assert gist in quanheng("rule", "LY102", "--lang", lang).out
