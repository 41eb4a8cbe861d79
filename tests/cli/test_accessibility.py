"""The pages of findings, report and differences, held against axe in a browser.

Needs Chromium and axe-core; ``npm install --no-save axe-core`` fetches the latter.
"""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import ROOT, Quanheng

PUBLICITY = ROOT / "examples/publicity_project.docx"
LIBRARY = ROOT / "examples/county_library.docx"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--virtual-time-budget=30000 --dump-dom"
)
RUN = """
<script>{axe}</script>
<script>
addEventListener("load", () => axe.run(document).then((result) => {{
  const found = document.createElement("pre");
  found.id = "axe";
  found.textContent = JSON.stringify({{
    passes: result.passes.length,
    violations: result.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]),
  }});
  document.body.replaceChildren(found);
}}));
</script></body>
"""

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed"),
]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing(
    quanheng: Quanheng, tmp_path: Path, width: int, lang: str
) -> None:
    markup = quanheng("check", PUBLICITY, "--format", "html", "--lang", lang).out
    assert violations(markup, tmp_path, width) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_in_the_overview_of_many(
    quanheng: Quanheng, tmp_path: Path, width: int, lang: str
) -> None:
    pages = tmp_path / "pages"
    given = ("check", PUBLICITY, LIBRARY, "no-such.docx", "--lang", lang)
    quanheng(*given, "--format", "html", "-o", pages)
    for page in (pages / "index.html", pages / "index_files" / "0001.html"):
        assert violations(page.read_text("utf-8"), tmp_path, width) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("form", ["shanxi", "national"])
def test_axe_finds_nothing_in_a_report_with_charts(
    quanheng: Quanheng, tmp_path: Path, width: int, form: str
) -> None:
    written = tmp_path / "report.html"
    quanheng("render", PUBLICITY, "-o", written, "--form", form)
    markup = written.read_text("utf-8")
    assert markup.count("<figure") == 3
    assert violations(markup, tmp_path, width) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_in_differences(
    quanheng: Quanheng, tmp_path: Path, width: int, lang: str
) -> None:
    given = ("diff", LIBRARY, PUBLICITY, "--all", "--format", "html", "--lang", lang)
    assert violations(quanheng(*given).out, tmp_path, width) == []


def violations(markup: str, folder: Path, width: int) -> list[object]:
    """What axe holds against a page in a window of some width."""
    # The page's own policy would not let axe run.
    markup = re.sub(r"<meta http-equiv[^>]*>", "", markup)
    tested = folder / "page.html"
    run = RUN.format(axe=AXE.read_text("utf-8"))
    tested.write_text(markup.replace("</body>", run), "utf-8")
    shown = subprocess.run(
        [str(BROWSER), *QUIET.split(), f"--window-size={width},900", tested.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    told = re.search(r'<pre id="axe">(.*?)</pre>', shown, re.DOTALL)
    assert told, "axe gave no answer"
    result = json.loads(unescape(told[1]))
    assert result["passes"] > 20
    found: list[object] = result["violations"]
    return found
