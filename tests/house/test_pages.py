"""Generated pages are complete, and every link in the docs leads to something."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from quanheng.audit.engine import all_rules
from quanheng.law.load import load_book
from quanheng.testing.pages import all_pages, write_pages
from tests.conftest import ROOT

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
CODE = re.compile(r"```.*?```", re.DOTALL)


@cache
def pages() -> dict[Path, str]:
    return dict(all_pages())


def written() -> list[Path]:
    """The pages that people write."""
    paths = (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
    return [path for path in paths if path.relative_to(ROOT) not in pages()]


def targets(page: Path, text: str) -> Iterator[Path]:
    """What the page links to, seen from the root."""
    for link in LINK.findall(CODE.sub("", text)):
        yield (ROOT / page.parent / link).resolve().relative_to(ROOT)


def test_every_rule_and_every_parameter_has_a_page() -> None:
    assert {Path("docs/rules", f"{rule.code}.md") for rule in all_rules()} <= {*pages()}
    names = load_book().parameters
    assert {Path("docs/law", f"{name}.md") for name in names} <= {*pages()}


def test_links_of_generated_pages_lead_somewhere() -> None:
    assert not [
        (page, target)
        for page, text in pages().items()
        for target in targets(page, text)
        if target not in pages() and not (ROOT / target).exists()
    ]


@pytest.mark.parametrize("page", written(), ids=lambda page: page.name)
def test_links_of_written_pages_lead_to_what_a_checkout_has(page: Path) -> None:
    made = {*pages(), Path("docs/rules"), Path("docs/law")}
    for target in targets(page, page.read_text("utf-8")):
        assert (ROOT / target).exists(), target
        assert target not in made, f"{target} is not tracked; name it, say make docs"


ARCHITECTURE = (ROOT / "docs/architecture.md").read_text("utf-8")
SRC = ROOT / "src/quanheng"
NAMED = re.compile(r"`([a-z_]+/[^` ]*)`")


def test_picture_of_the_floors_is_the_contract() -> None:
    picture = ARCHITECTURE.partition("## Floors")[2].split("```")[1]
    floors = [re.split(r"  +", line)[0] for line in picture.splitlines()]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (layers,) = (
        contract["layers"]
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["id"] == "floors"
    )
    assert [floor for floor in floors if floor] == [
        layer for layer in layers if layer != "__main__"
    ]


def spelled_out(path: str) -> Iterator[str]:
    """A path for each choice in its braces; what is to be filled in is any."""
    choice = re.search(r"\{([^}]*)\}", path)
    if choice is None:
        yield re.sub("<[^>]*>", "*", path)
        return
    for part in choice[1].split(","):
        yield from spelled_out(path.replace(choice[0], part, 1))


def test_what_the_architecture_names_is_there() -> None:
    named = [one for path in NAMED.findall(ARCHITECTURE) for one in spelled_out(path)]
    assert len(named) > 50
    assert not [
        path
        for path in named
        if Path(path) not in pages() and not list(SRC.glob(path.rstrip("/")))
    ]


def test_pages_of_what_is_gone_go(tmp_path: Path) -> None:
    gone = tmp_path / "docs/rules/XX999.md"
    gone.parent.mkdir(parents=True)
    gone.write_text("a rule that is gone", "utf-8")
    write_pages(tmp_path)
    assert not gone.exists()
    assert (tmp_path / "docs/rules/BG101.md").exists()
    assert all((tmp_path / page).exists() for page in pages())
