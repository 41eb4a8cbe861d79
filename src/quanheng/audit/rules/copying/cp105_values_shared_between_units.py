from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.peers.counts import Count, counts
from quanheng.audit.peers.peers import Peer, same_unit
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.language.clauses import sentences
from quanheng.language.words import any_of

FEWEST: Final = "bulk.same_value_min_reports"
TELLING: Final = "bulk.telling_count"
SHARED: Final = "words.shared_figures"


@rule(
    code="CP105",
    name="values-shared-between-units",
    title=Words("多个单位同一指标数值相同", "Same values shared between units"),
    message=Words(
        "“{words}”的数值{number}{unit}与另外{count}个单位的自评相同，应核对（{file}等）",
        "the value {number}{unit} of “{words}” stands in the reports of {count} other "
        "units too ({file} and others)",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(FEWEST, TELLING, SHARED),
    needs=Need.PEERS,
)
def values_shared_between_units(dossier: Dossier) -> Iterator[Answer]:
    """The same unusual count of the same thing is in reports of other units (同值).

    Why it matters:
        Two units hardly ever count the same odd number of the same thing; one of the
        reports was copied, figures and all.

    What it leaves alone:
        Round and small numbers, rates and amounts; figures of a sentence on a wider
        area, a document of a higher body or joint work. Counts that contradict the
        unit's own register come with the registers.

    Catalogue:
        Counts below a hundred were taken out: among hundreds of reports two units
        hold 24 events by mere chance.
    """
    fewest = dossier.law.number(FEWEST)
    telling = dossier.law.number(TELLING)
    shared = dossier.law.words(SHARED)
    reported = set()
    for count in counts(dossier.project):
        if count.number < telling or count.key in reported or _is_common(count, shared):
            continue
        others = _others(dossier, count)
        if len(others) >= fewest:
            reported.add(count.key)
            says = {
                "words": count.says,
                "number": plain(count.number),
                "unit": count.unit,
                "count": len(others),
                "file": others[0].file,
            }
            yield Hit.on(count.field, says)


def _others(dossier: Dossier, count: Count) -> list[Peer]:
    """One report of each other unit that holds the count."""
    found: list[Peer] = []
    for position in dossier.peers.archive.counts.holders(count.key):
        peer = dossier.peers.at(position)
        if peer is None or same_unit(dossier.project, peer.project):
            continue
        if not any(same_unit(other.project, peer.project) for other in found):
            found.append(peer)
    return found


def _is_common(count: Count, shared: tuple[str, ...]) -> bool:
    """Whether its sentence says that the figure holds for several units."""
    figure = plain(count.number)
    return any(
        any_of(shared, sentence)
        for sentence in sentences(count.field.raw)
        if figure in sentence
    )
