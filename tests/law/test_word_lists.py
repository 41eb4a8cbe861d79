import re
from importlib.resources import files

import pytest

from quanheng.language.patterns.typos import find_typos, typos_from
from quanheng.law.load import load_book

LAW = load_book().law()
WORD_LISTS = load_book().lexicon


@pytest.mark.parametrize("name", ["self_evaluation.goal_similarity", "words.topics"])
def test_a_value_that_is_no_list_of_records_is_refused(name: str) -> None:
    with pytest.raises(TypeError, match=re.escape(name)):
        LAW.records(name)


def test_a_mapping_without_lists_holds_no_word_groups() -> None:
    with pytest.raises(TypeError, match="grade_bounds"):
        LAW.word_groups("self_evaluation.grade_bounds")


@pytest.mark.parametrize("name", WORD_LISTS)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    value = LAW.value(name)
    words = value if isinstance(value, tuple) else ()
    plain = [word for word in words if isinstance(word, str)]
    assert len(plain) == len(set(plain))


def test_topics_do_not_claim_one_word_twice() -> None:
    for name in ("words.topics", "words.campaigns"):
        words = [w for group in LAW.word_groups(name).values() for w in group]
        assert sorted(w for w in set(words) if words.count(w) > 1) == []


def test_generic_words_are_no_topic_of_one_word_only() -> None:
    generic = set(LAW.words("words.generic"))
    assert all(set(g) - generic for g in LAW.word_groups("words.topics").values())


def test_right_spellings_are_no_typos() -> None:
    typos = tuple(typos_from(LAW.records("words.typos")))
    assert [t.right for t in typos if find_typos(t.right, typos)] == []
    assert [t.wrong for t in typos if t.wrong in t.right] == []


def test_every_list_is_in_one_file_only() -> None:
    lexicon = files("quanheng.language") / "lexicon"
    text = "".join(path.read_text("utf-8") for path in lexicon.iterdir())
    names = re.findall(r"^  ([a-z_]+):$", text, re.MULTILINE)
    assert sorted(f"words.{name}" for name in names) == sorted(WORD_LISTS)
