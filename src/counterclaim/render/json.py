"""A dossier as JSON, its JSON Schema, and the way back.

All three walk the dataclasses of `counterclaim.records`, so that a field added there appears here. Names
differ from the records in two places only: an event's `participants` are written as `actors`, and pairs
that name things (`Run.settings`) are written as an object.
"""

import dataclasses
import inspect
import json
import re
import types
import typing
from collections.abc import Mapping
from typing import Any

from counterclaim.records import Dossier, Event, Run

SCHEMA = "counterclaim/dossier/1"
"""The value of the key `schema` in every dossier; a change of meaning changes the number."""

RENAMED: dict[tuple[type, str], str] = {(Event, "participants"): "actors"}
AS_OBJECT: frozenset[tuple[type, str]] = frozenset({(Run, "settings")})
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(dossier: Dossier) -> str:
    """Write a dossier as JSON: one record a line, keys in the order of the records, same in, same out.

    Offsets are characters of the article's `text`, end exclusive. Half a surrogate pair, which no
    encoding can hold, is written as its escape, so that the result can always be encoded as UTF-8.
    """
    lines = []
    for key, value in {"schema": SCHEMA, **plain(dossier)}.items():
        if isinstance(value, list) and value:
            rows = ",\n".join("  " + compact(row) for row in value)
            lines.append(f'"{key}": [\n{rows}\n]')
        else:
            lines.append(f'"{key}": {compact(value)}')
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    return LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def compact(value: Any) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)


def plain(value: Any) -> Any:
    """A record, or what a record holds, as JSON's own types."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kind = type(value)
        found = {}
        for field in dataclasses.fields(value):
            held = getattr(value, field.name)
            found[RENAMED.get((kind, field.name), field.name)] = (
                dict(held) if (kind, field.name) in AS_OBJECT else plain(held)
            )
        return found
    if isinstance(value, Mapping):
        return {key: plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def from_json(text: str) -> Dossier:
    """Read a dossier that `to_json` wrote.

    Keys that no record has are passed over. Raises ValueError for another `schema`, for a key that is
    missing, and for a value of another type.
    """
    found = json.loads(text)
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise ValueError(f"not a dossier: the key `schema` must be {SCHEMA!r}")
    dossier = record(found, Dossier, where="dossier")
    assert isinstance(dossier, Dossier)
    return dossier


def record(value: Any, kind: Any, *, where: str) -> Any:
    """`value`, of JSON's types, as the type `kind` from the records; `where` names it in an error."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return dataclass_of(value, kind, where=where)
    if origin is typing.Literal:
        if value not in arguments:
            raise ValueError(f"{where}: {value!r} is none of {', '.join(map(repr, arguments))}")
        return value
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        return record(value, next(one for one in arguments if one is not type(None)), where=where)
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{where}: a list is wanted")
        kinds = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else list(arguments)
        if len(kinds) != len(value):
            raise ValueError(f"{where}: {len(kinds)} values are wanted")
        return tuple(record(one, k, where=where) for one, k in zip(value, kinds, strict=True))
    if origin is Mapping:
        if not isinstance(value, dict):
            raise ValueError(f"{where}: an object is wanted")
        return {key: record(one, arguments[1], where=where) for key, one in value.items()}
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"{where}: {kind.__name__} is wanted")
    return value


def dataclass_of(value: Any, kind: type, *, where: str) -> Any:
    """A record of the class `kind` from a JSON object."""
    if not isinstance(value, dict):
        raise ValueError(f"{where}: an object is wanted")  # noqa: TRY004 - one error for any wrong file
    hints = typing.get_type_hints(kind)
    given = {}
    for field in dataclasses.fields(kind):
        name = RENAMED.get((kind, field.name), field.name)
        if name not in value:
            raise ValueError(f"{where}: the key {name!r} is missing")
        held = value[name]
        if (kind, field.name) in AS_OBJECT:
            held = [list(pair) for pair in held.items()]
        given[field.name] = record(held, hints[field.name], where=f"{where}.{name}")
    return kind(**given)


def schema() -> str:
    """The JSON Schema (draft 2020-12) of what `to_json` writes, from the records and their docstrings."""
    definitions: dict[str, Any] = {}
    root = object_of(Dossier, definitions)
    root["properties"] = {"schema": {"const": SCHEMA}, **root["properties"]}
    root["required"] = ["schema", *root["required"]]
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "Counterclaim dossier",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def object_of(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record, and of all that it holds into `definitions`. More keys may stand beside."""
    hints = typing.get_type_hints(kind)
    properties = {}
    for field in dataclasses.fields(kind):
        name = RENAMED.get((kind, field.name), field.name)
        if (kind, field.name) in AS_OBJECT:
            properties[name] = {"type": "object", "additionalProperties": {"type": "string"}}
        else:
            properties[name] = shape(hints[field.name], definitions)
    return {
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def shape(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = object_of(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [shape(one, definitions) for one in arguments]}
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return {"type": "array", "items": shape(arguments[0], definitions)}
        kinds = [shape(one, definitions) for one in arguments]
        return {"type": "array", "prefixItems": kinds, "minItems": len(kinds), "maxItems": len(kinds)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": shape(arguments[1], definitions)}
    simple = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
    return {"type": simple[kind]}
