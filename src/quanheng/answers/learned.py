"""What was learned of a layout, for the screen (学习结果说明)."""

from quanheng.core.bilingual import Words
from quanheng.tasks.reading.learn_hints import Learned


def learned_text(found: Learned, lang: str) -> str:
    """How many hints there are, and how much of the record is read with them."""
    total, before, after = found.expected, found.before, found.after
    lines = [
        Words(
            f"表式提示{len(found.hints)}条；与更正后的数据一致的取值"
            f"由{before}项增至{after}项，共{total}项",
            f"{len(found.hints)} hints; of {total} values {before} were read as in the "
            f"record without them, {after} with them",
        )
    ]
    lines += [
        Words(
            f"仍未读到：{place.split('.')[-1]}“{text}”",
            f'still not read: {place.split(".")[-1]} "{text}"',
        )
        for place, text in found.missing
    ]
    return "\n".join(line.text(lang) for line in lines)
