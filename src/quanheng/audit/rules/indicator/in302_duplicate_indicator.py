import unicodedata
from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline
from quanheng.core.field import text_of
from quanheng.scoring.reading import RowReading

_Key = tuple[str, str, int]


@rule(
    code="IN302",
    name="duplicate-indicator",
    title=Words("三级指标名称重复", "Two indicators with the same name"),
    message=Words(
        "“{level2}”下有{count}项三级指标名称均为“{name}”，应区分或合并",
        "{count} indicators under “{level2}” are named “{name}”",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2021〕101号", ""), ("practice", "省级财政信息系统的做法")),
    needs_indicators=True,
)
def duplicate_indicator(dossier: Dossier) -> Iterator[Answer]:
    """Two rows of one category have the same name (指标名称重复).

    Why it matters:
        The same thing is scored twice, or two things can't be told apart.

    What it leaves alone:
        The same name with another object in brackets, or with a date of another
        year as its target; the same name in another category.
    """
    groups: dict[_Key, list[RowReading]] = {}
    for reading in dossier.readings:
        if reading.indicator.name.raw:
            groups.setdefault(_key(reading), []).append(reading)
    for readings in groups.values():
        first, *others = [reading.indicator for reading in readings]
        if others:
            yield Hit.on(
                others[0].name,
                {
                    "level2": text_of(first.level2),
                    "count": len(readings),
                    "name": first.title,
                },
                also=tuple(row.name.at for row in (first, *others[1:])),
            )


def _key(reading: RowReading) -> _Key:
    row = reading.indicator
    name = row.title if reading.name_unit else row.name.raw
    year = reading.target.day.year if isinstance(reading.target, Deadline) else 0
    return _plain(text_of(row.level2)), _plain(name), year


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
