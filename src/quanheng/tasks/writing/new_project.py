"""Blank forms for projects (新建空白自评表)."""

from dataclasses import replace
from datetime import date
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnknownFormError
from quanheng.core.report import Report
from quanheng.forms.compose import compose
from quanheng.live.blank.blank_form import blank_with_formulas
from quanheng.live.blank.blank_project import FORMS, Start, as_printed, blank_project
from quanheng.record.dump import dump_yaml
from quanheng.tasks.reading.read_report import RECORD_SUFFIXES
from quanheng.tasks.workplace import Workplace
from quanheng.writers import COMPUTING, writer_for

_ABOUT_RECORD: Final = """\
# 项目支出绩效自评数据（空白）。填好后可用 quanheng check、score、render 处理本文件。
# A blank self-evaluation: fill it in, then check, score and render this file.
#
# 金额单位见 budget.unit，空着表示未填，0 表示零。 Blank is not zero.
# target 目标值写全：≥95%、10-20人、2024年6月30日前、有效提升。
# actual 业绩值：数字带单位；定性指标写 达成预期指标、部分达成预期指标并具有一定效果、
# 未达成预期指标且效果较差 之一。 weight 分值合计 100；score 得分可留空，由 score 复算。
# 不使用的指标行请删去。 Delete the rows that are not needed.
"""


def new_project(
    form: str, suffix: str, start: Start, workplace: Workplace, lang: str = "zh"
) -> bytes:
    """A blank form for a project.

    Args:
        form: ``national`` or ``shanxi``.
        suffix: File format: ``.xlsx`` has formulas, ``.yaml`` is a commented record,
            any other is as ``render`` writes it.
        start: What is known of the project.
        workplace: Law book and region, which with the year determine categories,
            weights and formulas.
        lang: Language of the guide in a workbook; the form itself is Chinese.

    Raises:
        UnknownFormError: There is no such blank.
        UnreadableFileError: There is no such file format.
        ParameterNotInForceError: No scheme is in force in the year.
    """
    if form not in FORMS:
        raise UnknownFormError(
            Words(f"表式 {form} 无空白表", f"There is no blank of the form {form}"),
            Words(f"可用的表式：{'、'.join(FORMS)}", f"forms: {', '.join(FORMS)}"),
        )
    law = workplace.law_on(date(int(start.year), 12, 31) if start.year else None)
    is_record = suffix.lower() in RECORD_SUFFIXES[:2]
    computes = not is_record and writer_for(suffix).suffix in COMPUTING
    project = blank_project(form, start, law, with_spare_rows=computes)
    report = Report("", (project,))
    if is_record:
        return (_ABOUT_RECORD + dump_yaml(report)).encode()
    writer = writer_for(suffix)
    if computes:
        blank = blank_with_formulas(project, law, hides_spare_rows=True, lang=lang)
        return writer.write(blank)
    return writer.write(compose(replace(report, projects=(as_printed(project),))))
