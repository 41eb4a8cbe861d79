"""The place in the name of a body."""

import pytest

from quanheng.language.patterns.places import Body, body_of, like_bodies

ZONES = ("开发", "城", "全")
OWN = Body("平川", "县", "图书馆")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("平川县图书馆", OWN),
        ("山西省忻州市平川县图书馆", OWN),
        ("岚县图书馆", Body("岚", "县", "图书馆")),
        ("景德镇市图书馆", Body("景德镇", "市", "图书馆")),
        ("平川县城市管理局", Body("平川", "县", "城市管理局")),
        ("开发区管理委员会", None),
        ("甲县图书馆", None),
        ("图书馆", None),
    ],
)
def test_innermost_place_is_found(name: str, body: Body | None) -> None:
    assert body_of(name, ZONES) == body


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("由林州县图书馆送书", ["林州"]),
        ("岚县图书馆", ["岚"]),
        ("平川县图书馆", []),
        ("全县图书馆", []),
        ("忻州市图书馆", []),
        ("林州县档案馆", []),
    ],
)
def test_like_bodies_are_of_the_same_kind_and_level(
    text: str, places: list[str]
) -> None:
    assert [body.place for body in like_bodies(text, OWN, ZONES)] == places
