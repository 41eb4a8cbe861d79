"""Slogans in place of something measurable (口号)."""

from collections.abc import Collection

from quanheng.language.words import any_of


def is_slogan(
    name: str, measurable_nouns: Collection[str], slogan_verbs: Collection[str]
) -> bool:
    """Whether a name promises much and measures nothing (口号式名称).

    Args:
        name: Name of an indicator, its unit left out.
        measurable_nouns: What can be measured (次数, 满意度); a noun of one character
            counts only where the name ends in it.
        slogan_verbs: What slogans do (弘扬, 营造).
    """
    if not any_of(slogan_verbs, name):
        return False
    return not any(
        noun in name if len(noun) > 1 else name.endswith(noun)
        for noun in measurable_nouns
    )
