"""The house checks its law."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

import quanheng
from quanheng.audit.engine import all_rules
from quanheng.core.bilingual import Words
from quanheng.law.book import DatedValue, Entry, LawBook, Parameter, Value, WordList
from quanheng.law.load import load_book

BOOK = load_book()
CODE = re.compile(r"[a-z][a-z_0-9-]*")


@pytest.mark.parametrize("parameter", BOOK.parameters.values(), ids=lambda p: p.name)
def test_every_dated_value_cites_a_registered_text(parameter: Parameter) -> None:
    assert parameter.values
    assert parameter.title.zh
    assert parameter.title.en
    for value in parameter.values:
        assert value.cite.document in BOOK.texts
        if value.cite.is_practice:
            assert value.cite.article in BOOK.texts["practice"].practices


@pytest.mark.parametrize("parameter", BOOK.parameters.values(), ids=lambda p: p.name)
def test_every_parameter_has_a_nationwide_value_today(parameter: Parameter) -> None:
    law = BOOK.law(date(2026, 1, 1), "某个没有自己参数的地区")
    assert law.versions(parameter.name)[0].region == "全国"


def test_every_practice_is_cited_and_named_in_english_too() -> None:
    values = [v for parameter in BOOK.parameters.values() for v in parameter.values]
    cites = [v.cite for v in values] + [w.cite for w in BOOK.lexicon.values()]
    cited = {cite.article for cite in cites if cite.is_practice}
    cited |= {article for rule in all_rules() for _, article in rule.basis}
    practices = BOOK.texts["practice"].practices
    assert set(practices) <= cited
    assert all(practices.values())


def test_practice_is_never_verified_law() -> None:
    practice = BOOK.texts["practice"]
    assert not any(BOOK.cite("practice", name).verified for name in practice.practices)


def codes_of(value: Value, *, keys: bool) -> Iterator[str]:
    """Codes in a value, and its keys where they are no words of reports."""
    if isinstance(value, str):
        if CODE.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        yield from (key for key in value if keys or CODE.fullmatch(key))
        for part in value.values():
            yield from codes_of(part, keys=keys)
    elif isinstance(value, Sequence):
        for part in value:
            yield from codes_of(part, keys=keys)


def unsaid(entry: Entry, book: LawBook) -> set[str]:
    """Keys, codes, units and regions that are not said in both languages."""
    if isinstance(entry, WordList):
        codes = set(codes_of(entry.value, keys=False))
    else:
        codes = {entry.unit} - {""}
        for value in entry.values:
            codes |= {value.region, *codes_of(value.value, keys=True)}
    scopes = [book.words.get(name, {}) for name in (entry.name, "everywhere")]
    return {code for code in codes if not any(code in scope for scope in scopes)}


@pytest.mark.parametrize("entry", BOOK.entries.values(), ids=lambda e: e.name)
def test_every_code_is_said_in_both_languages(entry: Entry) -> None:
    assert not unsaid(entry, BOOK)


@pytest.mark.parametrize("words", BOOK.lexicon.values(), ids=lambda w: w.name)
def test_every_word_list_is_titled_and_names_a_practice(words: WordList) -> None:
    assert all((words.title.zh, words.title.en, words.subject.zh, words.subject.en))
    assert words.cite.article in BOOK.texts["practice"].practices


def test_every_entry_is_read_and_every_name_that_is_read_exists() -> None:
    topics = "|".join({name.split(".")[0] for name in BOOK.entries})
    named = re.compile(rf'"((?:{topics})\.(?!yaml")[a-z_0-9]+)"')
    files = Path(quanheng.__file__).parent.rglob("*.py")
    read = {name for file in files for name in named.findall(file.read_text("utf-8"))}
    assert set(BOOK.entries) <= read
    # Paths of fields of the report begin with "budget." too.
    assert {n for n in read if not n.startswith("budget.")} <= set(BOOK.entries)


def test_words_of_codes_are_in_their_language() -> None:
    for words in BOOK.words.values():
        for said in words.values():
            assert said.zh
            assert not re.search("[一-鿿]", said.en)
    assert set(BOOK.words) <= {"everywhere", *BOOK.entries}


def test_a_code_without_words_is_noticed() -> None:
    cite = BOOK.cite("practice", "本软件约定")
    value = DatedValue({"linear": "mystery"}, date(2020, 1, 1), "全国", cite)
    assert unsaid(Parameter("a.b", Words("甲", "a"), "", (value,)), BOOK) == {"mystery"}
