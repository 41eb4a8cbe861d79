"""Errors that the user can act on (可由用户处理的错误)."""

from quanheng.core.bilingual import NO_WORDS, SEMICOLON, Words


class QuanhengError(Exception):
    """Base of the errors that are shown as one sentence, with a hint.

    A fault *in a report* is a finding, never an exception; any other exception
    is a defect of quanheng itself.

    Attributes:
        message: What is wrong.
        hint: What the user can do about it.
    """

    def __init__(self, message: Words, hint: Words = NO_WORDS) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.text()

    @property
    def words(self) -> Words:
        """The one sentence in both languages, hint included."""
        return Words(self.text("zh"), self.text("en"))

    def text(self, lang: str = "zh") -> str:
        """The one sentence in a language, hint included."""
        parts = self.message.text(lang), self.hint.text(lang)
        return SEMICOLON.text(lang).join(part for part in parts if part)


class UnreadableFileError(QuanhengError):
    """A file can't be opened: damaged, protected, too large or of no known type."""


class UnknownFormError(QuanhengError):
    """A document holds no form that can be recognised or composed."""


class ParameterNotInForceError(QuanhengError):
    """A parameter of the law has no value on the asked day in the asked region."""


class MissingExtraError(QuanhengError):
    """A part that is not installed is needed for this file or output."""


def missing_extra(package: str, extra: str) -> MissingExtraError:
    """The error for a package that an extra of quanheng installs: ``evidence``."""
    call = f"pip install 'quanheng[{extra}]'"
    return MissingExtraError(
        Words(f"缺少 {package}", f"{package} is not installed"),
        Words(f"请执行 {call}", f"run {call}"),
    )


class PluginError(QuanhengError):
    """A rule, reader or form was declared wrongly."""
