"""Find the settings, waivers and baseline for a file, by its folder (查找设置)."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from quanheng.audit.after.waivers import Waiver
from quanheng.cli.session import read_input
from quanheng.tasks.checking.baseline import read_baseline
from quanheng.tasks.settings.applied_settings import (
    AppliedSettings,
    apply_settings,
    known_rules,
)
from quanheng.tasks.settings.read_settings import read_settings
from quanheng.tasks.settings.read_waivers import read_waivers
from quanheng.tasks.settings.settings import Settings, Settled
from quanheng.tasks.workplace import Workplace

SETTINGS_FILE: Final = "quanheng.toml"
WAIVER_FILE: Final = "quanheng.waivers.toml"


@dataclass(frozen=True)
class SettingsLookup:
    """Finds what applies to the files of one call, reading each file once.

    Attributes:
        given: The settings given as options.
        workplace: Law book and day; the settings override its region and scheme.
        settings_file: The settings file, None to search for one upward.
        looks: Whether to search upward for files.
        since: A baseline whose findings are not shown, empty for none.
    """

    given: Settings
    workplace: Workplace
    settings_file: Path | None = None
    looks: bool = True
    since: str = ""
    _found: dict[Path, AppliedSettings] = field(default_factory=dict, repr=False)

    def applied(self, path: str) -> AppliedSettings:
        """The settings, waivers and baseline for a file, by its folder.

        Raises:
            QuanhengError: Settings, waivers or baseline can't be read or are wrong.
        """
        folder = _folder(path)
        if folder not in self._found:
            self._found[folder] = self._applied(folder)
        return self._found[folder]

    def without_waivers(self, path: str) -> AppliedSettings:
        """The settings for a file whose findings are not shown.

        Raises:
            QuanhengError: The settings can't be read or are wrong.
        """
        return apply_settings(self._asked(_folder(path)), self.workplace)

    def settings(self, path: str) -> Settled:
        """The settings for a file.

        Raises:
            QuanhengError: The settings can't be read or are wrong.
        """
        return self._asked(_folder(path)).settled(self.workplace)

    def _asked(self, folder: Path) -> Settings:
        file = self.settings_file or self._upward(folder, SETTINGS_FILE)
        return self.given.over(_settings(file)) if file else self.given

    def _applied(self, folder: Path) -> AppliedSettings:
        asked = self._asked(folder)
        waiver_file = asked.waivers or self._upward(folder, WAIVER_FILE)
        known = [_known(name) for name in (asked.baseline, self.since) if name]
        return apply_settings(
            asked,
            self.workplace,
            waivers=_waivers(str(waiver_file)) if waiver_file else (),
            known=frozenset().union(*known),
            only_new=bool(self.since),
            waiver_file=str(waiver_file or ""),
        )

    def _upward(self, folder: Path, name: str) -> Path | None:
        if not self.looks:
            return None
        places = (place / name for place in (folder, *folder.parents))
        return next((_short(place) for place in places if place.is_file()), None)


def _folder(path: str) -> Path:
    return Path.cwd() if path == "-" else Path(path).absolute().parent


def _short(path: Path) -> Path:
    """A path relative to the current folder if it is in it, for messages."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _settings(file: Path) -> Settings:
    """The settings of a file; the paths in it are relative to its folder."""
    read = read_settings(*read_input(str(file)))
    return replace(
        read,
        waivers=str(file.parent / read.waivers) if read.waivers else None,
        baseline=str(file.parent / read.baseline) if read.baseline else None,
    )


def _known(name: str) -> frozenset[str]:
    return read_baseline(*read_input(name))


def _waivers(name: str) -> tuple[Waiver, ...]:
    return read_waivers(*read_input(name), known_rules())
