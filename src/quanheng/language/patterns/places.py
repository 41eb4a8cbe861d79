"""The place in the name of a body (机构名称中的地名)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_PLACE: Final = re.compile(
    r"([\u4e00-\u9fff]{2,5}?|[\u4e00-\u9fff](?=县))"
    r"(自治区|自治州|自治县|[省市县区旗镇乡])(?![省市县区旗])"
)
_SHORTEST_BODY: Final = 3
_LINKS: Final = re.compile(
    "[由在与和到对向从经据请给为被的是将把及同按往随等省市县区旗、，。：；“”（）《》\\s]"
)
_ANONYMOUS: Final = re.compile("^[某甲乙丙丁戊己庚辛壬癸]$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its place (某地机构).

    Attributes:
        place: The place without its level: 平川.
        level: Its level: 县.
        body: The rest of the name: 图书馆.
    """

    place: str
    level: str
    body: str

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.place}{self.level}{self.body}"


def body_of(name: str, zones: Collection[str]) -> Body | None:
    """A body's name with its innermost place; None if none is certain.

    Larger places before it are left out: 静乐县教育局 for 忻州市静乐县教育局. Zones are
    words before 市, 县 or 区 that are no place: 开发, 示范, 城.
    """
    found = None
    while match := _PLACE.match(name):
        place, level = match.groups()
        rest = name[match.end() :]
        if place in zones or len(rest) < _SHORTEST_BODY:
            break
        found, name = Body(place, level, rest), rest
    return None if found is None or _ANONYMOUS.match(found.place) else found


def like_bodies(text: str, own: Body, zones: Collection[str]) -> Iterator[Body]:
    """The bodies of the same kind and level but another place in a text.

    ``林州县图书馆`` in a report of ``平川县图书馆``.
    """
    if own.body not in text:
        return
    for match in _ends(own.level, own.body).finditer(text):
        place = _LINKS.split(match[1])[-1]
        if not place or place.endswith((own.place, *zones)) or len(place) > 3:
            continue
        yield Body(place, own.level, own.body)


@lru_cache(maxsize=256)
def _ends(level: str, body: str) -> re.Pattern[str]:
    return re.compile(rf"([^\n]{{1,4}}){level}{re.escape(body)}")
