"""Typing errors that their neighbours make certain (错别字)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_QUOTED: Final = re.compile("《[^》]*》|“[^”]*”|「[^」]*」")


@dataclass(frozen=True, slots=True)
class Typo:
    """A misspelling with the neighbours that identify it (错别字).

    Attributes:
        wrong: The misspelling.
        right: The correction.
        certain: Whether the correction is certain.
        followed_by: Texts of which one must follow; empty for anything.
        not_followed_by: Texts that must not follow.
        preceded_by: Texts of which one must precede; empty for anything.
        not_preceded_by: Texts that must not precede.
    """

    wrong: str
    right: str
    certain: bool
    followed_by: tuple[str, ...] = ()
    not_followed_by: tuple[str, ...] = ()
    preceded_by: tuple[str, ...] = ()
    not_preceded_by: tuple[str, ...] = ()

    def fits(self, text: str, start: int) -> bool:
        """Whether the neighbours at a position identify it."""
        before, end = text[:start], start + len(self.wrong)
        return (
            (not self.followed_by or text.startswith(self.followed_by, end))
            and not text.startswith(self.not_followed_by, end)
            and (not self.preceded_by or before.endswith(self.preceded_by))
            and not before.endswith(self.not_preceded_by)
        )


def typos_from(entries: Iterable[Mapping[str, object]]) -> Iterator[Typo]:
    """The entries of the parameter ``words.typos``."""
    for entry in entries:
        yield Typo(
            wrong=str(entry["wrong"]),
            right=str(entry["right"]),
            certain=entry["certain"] is True,
            followed_by=_words(entry, "followed_by"),
            not_followed_by=_words(entry, "not_followed_by"),
            preceded_by=_words(entry, "preceded_by"),
            not_preceded_by=_words(entry, "not_preceded_by"),
        )


def find_typos(text: str, typos: Iterable[Typo]) -> tuple[tuple[int, Typo], ...]:
    """The typing errors of a text by place; none inside titles and quotes."""
    candidates = [typo for typo in typos if typo.wrong in text]
    if not candidates:
        return ()
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found = [
        (match.start(), typo)
        for typo in candidates
        for match in re.finditer(re.escape(typo.wrong), text)
        if typo.fits(text, match.start())
        and not any(start <= match.start() < end for start, end in quoted)
    ]
    return tuple(sorted(found, key=lambda place: place[0]))


def corrected(text: str, found: Iterable[tuple[int, Typo]]) -> str:
    """A text with its typing errors put right."""
    for start, typo in sorted(found, key=lambda place: place[0], reverse=True):
        text = f"{text[:start]}{typo.right}{text[start + len(typo.wrong) :]}"
    return text


def _words(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = entry.get(key, ())
    return tuple(map(str, words)) if isinstance(words, list | tuple) else ()
