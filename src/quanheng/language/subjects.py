"""Whether a few words speak of the thing that a name names (主语比对)."""

import re
from collections.abc import Collection
from typing import Final

from quanheng.language.words import cut

_CHINESE: Final = re.compile(r"[\u4e00-\u9fffA-Za-z]+")


def subject_words(text: str, filler: Collection[str]) -> tuple[str, ...]:
    """The words of a subject without those that only count or link (主语词)."""
    return tuple(
        word for word in cut(text) if _CHINESE.fullmatch(word) and word not in filler
    )


def names_wholly(subject: str, title: str, filler: Collection[str]) -> bool:
    """Whether a subject holds every word of a name and no other (全称).

    ``举办阅读推广活动`` is the indicator 阅读推广活动场次, ``举办活动`` may be another.
    """
    said, named = subject_words(subject, filler), subject_words(title, filler)
    return (
        bool(said)
        and all(word in title for word in said)
        and all(word in subject for word in named)
    )


def names_briefly(subject: str, title: str, filler: Collection[str]) -> bool:
    """Whether a subject is a name or its end, nothing foreign in it (简称).

    ``读者满意度`` and ``满意度`` may be the indicator 到馆读者满意度,
    ``馆员满意度`` is not.
    """
    said, named = subject_words(subject, filler), subject_words(title, filler)
    if not said or not named:
        return False
    whole = "".join(said)
    return all(word in title for word in said) and (
        whole.endswith(named[-1]) or named[-1].endswith(whole)
    )
