"""Sentences and outlines of drafts, read from YAML (起草模板)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

import yaml

from quanheng.core.bilingual import Words
from quanheng.core.errors import PluginError
from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter
from quanheng.drafting.fact import HOLES
from quanheng.drafting.wording import Sentence, Wording

_DEFAULT_FORM: Final = "national"
_HOLE: Final = re.compile(r"\{([^{}]*)\}")
_CATEGORIES: Final = {category.name.lower(): category for category in LevelOne}


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section of a chapter as the layout has it (栏目).

    Attributes:
        heading: Its heading; empty for the text directly under the chapter's heading.
        level: Its level.
        words: Pattern of the headings that mean the same section.
        of: The level-one categories it covers; empty for all.
        paragraphs: The names of the facts in each paragraph, in order.
    """

    heading: str
    level: int
    words: re.Pattern[str]
    of: frozenset[LevelOne]
    paragraphs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ChapterPlan:
    """A chapter as the layout has it (章).

    Attributes:
        chapter: Its subject.
        number: Its number in the layout.
        heading: Its heading without the number.
        sections: Its sections in order.
    """

    chapter: Chapter
    number: int
    heading: str
    sections: tuple[SectionPlan, ...]


@dataclass(frozen=True)
class Templates:
    """The sentences of a language, and the chapters of each form (起草模板).

    Attributes:
        wording: The sentences.
        outlines: Form → its chapters that can be drafted.
    """

    wording: Wording
    outlines: Mapping[str, tuple[ChapterPlan, ...]]

    def outline(self, form: str) -> tuple[ChapterPlan, ...]:
        """The chapters of a form, by default those of the national one."""
        return self.outlines.get(form, self.outlines[_DEFAULT_FORM])


@cache
def shipped_templates(lang: str) -> Templates:
    """The templates that quanheng ships (随附模板)."""
    return read_templates(files("quanheng.drafting") / "templates", lang)


def read_templates(folder: Traversable, lang: str) -> Templates:
    """Templates from a folder: ``sentences.<lang>.yaml``, ``outlines.yaml``.

    Raises:
        PluginError: A file is missing or invalid.
    """
    sentences, outlines = f"sentences.{lang}.yaml", "outlines.yaml"
    try:
        return Templates(
            _wording(_yaml(folder / sentences), lang),
            _outlines(_yaml(folder / outlines)),
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise PluginError(
            Words(
                f"起草模板无法使用：{error}",
                f"the templates of drafts can't be used: {error}",
            ),
            Words(
                f"请对照 docs/drafting.md 检查 {sentences} 和 {outlines}",
                f"compare {sentences} and {outlines} with docs/drafting.md",
            ),
        ) from error


def _yaml(path: Traversable) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def _wording(data: dict[str, Any], lang: str) -> Wording:
    wording = Wording(
        lang=lang,
        blanks=dict(data["blanks"]),
        labels=dict(data["labels"]),
        ordinals=tuple(data["ordinals"].split()),
        sentences={name: _sentence(entry) for name, entry in data["sentences"].items()},
    )
    if missing := HOLES.keys() ^ wording.sentences.keys():
        raise ValueError(f"sentences: {', '.join(sorted(missing))}")
    for name, sentence in wording.sentences.items():
        known = HOLES[name] | wording.blanks.keys()
        texts = (sentence.lead, sentence.each, sentence.joint, sentence.end)
        holes = {hole for text in texts for hole in _HOLE.findall(text)}
        if unknown := holes - known:
            raise ValueError(f"{name}: {{{', '.join(sorted(unknown))}}}")
    return wording


def _sentence(entry: str | dict[str, str]) -> Sentence:
    return Sentence(each=entry) if isinstance(entry, str) else Sentence(**entry)


def _outlines(data: dict[str, Any]) -> Mapping[str, tuple[ChapterPlan, ...]]:
    return {form: tuple(map(_chapter, chapters)) for form, chapters in data.items()}


def _chapter(data: dict[str, Any]) -> ChapterPlan:
    plan = ChapterPlan(
        chapter=Chapter(data["chapter"]),
        number=int(data["number"]),
        heading=data["heading"],
        sections=tuple(map(_section, data["sections"])),
    )
    facts = {n for s in plan.sections for names in s.paragraphs for n in names}
    if unknown := facts - HOLES.keys():
        raise ValueError(f"{plan.heading}: {', '.join(sorted(unknown))}")
    return plan


def _section(data: dict[str, Any]) -> SectionPlan:
    return SectionPlan(
        heading=data.get("heading", ""),
        level=int(data.get("level", 1)),
        words=re.compile(data.get("words", "")),
        of=frozenset(_CATEGORIES[name] for name in data.get("of", "").split()),
        paragraphs=tuple(tuple(names.split()) for names in data["paragraphs"]),
    )
