"""A user's file of actors for one conflict: names, aliases, sides."""

import tomllib
from pathlib import Path
from typing import Any, get_args

from counterclaim.errors import PathNotFound, SettingsError
from counterclaim.records import ActorKind, KnownActor

KEYS = frozenset({"name", "kind", "aliases", "side"})


def read_conflict(path: Path) -> tuple[KnownActor, ...]:
    """The actors of a TOML file: `[[actor]]` tables with `name` and, if wanted, `kind`, `aliases`, `side`.

    Raises PathNotFound, or SettingsError that names the actor and what is wrong with it.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise PathNotFound(f"{path}: no such file") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be opened: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    unknown = sorted(set(table) - {"actor"})
    if unknown:
        raise SettingsError(f"{path}: unknown key {unknown[0]!r}; only [[actor]] tables are read")
    actors = table.get("actor")
    if not isinstance(actors, list) or not actors:
        raise SettingsError(f"{path}: holds no [[actor]] table")
    return tuple(_actor(path, number, actor) for number, actor in enumerate(actors, start=1))


def _actor(path: Path, number: int, actor: Any) -> KnownActor:
    where = f"{path}: actor {number}"
    if not isinstance(actor, dict):
        raise SettingsError(f"{where} is no table; write [[actor]]")
    unknown = sorted(set(actor) - KEYS)
    if unknown:
        raise SettingsError(f"{where} has an unknown key {unknown[0]!r}; known are {', '.join(sorted(KEYS))}")
    name, kind = actor.get("name"), actor.get("kind", "organisation")
    side, aliases = actor.get("side"), actor.get("aliases", [])
    if not isinstance(name, str) or not name.strip():
        raise SettingsError(f"{where} has no name")
    if kind not in get_args(ActorKind):
        raise SettingsError(
            f"{where} ({name}): kind must be one of {', '.join(get_args(ActorKind))}, not {kind!r}"
        )
    if not isinstance(aliases, list) or not all(
        isinstance(alias, str) and alias.strip() for alias in aliases
    ):
        raise SettingsError(f"{where} ({name}): aliases must be a list of names")
    if side is not None and (not isinstance(side, str) or not side.strip()):
        raise SettingsError(f"{where} ({name}): side must be a name")
    return KnownActor(
        name=name.strip(),
        kind=kind,
        aliases=tuple(alias.strip() for alias in aliases),
        side=side.strip() if side is not None else None,
    )
