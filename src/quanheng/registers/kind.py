"""What a register records: its fields and what is never recorded (台账种类)."""

from dataclasses import dataclass
from enum import StrEnum

from quanheng.core.bilingual import Words


class FieldType(StrEnum):
    """What a field holds, and the Python type of its values (字段类型)."""

    TEXT = "text"
    """str"""
    CHOICE = "choice"
    """str, one of the field's choices"""
    COUNT = "count"
    """int, not negative"""
    NUMBER = "number"
    """Decimal"""
    MONEY = "money"
    """Decimal in 元"""
    DATE = "date"
    """datetime.date"""
    TIME = "time"
    """datetime.datetime without zone: Beijing time"""
    YES_NO = "yes_no"
    """bool"""
    FILES = "files"
    """tuple of str: file names below the evidence folder"""
    SEALED = "sealed"
    """:class:`~quanheng.registers.sealed.Sealed`: personal, shown only on request"""


@dataclass(frozen=True, slots=True)
class RegisterField:
    """One column of a register (字段).

    Attributes:
        name: Name in code: ``held_on``.
        title: Column name as printed: 活动日期.
        type: What it holds.
        synonyms: Other Chinese column names that mean it.
        choices: What a choice may say; of a text, what it usually says. Its template
            has a pick list of them.
        aliases: Other ways to write a choice, each with the choice: 乡镇级 → 乡级.
        unit: Unit of a number: 人, 份, 元.
        signed: Whether a number may be below zero: money that came back.
        required: Whether an entry without it is refused.
        note: What to write there, for the template.
        body: Whether it names a body and never a person; what looks like a person's
            name is pointed out.
    """

    name: str
    title: Words
    type: FieldType
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    signed: bool = False
    required: bool = False
    note: str = ""
    body: bool = False


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """A kind of register (台账种类).

    Attributes:
        name: Name in code and of its file: ``activities``.
        title: 宣传活动台账.
        version: Version of its fields; a field is added, never changed.
        fields: Its fields in printed order.
        day: Name of the field that puts an entry into a period; empty where entries
            stand until they are struck out (channels, producers, values of answers).
        serves: Whom it serves and which indicators it feeds.
        never: What is never recorded in it.
        key: Names of the fields that together name an entry once; a second entry
            with the same ones is a duplicate. One whose first key field is blank is
            compared with none.
        synonyms: Other names of its sheet or file.
        confidential: Whether it tells of persons so closely that no message quotes
            any of its cells.
        order: Names of fields whose days follow one another; an entry that goes back
            is pointed out.
        products: Names of three fields: the first times the second is the third.
        at_most: Names of two fields: the first is not more than the second.
    """

    name: str
    title: Words
    version: int
    fields: tuple[RegisterField, ...]
    serves: Words
    never: Words
    day: str = ""
    key: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    confidential: bool = False
    order: tuple[str, ...] = ()
    products: tuple[tuple[str, str, str], ...] = ()
    at_most: tuple[tuple[str, str], ...] = ()

    def field(self, name: str) -> RegisterField:
        """The field of a name.

        Raises:
            KeyError: The kind has no such field.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)
