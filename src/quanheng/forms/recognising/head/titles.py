"""Titles of forms and reports, the year and project they name (标题)."""

import re
from typing import Final

from quanheng.core.field import Field
from quanheng.document.headings import printed_level
from quanheng.forms.recognising.judging.evidence import shape
from quanheng.forms.recognising.rows import compact
from quanheng.language.folding import folded, printed_as

_YEAR_LINE: Final = re.compile(r"[(〔\[【]?\s*((?:19|20)\d\d)\s*年?度?\s*[)〕\]】]?")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_TITLE: Final = re.compile(
    r"自评(?:报告|表|价表|报告表)|(?:支出|整体)绩效目标$|绩效目标.{0,8}(?:表|申报)|目标申报表|"
    r"绩效(?:目标)?(?:评价|自评|报告|监控|运行|跟踪|执行|批复)|执行监控表|项目申报表|自我评价"
)
_KIND_ONLY: Final = re.compile(
    r"(?:部门预算|财政)?项目(?:支出)?绩效(?:自评|自我评价)(?:报告|情况)?(?:报告|表)?"
)
_BODY_MARK: Final = re.compile(r"[,。;]")
_TITLE_LENGTH: Final = 60
_NAMED: Final = re.compile(
    r"(?:关于)?(?:.*?(?:19|20)\d\d年度)?(?P<name>.+?)(?:的)?"
    r"(?P<kind>(?:项目|(?:专项)?转移支付)?(?:预算)?(?:支出)?(?:区域)?(?:自评|自我评价|绩效(?:目标)?"
    r"(?:自评|自我评价|评价|报告|运行|跟踪|监控|执行|完成|申报|批复|审核|支出|表)).*)"
)
"""A name with the kind of the form behind it; the year of the report in front."""
_QUOTED: Final = re.compile(r"《([^《》]{3,})》(?=(?:项目)?(?:支出|绩效|自评))")
_OF_BODY: Final = re.compile(r"(.+?)(?:19|20)\d\d年(.+)")
_LEVELS: Final = (
    r"(?:中央|省|市|县|区|级|上级|本级|对地方|财政|一般性|均衡性|专项|共同事权)"
)
_GENERIC: Final = re.compile(
    r"(?:.*(?:部门|单位|财政|预算|整体|支出|本级|本|该)|[省市县区州镇乡]级?|专项资金?|"
    r".{2,8}[省市县区旗州盟镇乡村]|专项|资金|绩效|目标|区域|.*(?:19|20)\d\d年?|附件.*|附表.*|表\d*|"
    rf"(?:(?:19|20)\d\d年)?(?:{_LEVELS}+|{_LEVELS}*转移支付(?:区域|项目|资金|[()])*))?"
)
"""What stands for a kind of project, not for one of them."""
_WHOLE: Final = re.compile(
    r".*(?:经费|资金|专项|补助|补贴|费|工程|计划|行动|活动|奖补|贴息|补偿|奖励|救助|津贴|款|公用)(?:[-—(].*)?"
)
"""The end of a name that needs no 项目 behind it."""


def is_title(text: str) -> bool:
    """Whether a line is the title of a form or report."""
    if len(text) > _TITLE_LENGTH or printed_level(text):
        return False
    plain = folded(text)
    return not _BODY_MARK.search(plain) and bool(_TITLE.search(compact(plain)))


def says_more(title: Field) -> bool:
    """Whether a title names more than the kind of form: a year, project or unit."""
    return _KIND_ONLY.fullmatch(compact(folded(title.raw))) is None


def is_front(text: str) -> bool:
    """Whether a line is a title or holds just the year (2021年度)."""
    return is_title(text) or year_alone(text) is not None


def year_alone(text: str) -> str | None:
    """The year of a line that says nothing else."""
    match = _YEAR_LINE.fullmatch(folded(text).strip())
    return match[1] if match else None


def years_in(text: str) -> set[str]:
    """The years that a text speaks of (2021年)."""
    return set(_YEAR.findall(folded(text)))


def first_year(text: str) -> str | None:
    """The year that a title names first."""
    match = _YEAR.search(folded(text))
    return match[1] if match else None


def name_in_title(title: Field) -> Field | None:
    """The project that a title names, None where it names but a kind of them."""
    plain = compact(folded(title.raw))
    match = _QUOTED.search(plain)
    name = match[1] if match else _before_kind(plain)
    if not name or _is_generic(name):
        return None
    return Field(printed_as(compact(title.raw), name), title.at)


def _before_kind(title: str) -> str:
    match = _NAMED.fullmatch(title)
    if match is None:
        return ""
    name, kind = match["name"].strip("-—#* "), match["kind"]
    if (split := _OF_BODY.fullmatch(name)) and shape(split[1]) == "organisation":
        name = split[2]
    is_part = kind.startswith("项目") and not name.endswith("项目")
    return f"{name}项目" if is_part and not _WHOLE.fullmatch(name) else name


def _is_generic(name: str) -> bool:
    bare = name.removesuffix("项目")
    return bool(_GENERIC.fullmatch(bare)) or shape(bare) == "organisation"
