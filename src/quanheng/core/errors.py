"""What can go wrong that the user can act on (可由用户处理的错误)."""


class QuanhengError(Exception):
    """Base of the errors that are shown as one sentence, with a hint.

    A fault *in a report* is a finding, never an exception; any other exception
    is a defect of quanheng itself.
    """

    def __init__(
        self, message: str, hint: str = "", *, message_en: str = "", hint_en: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.message_en = message_en or message
        self.hint_en = hint_en or hint

    def text(self, lang: str = "zh") -> str:
        """The one sentence in a language, hint included."""
        parts = (
            (self.message_en, self.hint_en)
            if lang == "en"
            else (
                self.message,
                self.hint,
            )
        )
        return ("; " if lang == "en" else "；").join(part for part in parts if part)


class UnreadableFileError(QuanhengError):
    """A file can't be opened: damaged, protected, too large or of no known type."""


class UnknownFormError(QuanhengError):
    """A document holds no form that can be recognised or composed."""


class ParameterNotInForceError(QuanhengError):
    """A parameter of the law has no value on the asked day in the asked region."""


class MissingExtraError(QuanhengError):
    """A part that is not installed is needed for this file or output."""


def missing_extra(package: str, extra: str) -> MissingExtraError:
    """The error for a package that only an extra of quanheng brings along.

    Args:
        package: The package.
        extra: The extra: ``evidence``.
    """
    return MissingExtraError(
        f"缺少 {package}",
        f"请执行 pip install 'quanheng[{extra}]'",
        message_en=f"{package} is not installed",
        hint_en=f"run pip install 'quanheng[{extra}]'",
    )


class PluginError(QuanhengError):
    """A rule, reader or form was declared wrongly."""
