"""Servers and keys that `zm login` remembers: a file that only its owner may read."""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from registrar.client.texts import gettext as _

from .exits import DENIED, Stop

DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Profile:
    url: str
    key: str


@dataclass(frozen=True, slots=True)
class Profiles:
    """All of the file; `current` is used where no other is named."""

    known: Mapping[str, Profile]
    current: str = DEFAULT


def path(environment: Mapping[str, str] = os.environ) -> Path:
    base = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "zhengming" / "profiles.json"


def load(place: Path) -> Profiles:
    """What is remembered; nothing where there is no file. Stop where it can't be understood."""
    try:
        content = json.loads(place.read_text(encoding="utf-8"))
        known = {name: Profile(row["url"], row["key"]) for name, row in content["profiles"].items()}
        return Profiles(known, str(content["current"]))
    except FileNotFoundError:
        return Profiles({})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        problem = _("%(path)s can't be read; sign in again with `zm login` after removing it.")
        raise Stop(problem % {"path": place}, DENIED) from error


def save(place: Path, profiles: Profiles) -> None:
    """Written beside and moved into place, readable for its owner only from the first byte."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    content = {
        "current": profiles.current,
        "profiles": {name: asdict(profile) for name, profile in profiles.known.items()},
    }
    handle, partial = tempfile.mkstemp(dir=place.parent)  # mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=2)
        file.write("\n")
    Path(partial).replace(place)


def choose(name: str | None, environment: Mapping[str, str] = os.environ) -> Profile:
    """ZM_URL and ZM_KEY win, each by itself; then the named profile, or the current one."""
    url, key = environment.get("ZM_URL", ""), environment.get("ZM_KEY", "")
    if url and key and not name:
        return Profile(url, key)
    profiles = load(path(environment))
    wanted = name or environment.get("ZM_PROFILE") or profiles.current
    profile = profiles.known.get(wanted)
    if profile is None and wanted != DEFAULT:
        raise Stop(
            _("There is no profile %(name)s; `zm profiles` lists them.") % {"name": wanted}, DENIED
        )
    if profile is None:
        raise Stop(_("Not signed in: use `zm login`, or set ZM_URL and ZM_KEY."), DENIED)
    return Profile(url or profile.url, key or profile.key)
