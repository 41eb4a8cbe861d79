"""Kinds of registers: their fields and what they never record (台账种类)."""

from dataclasses import dataclass
from enum import StrEnum

from quanheng.core.bilingual import Words


class FieldType(StrEnum):
    """The type of a field, with the Python type of its values (字段类型)."""

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
        type: Its type.
        synonyms: Other Chinese column names for it.
        choices: Allowed values of a choice, usual values of a text; the pick list in
            its template.
        aliases: Other spellings of a choice, each with the choice: 乡镇级 → 乡级.
        unit: Unit of a number: 人, 份, 元.
        signed: Whether a number may be below zero: refunds.
        required: Whether an entry without it is refused.
        note: How to fill it in, for the template.
        body: Whether it names a body and never a person; apparent names of persons get
            a note.
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
        day: Name of the field whose day must be in the period; empty where entries hold
            until they are deleted (channels, producers, values of answers).
        serves: Its users and the indicators computed from it.
        never: What is never recorded in it.
        key: Names of the fields that together identify an entry; a second entry with
            the same values is a duplicate, unless the first key field is blank.
        synonyms: Other names of its sheet or file.
        confidential: Whether messages must not quote any of its cells.
        order: Names of fields whose days follow one another; other entries get a note.
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
