"""Charts as tables of figures with a bar drawn in each row (图).

Texts can be wrapped, searched and read out; only the bars are drawn. Bars differ in
shape as well as in colour.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.quantity import plain, rounded
from quanheng.document.chart import Bar, Chart, ChartKind
from quanheng.writers.html.drawing import CUT, band, dashed, drawing, tick
from quanheng.writers.html.text import attribute, text

_TOP: Final = (3, 7)
_BOTTOM: Final = (13, 7)
_MIDDLE: Final = (5, 13)
"""Upper edge and height of a band in pixels."""
_WIDEST_COMPLETION: Final = Decimal(150)
"""Percent at the right edge, where longer bars are cut off with a mark."""
_TARGET: Final = Decimal(100)
_SHADES: Final = ("full", "half", "open")
_FIGURES: Final = {
    ChartKind.SCORES: (0, 1, 2),
    ChartKind.COMPLETION: (2,),
    ChartKind.MONEY: (0,),
}
"""Right-aligned columns of figures."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """The scale and the shades of sources that a chart's bars share."""

    scale: Decimal
    shades: Mapping[str, str]


def figure(chart: Chart) -> str:
    """A chart with title, legend and figures, not part of the report itself."""
    subject, *columns = chart.columns
    heads = "".join(
        f'<th scope="col" role="columnheader"{_side(chart, number)}>{text(words)}</th>'
        for number, words in enumerate((subject, "图形", *columns), -2)
    )
    draw, measure = _DRAWN[chart.kind], _Measure(_scale(chart), _shades(chart))
    rows = "".join(_row(bar, chart, draw(bar, measure)) for bar in chart.bars)
    return (
        f'<figure class="chart" data-quanheng="beside">'
        f"<figcaption>{text(chart.title)}</figcaption>{_legend(chart)}"
        f'<table role="table"><caption>{text(chart.title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></figure>'
    )


def _row(bar: Bar, chart: Chart, drawn: str) -> str:
    remark = f"<small>{text(bar.remark)}</small>" if bar.remark else ""
    cells = "".join(
        f'<td role="cell"{_side(chart, number)} data-label="{attribute(label)}">'
        f"{text(shown)}</td>"
        for number, (label, shown) in enumerate(
            zip(chart.columns[1:], bar.figures, strict=True)
        )
    )
    name = f'<th scope="row" role="rowheader">{text(bar.label)}{remark}</th>'
    drawing_cell = f'<td role="cell" class="drawing">{drawn}</td>'
    return f'<tr role="row">{name}{drawing_cell}{cells}</tr>'


def _side(chart: Chart, number: int) -> str:
    return ' class="right"' if number in _FIGURES[chart.kind] else ""


def _scale(chart: Chart) -> Decimal:
    """The value of the full width, 1 if there is nothing to draw."""
    if chart.kind is ChartKind.COMPLETION:
        return _WIDEST_COMPLETION
    sizes = [
        size
        for bar in chart.bars
        for size in (bar.value, bar.whole, bar.second)
        if size is not None
    ]
    sizes += (sum((s.value for s in bar.shares), Decimal(0)) for bar in chart.bars)
    return max((abs(size) for size in sizes), default=Decimal(0)) or Decimal(1)


def _percent(value: Decimal, scale: Decimal) -> str:
    return plain(rounded(min(max(value * 100 / scale, Decimal(0)), Decimal(100)))) + "%"


def _shades(chart: Chart) -> dict[str, str]:
    """The shade of each source, the same in all bars."""
    names = dict.fromkeys(share.label for bar in chart.bars for share in bar.shares)
    return dict(zip(names, _SHADES, strict=False))


def _scores(bar: Bar, measure: _Measure) -> str:
    """Stated score above; recomputed score, or else a dashed line, below."""
    parts, scale = [], measure.scale
    if bar.whole is not None:
        parts.append(band("track", (0, 23), "0", _percent(bar.whole, scale)))
    if bar.value is not None:
        parts.append(band("full", _TOP, "0", _percent(bar.value, scale)))
    if bar.second is not None:
        parts.append(band("open", _BOTTOM, "0", _percent(bar.second, scale)))
    elif bar.whole is not None:
        parts.append(dashed(16.5, "0", _percent(bar.whole, scale)))
    return drawing(parts)


def _completion(bar: Bar, measure: _Measure) -> str:
    """A band up to the completion rate, a mark at the target, a dashed gap."""
    scale = measure.scale
    target = _percent(_TARGET, scale)
    if bar.value is None:
        unknown = [dashed(11.5, "0", target)] if bar.whole is not None else []
        return drawing([*unknown, tick(target)])
    reached = _percent(bar.value, scale)
    parts = [band("full", _MIDDLE, "0", reached)]
    if bar.value < _TARGET:
        parts.append(dashed(11.5, reached, target))
    if bar.value > scale:
        parts.append(CUT)
    return drawing([*parts, tick(target)])


def _money(bar: Bar, measure: _Measure) -> str:
    """The sources in sequence, inside the outline of the whole."""
    parts, start, scale = [], Decimal(0), measure.scale
    for share in bar.shares:
        if share.value > 0:
            width = _percent(share.value, scale)
            parts.append(
                band(
                    measure.shades[share.label], _MIDDLE, _percent(start, scale), width
                )
            )
            start += share.value
    if bar.value is not None and bar.value < 0:
        parts.append(dashed(11.5, "0", _percent(-bar.value, scale)))
    elif bar.value is not None and bar.value != start:
        kind = "outline" if parts else "full"
        parts.append(band(kind, _MIDDLE, "0", _percent(bar.value, scale)))
    return drawing(parts)


_DRAWN: Final[Mapping[ChartKind, Callable[[Bar, _Measure], str]]] = {
    ChartKind.SCORES: _scores,
    ChartKind.COMPLETION: _completion,
    ChartKind.MONEY: _money,
}


def _legend(chart: Chart) -> str:
    """The meanings of shapes, which the table also states in words."""
    items = "".join(
        f"<span>{sign}{text(words)}</span>" for sign, words in _legend_of(chart)
    )
    return f'<p class="legend" aria-hidden="true">{items}</p>'


def _legend_of(chart: Chart) -> Iterator[tuple[str, str]]:
    lower, upper = (7, 9), (5, 13)
    match chart.kind:
        case ChartKind.SCORES:
            yield drawing([band("track", (0, 23), "0", "100%")]), "分值"
            yield drawing([band("full", lower, "0", "100%")]), "自评得分"
            yield drawing([band("open", lower, "0", "100%")]), "复算得分"
            yield drawing([dashed(11.5, "0", "100%")]), "无法计算"
        case ChartKind.COMPLETION:
            yield drawing([band("full", upper, "0", "100%")]), "完成率"
            yield drawing([tick("50%")]), "目标（100%）"
            yield drawing([dashed(11.5, "0", "100%")]), "未完成或无法比较"
        case ChartKind.MONEY:
            for name, shade in _shades(chart).items():
                yield drawing([band(shade, upper, "0", "100%")]), name
