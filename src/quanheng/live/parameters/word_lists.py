"""The word lists of the formulas: answers, units, directions (公式所用词表)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.grammar.unit_table import COUNTED, MEASURES, SPELLINGS
from quanheng.core.grammar.units import unit_named
from quanheng.law.book import Law
from quanheng.live.cells.choices import ANSWERS, UNITS
from quanheng.live.formulas import defined_names
from quanheng.live.parameters.named_parameters import Entry, source
from quanheng.scoring.answers_in_words import QUALITATIVE_ANSWERS, YES_NO, Answer
from quanheng.scoring.direction import NEGATIVE_WORDS, POSITIVE_WORDS

_ANSWER_NAMES: Final = {
    Answer.REACHED: defined_names.REACHED,
    Answer.PARTLY: defined_names.PARTLY,
    Answer.MISSED: defined_names.MISSED,
}


def word_lists(law: Law) -> Iterator[Entry]:
    """Each word list with its source."""
    yes_no = law.word_groups(YES_NO)
    yield _entry(law, YES_NO, defined_names.YES, yes_no["yes"])
    yield _entry(law, YES_NO, defined_names.NO, yes_no["no"])
    for answer, words in law.word_groups(QUALITATIVE_ANSWERS).items():
        kind = Answer(answer)
        listed = (ANSWERS[kind], *words)
        yield _entry(law, QUALITATIVE_ANSWERS, _ANSWER_NAMES[kind], listed)
    yield _entry(law, POSITIVE_WORDS, defined_names.POSITIVE, law.words(POSITIVE_WORDS))
    yield _entry(law, NEGATIVE_WORDS, defined_names.NEGATIVE, law.words(NEGATIVE_WORDS))
    common, unscaled = "、".join(UNITS) + " 等", unscaled_units()
    for name, shown, units in (
        (defined_names.ALL_UNITS, common, all_units()),
        (defined_names.UNSCALED, "、".join(unscaled), unscaled),
    ):
        yield Entry(name, shown, "本软件约定", name, units)


def all_units() -> tuple[str, ...]:
    """Every unit that may follow a number, in a fixed order."""
    known = {*UNITS, *COUNTED, *MEASURES, *SPELLINGS} - set(defined_names.OF_DATES)
    return tuple(sorted(known))


def unscaled_units() -> tuple[str, ...]:
    """The units never counted in 万: %, 天, 年."""
    return tuple(unit for unit in all_units() if unit_named(f"万{unit}") is None)


def _entry(law: Law, parameter: str, name: str, words: Sequence[str]) -> Entry:
    cite = law.book.entry(parameter).cite
    return Entry(name, "、".join(words), source(cite), name, tuple(words))
