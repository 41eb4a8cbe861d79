"""Whether a few words speak of the thing that a name names (主语比对)."""

from collections.abc import Iterable

from quanheng.language.words import stretches


def names_wholly(subject: str, title: str, filler: Iterable[str]) -> bool:
    """Whether a subject holds all of a name and nothing else (全称).

    ``举办阅读推广活动`` is the indicator 阅读推广活动场次, ``举办活动`` may be another.

    Args:
        subject: The words before a figure.
        title: The name.
        filler: Words that only count or link, the longest first.
    """
    said, named = stretches(subject, filler), stretches(title, filler)
    return (
        bool(said)
        and all(part in title for part in said)
        and all(part in subject for part in named)
    )


def names_briefly(subject: str, title: str, filler: Iterable[str]) -> bool:
    """Whether a subject is a name or a part of it up to its end (简称).

    ``读者满意度`` and ``满意度`` may be the indicator 到馆读者满意度,
    ``馆员满意度`` is not.
    """
    said = "".join(stretches(subject, filler))
    named = "".join(stretches(title, filler))
    return bool(said) and named.endswith(said[-2:]) and _is_within(said, named)


def _is_within(said: str, named: str) -> bool:
    """Whether the signs stand in the name in this order, others between them."""
    signs = iter(named)
    return all(sign in signs for sign in said)
