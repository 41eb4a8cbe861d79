"""A mixed-integer program, solved by HiGHS (混合整数规划)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from types import ModuleType
from typing import Any, Final

from quanheng.core.errors import missing_extra

MOST_NODES: Final = 2_000
"""A bound of work, not of time: the same input always gives the same answer."""
_EXACT: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Solved:
    """What a program came to (求解结果).

    Attributes:
        values: The value of each column.
        aim: What they bring.
        gap: By what share of the best possible aim it may be short; 0 if proven.
    """

    values: tuple[float, ...]
    aim: float
    gap: float


class Program:
    """Columns, rows and an aim that is made as large as possible (规划)."""

    def __init__(self) -> None:
        self._upper: list[float] = []
        self._aim: list[float] = []
        self._whole: list[bool] = []
        self._limits: list[tuple[float, float]] = []
        self._starts: list[int] = [0]
        self._index: list[int] = []
        self._factors: list[float] = []

    def column(self, upper: float, aim: float = 0.0, *, whole: bool = False) -> int:
        """Add an unknown from 0 to a bound; its number."""
        self._upper.append(upper)
        self._aim.append(aim)
        self._whole.append(whole)
        return len(self._upper) - 1

    def row(
        self,
        terms: Iterable[tuple[int, float]],
        *,
        least: float = -inf,
        most: float = inf,
    ) -> None:
        """Bound a sum of columns, each with its factor."""
        for column, factor in terms:
            self._index.append(column)
            self._factors.append(factor)
        self._starts.append(len(self._index))
        self._limits.append((least, most))

    def solve(
        self,
        *,
        relative: float = 0.0,
        absolute: float = 0.0,
        nodes: int = MOST_NODES,
        divided: bool = False,
    ) -> Solved:
        """The columns that make the aim as large as possible.

        Args:
            relative: Share of the aim by which it may be short.
            absolute: How much it may be short.
            nodes: Branches that are looked into at most.
            divided: Whether whole columns may be divided: a rough, quick answer.

        Raises:
            MissingExtraError: The solver is not installed.
        """
        highs = _highs()
        solver = _quiet(highs)
        for name, value in (
            ("threads", 1),
            ("mip_max_nodes", nodes),
            ("mip_rel_gap", relative),
            ("mip_abs_gap", absolute),
            ("mip_feasibility_tolerance", _EXACT),
        ):
            solver.setOptionValue(name, value)
        solver.passModel(self._model(highs, divided))
        solver.run()
        solution, info = solver.getSolution(), solver.getInfo()
        if not solution.value_valid:
            status = solver.modelStatusToString(solver.getModelStatus())
            raise RuntimeError(f"the program has no solution: {status}")
        aim = info.objective_function_value
        gap = 0.0 if divided or not aim else max(0.0, info.mip_gap)
        return Solved(tuple(solution.col_value), aim, gap)

    def _model(self, highs: ModuleType, divided: bool) -> Any:
        kinds = highs.HighsVarType
        model = highs.HighsLp()
        model.sense_ = highs.ObjSense.kMaximize
        model.num_col_, model.num_row_ = len(self._upper), len(self._limits)
        model.col_cost_, model.col_upper_ = self._aim, self._upper
        model.col_lower_ = [0.0] * len(self._upper)
        model.row_lower_ = [least for least, _ in self._limits]
        model.row_upper_ = [most for _, most in self._limits]
        if not divided:
            model.integrality_ = [
                kinds.kInteger if whole else kinds.kContinuous for whole in self._whole
            ]
        matrix = model.a_matrix_
        matrix.format_ = highs.MatrixFormat.kRowwise
        matrix.num_col_, matrix.num_row_ = model.num_col_, model.num_row_
        matrix.start_, matrix.index_ = self._starts, self._index
        matrix.value_ = self._factors
        return model


def _highs() -> ModuleType:
    try:
        import highspy  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_extra("highspy", "matching") from error
    return highspy


def _quiet(highs: ModuleType) -> Any:
    """A solver that prints nothing, not even its name when it is made."""

    class Quiet(highs.Highs):  # type: ignore[name-defined, misc]  # loaded late
        def enableCallbacks(self) -> None:  # noqa: N802 - the name is theirs
            self.silent()

    return Quiet()
