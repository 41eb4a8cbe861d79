from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field, text_of
from quanheng.core.report import Chapter, Project
from quanheng.language.similarity import bare
from quanheng.language.topics import Topics
from quanheng.language.words import pairs, stretches

OVERLAP: Final = "self_evaluation.topic_overlap"
_LEAST_MENTIONS: Final = 3
_OWN_MENTIONS: Final = 3
_SHORTEST: Final = 20


@rule(
    code="CS203",
    name="narrative-of-another-topic",
    title=Words("分析或经验做法与项目不符", "Narrative speaks of another topic"),
    message=Words(
        "“{chapter}”涉及“{rival}”{count}处，涉及项目主题“{own}”{own_count}处，应围绕本项目撰写",
        "“{chapter}” has {count} words of “{rival}” and {own_count} of the project's "
        "own topic “{own}”; it should tell of this project",
    ),
    variants={
        "none": Words(
            "“{chapter}”涉及“{rival}”{count}处，未涉及项目主题“{own}”，应围绕本项目撰写",
            "“{chapter}” has {count} words of “{rival}” and none of the project's own "
            "topic “{own}”; it should tell of this project",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(OVERLAP, "words.topics", "words.campaigns", "words.generic"),
)
def narrative_of_another_topic(dossier: Dossier) -> Iterator[Answer]:
    """The analysis or the experience speaks of another topic (内容与项目不符).

    Why it matters:
        Text carried over from another report or another campaign says nothing about
        what this money achieved.

    What it leaves alone:
        Chapters of a few words; a successor topic that is mentioned no more often
        than the project's own; a chapter that names the project; topics that the form
        itself (name, overview, goals, indicators) names.

    Catalogue:
        A low share of common words alone accuses honest chapters on management, so
        another campaign must be mentioned more often than the project's own, or a
        topic found nowhere else must share hardly a word with the form.
    """
    chapters = [
        chapter
        for kind in (Chapter.ANALYSIS, Chapter.EXPERIENCE)
        if (chapter := _written(dossier.project, kind))
    ]
    if not chapters:
        yield not_applicable(
            "无绩效分析和经验做法章节", "there is neither analysis nor experience"
        )
        return
    rivals = [
        rival
        for chapter in chapters
        if (
            rival := _other_campaign(dossier, chapter)
            or _other_subject(dossier, chapter)
        )
    ]
    for topic in dict.fromkeys(rival.topic for rival in rivals):
        yield _hit([rival for rival in rivals if rival.topic == topic])


@dataclass(frozen=True, slots=True)
class _Written:
    """A chapter that is long enough to have a topic."""

    title: str
    paragraphs: tuple[Field, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Rival:
    """A topic that has taken the place of the project's own in a chapter."""

    chapter: str
    at: Field
    topic: str
    count: int
    own: str
    own_count: int


def _hit(rivals: list[_Rival]) -> Hit:
    first = rivals[0]
    own_count = sum(rival.own_count for rival in rivals)
    return Hit.on(
        first.at,
        {
            "chapter": listed(rival.chapter for rival in rivals),
            "rival": first.topic,
            "count": sum(rival.count for rival in rivals),
            "own": first.own,
            "own_count": own_count,
        },
        also=tuple(rival.at.at for rival in rivals[1:]),
        variant="" if own_count else "none",
    )


def _written(project: Project, kind: Chapter) -> _Written | None:
    paragraphs = tuple(project.paragraphs(kind))
    text = "\n".join(paragraph.raw for paragraph in paragraphs)
    name = bare(text_of(project.name)).removesuffix("项目")
    if len(bare(text)) < _SHORTEST or (name and name in bare(text)):
        return None
    title = next((s.title for s in project.chapter(kind) if s.title), "")
    return _Written(title, paragraphs, text)


def _other_campaign(dossier: Dossier, chapter: _Written) -> _Rival | None:
    """A campaign that the chapter mentions more often than the project's own."""
    topics, project = dossier.campaigns, dossier.project
    own = set(topics.mentions(text_of(project.name)))
    if not own:
        written = topics.mentions(_form_text(project))
        own = {topic for topic, n in written.most_common(1) if n >= _OWN_MENTIONS}
    return _outnumbering(topics, chapter, own, own)


def _other_subject(dossier: Dossier, chapter: _Written) -> _Rival | None:
    """A subject found nowhere else, in a chapter with few words of the form."""
    topics, project = dossier.subjects, dossier.project
    form = _form_text(project)
    own = set(topics.mentions(text_of(project.name)))
    rival = _outnumbering(topics, chapter, own, own | topics.mentions(form).keys())
    if rival is None:
        return None
    said = [
        pair
        for stretch in stretches(chapter.text, topics.generic)
        for pair in pairs(stretch)
    ]
    common = sum(pair in form for pair in said)
    is_foreign = common < dossier.law.number(OVERLAP) * len(said)
    return rival if is_foreign else None


def _outnumbering(
    topics: Topics, chapter: _Written, own: Collection[str], known: Collection[str]
) -> _Rival | None:
    mentions = topics.mentions(chapter.text)
    rivals = [(n, topic) for topic, n in mentions.items() if topic not in known]
    if not own or not rivals:
        return None
    (count, topic), own_count = max(rivals), sum(mentions[mine] for mine in own)
    if count < _LEAST_MENTIONS or count <= own_count:
        return None
    at = next(p for p in chapter.paragraphs if topics.mentions(p.raw)[topic])
    return _Rival(chapter.title, at, topic, count, "、".join(sorted(own)), own_count)


def _form_text(project: Project) -> str:
    """The text of the form outside its chapters on results."""
    texts = [paragraph.raw for paragraph in project.paragraphs(Chapter.BASICS)]
    goals = project.goals
    texts += [text_of(f) for f in (project.name, goals.period, goals.annual)]
    texts += [row.name.raw for row in project.indicators]
    return "\n".join(texts)
