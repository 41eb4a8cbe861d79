"""What a rule is, and what it may answer (规则)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType
from typing import Final, TypeAlias

from quanheng.audit.dossier import Dossier
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.source import Source


class Severity(StrEnum):
    """The severity of a finding (严重程度)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _GRAVEST_FIRST.index(self)


_GRAVEST_FIRST: Final = tuple(Severity)


class Need(StrEnum):
    """The papers that a rule needs (所需材料)."""

    REPORT = "report"
    LAYOUT = "layout"
    APPROVED_TARGETS = "approved-targets"
    PREVIOUS_YEAR = "previous-year"
    PEERS = "peers"
    EVIDENCE = "evidence"
    REGISTER = "register"
    WORKFLOW = "workflow"


class Fixing(StrEnum):
    """Whether a rule suggests edits (修正)."""

    NONE = "none"
    SAFE = "safe"
    """Of form only, or to a value that other cells determine."""
    UNSAFE = "unsafe"
    """Need confirmation one by one."""


class Status(StrEnum):
    """The status of a rule (规则状态)."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Edit:
    """A suggested change of a text (修改建议).

    Attributes:
        at: The place.
        old: The present text; empty if missing.
        new: The correct text.
        safe: Whether it may be applied without confirmation.
    """

    at: Source
    old: str
    new: str
    safe: bool

    @classmethod
    def on(cls, field: Field, new: str, *, safe: bool) -> "Edit":
        """A new text for a field."""
        return cls(field.at, field.raw, new, safe)


@dataclass(frozen=True, slots=True)
class Hit:
    """One fault that a rule found (命中).

    Attributes:
        at: Its place.
        quote: The text there, as written.
        says: Values for the holes of the message: texts and integers; other values
            are turned into text, so that a hit can be stored.
        also: Further places of the same fault.
        severity: A lower severity than the rule's own, for a minor case.
        variant: Which of the rule's messages; empty for the first.
        edits: The changes that would correct it, if certain enough.
    """

    at: Source
    quote: str = ""
    says: Mapping[str, object] = field(default_factory=dict)
    also: tuple[Source, ...] = ()
    severity: Severity | None = None
    variant: str = ""
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        said = {
            name: value if isinstance(value, str | int | Words) else str(value)
            for name, value in self.says.items()
        }
        object.__setattr__(self, "says", said)

    @classmethod
    def on(
        cls,
        field: Field,
        says: Mapping[str, object] = MappingProxyType({}),
        *,
        also: tuple[Source, ...] = (),
        severity: Severity | None = None,
        variant: str = "",
        edits: tuple[Edit, ...] = (),
    ) -> "Hit":
        """A fault at a field, quoted as written."""
        return cls(field.at, field.raw, says, also, severity, variant, edits)

    @classmethod
    def across(
        cls,
        fields: Sequence[Field],
        says: Mapping[str, object] = MappingProxyType({}),
        *,
        severity: Severity | None = None,
        variant: str = "",
        edits: tuple[Edit, ...] = (),
    ) -> "Hit":
        """One fault at several fields, of which the first is quoted."""
        first, also = fields[0], tuple(field.at for field in fields[1:])
        return cls(first.at, first.raw, says, also, severity, variant, edits)


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The report has nothing to which the rule applies (不适用)."""

    why: Words


@dataclass(frozen=True, slots=True)
class Insufficient:
    """The rule applies but its data are missing or unreadable (数据不足)."""

    why: Words


def not_applicable(zh: str, en: str) -> NotApplicable:
    """That the report has nothing that the rule is about, and what is not there."""
    return NotApplicable(Words(zh, en))


def insufficient(zh: str, en: str) -> Insufficient:
    """That what the rule needs can't be read, and what that is."""
    return Insufficient(Words(zh, en))


NO_INDICATORS: Final = NotApplicable(Words("无指标表", "there is no indicator table"))
NO_LAYOUT: Final = NotApplicable(
    Words("无可核对的版面信息", "there is no layout to check")
)
NO_BUDGET: Final = NotApplicable(Words("无预算表", "there is no budget table"))
NO_BENEFIT_INDICATORS: Final = NotApplicable(
    Words("无效益指标", "there are no benefit indicators")
)
UNKNOWN_YEAR: Final = Insufficient(
    Words("未注明评价年度", "the evaluation year is not named")
)
UNREADABLE_WEIGHT: Final = Insufficient(
    Words("有权重无法读取", "a weight can't be read")
)
UNREADABLE_CATEGORY: Final = Insufficient(
    Words("存在无法识别的二级指标", "a level-two category can't be read")
)

Answer: TypeAlias = Hit | NotApplicable | Insufficient
Check: TypeAlias = Callable[[Dossier], Iterator[Answer]]


@dataclass(frozen=True)
class Rule:
    """A rule with its metadata (规则).

    Attributes:
        code: Permanent code: two letters of the family, three digits.
        name: What is wrong, in kebab case.
        title: The fault in one line.
        message: Template with named holes, filled from ``Hit.says``.
        severity: Its gravest severity.
        check: The generator that finds the fault.
        variants: Further messages by name, for ``Hit.variant``.
        basis: Sources as ``(document, article)``; ``practice`` for a practice.
        law: Names of the parameters it reads.
        needs: The papers it needs.
        registers: The registers whose entries it checks: its outcome is never clean
            while one is open or has unreadable rows or files.
        fixing: What kind of edits it suggests.
        since: The version that introduced it.
        status: Its status.
        judges_whole: Whether a hit needs the whole report: that something is missing,
            a number of things, a sum. Where part of the file could not be read, its
            outcome is insufficient data instead.
        needs_indicators: Whether it does not apply without an indicator table.
    """

    code: str
    name: str
    title: Words
    message: Words
    severity: Severity
    check: Check
    variants: Mapping[str, Words] = field(default_factory=dict)
    basis: tuple[tuple[str, str], ...] = ()
    law: tuple[str, ...] = ()
    needs: Need = Need.REPORT
    registers: tuple[str, ...] = ()
    fixing: Fixing = Fixing.NONE
    since: str = "0.1"
    status: Status = Status.STABLE
    judges_whole: bool = False
    needs_indicators: bool = False

    @property
    def family(self) -> str:
        """The two letters of its family."""
        return self.code[:2]

    def __reduce__(self) -> tuple[Callable[..., "Rule"], tuple[object, ...]]:
        """Pickle the name of the declaration, and the severity, which may be set."""
        declared = (self.check.__module__, self.check.__name__)
        return declared_rule, (*declared, self.severity)

    def say(self, hit: Hit, lang: str = "zh") -> str:
        """The message of a hit in one language."""
        template = self.variants[hit.variant] if hit.variant else self.message
        return template.text(lang).format_map(
            {
                name: value.text(lang) if isinstance(value, Words) else value
                for name, value in hit.says.items()
            }
        )


def declared_rule(module: str, name: str, severity: Severity) -> Rule:
    """The rule that a module declares under a name, with a severity (按名取规则)."""
    found: Rule = getattr(import_module(module), name)
    return found if found.severity is severity else replace(found, severity=severity)


def rule(  # noqa: PLR0913 - a declaration names everything once
    *,
    code: str,
    name: str,
    title: Words,
    message: Words,
    severity: Severity,
    basis: tuple[tuple[str, str], ...],
    variants: Mapping[str, Words] | None = None,
    law: tuple[str, ...] = (),
    needs: Need = Need.REPORT,
    registers: tuple[str, ...] = (),
    fixing: Fixing = Fixing.NONE,
    since: str = "0.1",
    status: Status = Status.STABLE,
    judges_whole: bool = False,
    needs_indicators: bool = False,
) -> Callable[[Check], Rule]:
    """Declare the generator below as a rule.

    The decorated name becomes a :class:`Rule`; the generator is its ``check``.
    """

    def declare(check: Check) -> Rule:
        return Rule(
            code=code,
            name=name,
            title=title,
            message=message,
            severity=severity,
            check=check,
            variants=variants or {},
            basis=basis,
            law=law,
            needs=needs,
            registers=registers,
            fixing=fixing,
            since=since,
            status=status,
            judges_whole=judges_whole,
            needs_indicators=needs_indicators,
        )

    return declare
