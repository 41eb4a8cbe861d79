"""Sealed data stands in no output, log or file of any command (个人信息)."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from subprocess import run
from zipfile import ZipFile, is_zipfile

import pypdfium2  # type: ignore[import-untyped]  # it has no types of its own
import pytest

from quanheng.cli.commands.evidence import COMMANDS
from tests.conftest import ROOT, Quanheng

EXAMPLE = ROOT / "src/quanheng/examples/publicity_project"
# All made up.
SECRETS = (
    "赵无名",
    "钱无姓",
    "孙无字",
    "13812345678",
    "110101199003074610",
    "河阳县甲村七号",
)
NAME, KEEPER, OWNER, PHONE, IDENTITY, HOME = SECRETS
PETITIONS = (
    "信访编号,登记日期,信访人,联系方式,证件号码,住址,承办单位,受理情况,受理日期,"
    "事项类别,登记人,佐证材料,备注\n"
    f"X1,2021-06-01,{NAME},{PHONE},{IDENTITY},{HOME},信访科,受理,2021-06-03,"
    f"土地,{KEEPER},{NAME}材料.txt;{NAME}照片.jpg,\n"
    f"X2,2021-06-02,{NAME},{PHONE},{IDENTITY},{HOME},{NAME},受理,2021-06-03,"
    f"{NAME}家的地 {PHONE},{KEEPER},{NAME}照片.jpg,{IDENTITY}\n"
    f"X3,{NAME},{NAME},{PHONE},{IDENTITY},{HOME},{NAME},{NAME},{PHONE},"
    f"{NAME},{KEEPER},,{NAME}\n"
    f"X1,2021-06-01,{NAME},{PHONE},{IDENTITY},{HOME},信访科,,,,{KEEPER},,\n"
)
CONCERNS = (
    "编号,发现时间,主题,涉及地点,级别,登记人,回应单位\n"
    f"Y1,2021-03-05 09:00,停水,甲镇,一般,{KEEPER},{KEEPER}\n"
)
TASKS = (
    "任务编号,任务,责任单位,责任人,完成时限,登记人\n"
    f"R1,印制手册,宣传科,{OWNER},2021-03-05,{KEEPER}\n"
    f"R2,请{OWNER}印制画册,{OWNER},{OWNER},2021-03-05,{KEEPER}\n"
)
SALES = {
    "帮扶主体台账": (
        "主体编号,主体类型,帮扶对象类别,联系人,联系电话,登记人\n"
        f"P1,农户,脱贫户,{NAME},{PHONE},{KEEPER}\n"
    ),
    "农产品台账": (
        "登记日期,产品名称,主体编号,可售数量,计量单位,单价,登记人\n"
        f"2021-11-01,小米,P1,300,公斤,8,{KEEPER}\n"
    ),
    "采购需求台账": (
        "需求编号,登记日期,采购单位,产品名称,需求数量,计量单位,登记人\n"
        f"D1,2021-11-01,河阳中学,小米,100,公斤,{KEEPER}\n"
    ),
}
BINDINGS = """
- indicator: 信访事项按期办结率
  from: petitions
  measure: on_time_rate
  of: closed_on
  since: accepted_on
  limit: "60"
- indicator: 信访人数
  from: petitions
  measure: distinct_count
  of: petitioner
- indicator: 信访件数
  from: petitions
  measure: count
  where: {petitioner: [某人]}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped evidence with registers of persons beside it."""
    root = tmp_path_factory.mktemp("evidence") / "台账"
    shutil.copytree(EXAMPLE / "evidence", root)
    (root / "信访台账.csv").write_text(PETITIONS, "utf-8")
    (root / "舆情台账.csv").write_text(CONCERNS, "utf-8")
    (root / "协同任务台账.csv").write_text(TASKS, "utf-8")
    for name, text in SALES.items():
        (root / f"{name}.csv").write_text(text, "utf-8")
    (root / f"佐证/{NAME}材料.txt").write_text("x")
    bindings = root / "bindings.yaml"
    text = bindings.read_text("utf-8").replace("from: activities", "from: petitions")
    bindings.write_text(text + BINDINGS, "utf-8")
    return root


REPORT = EXAMPLE / "report.yaml"
ON = ("--on", "2021-12-01")
CALLS: dict[str, Sequence[str | Path]] = {
    "check": ("evidence", "check", "DIR", "--report", REPORT),
    "check json": ("evidence", "check", "DIR", "--format", "json"),
    "check manifest": ("evidence", "check", "DIR", "--write-manifest"),
    "check against": ("evidence", "check", "DIR", "--against", "DIR"),
    "check en": ("evidence", "check", "DIR", "--lang", "en", "--debug"),
    "bind": ("evidence", "bind", "DIR", REPORT),
    "compute": ("evidence", "compute", "DIR", REPORT),
    "compute alone": ("evidence", "compute", "DIR"),
    "compute json": ("evidence", "compute", "DIR", "--format", "json"),
    "due": ("evidence", "due", "DIR", *ON),
    "due later": ("evidence", "due", "DIR", "--on", "2022-12-01"),
    "due json": ("evidence", "due", "DIR", "--on", "2022-12-01", "--format", "json"),
    "due ics": ("evidence", "due", "DIR", "--on", "2022-12-01", "--format", "ics"),
    "due xlsx": (
        *("evidence", "due", "DIR", "--on", "2022-12-01"),
        *("--format", "xlsx", "-o", "OUT.xlsx"),
    ),
    "bursts": ("evidence", "bursts", "DIR", *ON),
    "bursts json": ("evidence", "bursts", "DIR", *ON, "--format", "json"),
    "match": ("evidence", "match", "DIR", *ON),
    "match json": ("evidence", "match", "DIR", *ON, "--format", "json"),
    "match xlsx": (
        *("evidence", "match", "DIR", *ON),
        *("--format", "xlsx", "-o", "OUT.xlsx"),
    ),
    "show in a pipe": (
        *("evidence", "show", "DIR", "petitions", "2"),
        *("--reason", "核对"),
    ),
    **{
        f"check report {form}": (
            *("check", REPORT, "--evidence", "DIR", "--format", form),
            *("-o", f"OUT.{form}"),
        )
        for form in ("text", "json", "sarif", "html", "xlsx")
    },
    "check report en": ("check", REPORT, "--evidence", "DIR", "--lang", "en"),
    "score": ("score", REPORT, "--evidence", "DIR"),
    "score json": ("score", REPORT, "--evidence", "DIR", "--format", "json"),
    **{
        f"render {suffix}": (
            "render",
            REPORT,
            "--evidence",
            "DIR",
            "-o",
            f"OUT.{suffix}",
        )
        for suffix in ("docx", "xlsx", "html", "pdf")
    },
}


@pytest.mark.parametrize("name", CALLS)
def test_no_command_shows_what_is_sealed(
    quanheng: Quanheng, folder: Path, tmp_path: Path, name: str
) -> None:
    given = folder / "manifest.json"
    given.unlink(missing_ok=True)
    call = [_placed(argument, folder, tmp_path) for argument in CALLS[name]]
    answer = quanheng(*call)
    assert "权衡内部错误" not in answer.err
    written = [*tmp_path.rglob("*"), given]
    said = {"out": answer.out, "err": answer.err}
    said |= {file.name: "\n".join(_texts(file)) for file in written if file.is_file()}
    assert any(text.strip() for text in said.values())
    shown = [
        (where, secret)
        for where, text in said.items()
        for secret in SECRETS
        if secret in text
    ]
    assert shown == []


def _placed(argument: str | Path, folder: Path, out: Path) -> str | Path:
    if argument == "DIR":
        return folder
    text = str(argument)
    return out / text if text.startswith("OUT.") else argument


def _texts(file: Path) -> Iterator[str]:
    """All that can be read in a file, unpacked."""
    data = file.read_bytes()
    yield data.decode("utf-8", "replace")
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as package:
            for part in package.namelist():
                yield package.read(part).decode("utf-8", "replace")
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        for page in document:
            yield page.get_textpage().get_text_bounded()
        document.close()


def test_no_traceback_shows_what_is_sealed(folder: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "台账"
    shutil.copytree(folder, damaged)
    (damaged / "manifest.json").write_text("{}")
    program = "from quanheng.cli.main import main; main()"
    call = [sys.executable, "-c", program, "evidence", "check", str(damaged), "--debug"]
    ended = run(call, capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert "Traceback" in ended.stderr
    assert "scan_files" in ended.stderr
    assert not [secret for secret in SECRETS if secret in ended.stderr + ended.stdout]


def test_the_search_would_find_it(tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with ZipFile(file, "w") as package:
        package.writestr("a.xml", NAME)
    assert NAME in "\n".join(_texts(file))


def test_every_command_on_evidence_is_among_the_calls() -> None:
    called = {str(call[1]) for call in CALLS.values() if call[0] == "evidence"}
    # "new" reads no register.
    assert called | {"new"} >= COMMANDS.keys()
