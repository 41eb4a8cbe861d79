"""The regions of reports (适用地区)."""

from difflib import get_close_matches

from quanheng.core.bilingual import Words, listed
from quanheng.core.errors import QuanhengError
from quanheng.law.book import NATIONWIDE, LawBook
from quanheng.law.schemes import ELSEWHERE


def named_region(name: str, book: LawBook) -> str:
    """A region by its name or the beginning of it: 山西省 for 山西.

    Raises:
        QuanhengError: No region begins with the name, or several do.
    """
    known = _known(book)
    if name in known:
        return name
    begun = [region for region in known if name and region.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    near = begun or get_close_matches(name, known, 3, 0.3)
    hint = Words("请写省级行政区全称，如 山西省", "name a province, such as 山西省")
    if near:
        names = listed(near)
        hint = Words(f"最接近的是{names.zh}", f"near: {names.en}")
    raise QuanhengError(
        Words(f"无名称为“{name}”的地区", f"there is no region “{name}”"), hint
    )


def _known(book: LawBook) -> tuple[str, ...]:
    own = {v.region for p in book.parameters.values() for v in p.values}
    return tuple(dict.fromkeys((NATIONWIDE, *book.provinces, *sorted(own), ELSEWHERE)))
