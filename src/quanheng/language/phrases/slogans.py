"""Slogans instead of measurable indicators (口号)."""

from collections.abc import Collection

from quanheng.language.words import any_of


def is_slogan(
    name: str, measurable_nouns: Collection[str], slogan_verbs: Collection[str]
) -> bool:
    """Whether a name has a slogan's verb and no measurable noun (口号式名称).

    Verbs are 弘扬, 营造; nouns 次数, 满意度. A noun of one character counts only at the
    end of the name.
    """
    if not any_of(slogan_verbs, name):
        return False
    return not any(
        noun in name if len(noun) > 1 else name.endswith(noun)
        for noun in measurable_nouns
    )
