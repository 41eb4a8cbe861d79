"""Why each value was read as it was, on the terminal (读取说明文本)."""

from collections.abc import Iterator

from quanheng.answers.explained.words import STATE_WORDS, evidence_of
from quanheng.answers.terminal import coloured, dim
from quanheng.core.bilingual import COLON, SEMICOLON
from quanheng.core.field import FieldState
from quanheng.tasks.reading.explain_reading import Explained, Reason

_COLOURS = {FieldState.READ: "green", FieldState.UNCERTAIN: "yellow"}


def explained_text(found: Explained, lang: str) -> str:
    """A line for each value, and one for what speaks for it."""
    return "\n".join(line for reason in found.reasons for line in _lines(reason, lang))


def _lines(reason: Reason, lang: str) -> Iterator[str]:
    field, name = reason.field, reason.name.text(lang)
    said = " ".join((field.raw or field.seen).split())
    state = STATE_WORDS[reason.state].text(lang)
    shown = coloured(state, _COLOURS.get(reason.state, "white"))
    yield f"{name}{COLON.text(lang)}{said}  {shown}  {dim(field.at.text(lang))}"
    if evidence := SEMICOLON.text(lang).join(evidence_of(reason, lang)):
        yield dim(f"  {evidence}")
