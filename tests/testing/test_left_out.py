"""No document is read by words that only its publisher uses."""

from collections.abc import Iterator

import pytest

from quanheng.forms.labels import meaning
from quanheng.forms.lexemes import likeness
from quanheng.testing.corpus import truths
from quanheng.testing.left_out import LeftOut, left_out, without_words
from tests.conftest import CORPUS, SHARED

MOST_LOST = 0.05
SECOND = SHARED / "corpus_second"


@pytest.fixture(scope="module")
def found() -> list[LeftOut]:
    if not SECOND.is_dir():
        pytest.skip("the second corpus does not lie beside the project")
    return list(left_out(list(truths(SECOND)), list(truths(CORPUS))))


def test_without_its_words_a_document_is_read_as_well(
    found: list[LeftOut], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print(*lines(found), sep="\n")  # noqa: T201
    lost = {one.family: one.own[0] - one.own[1] for one in found}
    assert {name: loss for name, loss in lost.items() if loss > MOST_LOST} == {}


def test_without_the_words_of_one_the_others_are_read_as_well(
    found: list[LeftOut],
) -> None:
    assert max(one.others[0] - one.others[1] for one in found) <= MOST_LOST


def lines(found: list[LeftOut]) -> Iterator[str]:
    yield "\nfamily    labels   own  without  others  without"
    for one in found:
        figures = "  ".join(f"{figure:.3f}" for figure in (*one.own, *one.others))
        yield f"{one.family:10}{len(one.words):>5}  {figures}"


def test_what_is_left_out_is_known_to_nobody_and_comes_back() -> None:
    words = frozenset({"计算符号"})
    with without_words(words, words | {"年度指标值"}):
        assert meaning("indicator", "计算符号") is None
        assert meaning("indicator", "计算符号：") is None
        assert meaning("indicator", "年度指标值") == "target"
    assert meaning("indicator", "计算符号") == "sign"


def test_a_lexeme_goes_with_the_last_label_that_has_it() -> None:
    word = "年度指标得分情况"
    assert "score" in likeness("indicator", word)
    with without_words(frozenset({word}), frozenset({word, "年度得分"})):
        assert "score" in likeness("indicator", word)
    with without_words(frozenset({word}), frozenset({word})):
        assert "score" not in likeness("indicator", word)
