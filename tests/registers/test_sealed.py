"""Personal data shows nowhere unless it is asked for by name."""

import copy
import dataclasses
import json
import logging
import pickle

import pytest

from quanheng.registers.sealed import Sealed
from tests.registers.registers_from_csv import read_csv

NAME, PHONE, IDENTITY, HOME = (
    "赵无名",
    "13812345678",
    "110101199003074610",
    "河阳县甲村",
)
PETITION = (
    "信访编号,登记日期,信访人,联系方式,证件号码,住址,人数\n"
    f"X1,2022-6-1,{NAME},{PHONE},{IDENTITY},{HOME},1\n"
    f"X2,{NAME},{NAME},{PHONE},{IDENTITY},{HOME},{NAME}\n"
    f"X1,2022-6-1,{NAME},{PHONE},{IDENTITY},{HOME},1\n"
    f"X3,2022-6-1,{NAME},{PHONE},{IDENTITY},{HOME},1,{NAME}\n"
)


def shows_nothing(text: str) -> bool:
    return not any(secret in text for secret in (NAME, PHONE, IDENTITY, HOME))


def test_no_way_of_printing_a_register_shows_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    register = read_csv("petitions", PETITION)
    assert (len(register), len(register.refused)) == (1, 3)
    (person,) = register.column("petitioner")
    with caplog.at_level(logging.INFO):
        logging.getLogger("quanheng").info("%s %r", register, person)
    shown = [
        repr(register),
        str(person),
        f"{person:>9}",
        str(dataclasses.asdict(register)),
        json.dumps(dataclasses.asdict(register), default=str),
        caplog.text,
    ]
    assert all(map(shows_nothing, shown))
    assert person.opened() == NAME


def test_it_is_never_written_out() -> None:
    with pytest.raises(TypeError, match="never written out"):
        pickle.dumps(Sealed(NAME))
    with pytest.raises(TypeError):
        json.dumps(Sealed(NAME))
    with pytest.raises(TypeError):
        vars(Sealed(NAME))


def test_two_of_one_value_are_told_to_be_the_same() -> None:
    one = Sealed(NAME)
    assert one == Sealed(NAME) == copy.deepcopy(one) == copy.copy(one)
    assert len({one, Sealed(NAME), Sealed(PHONE)}) == 2
    assert one != NAME
