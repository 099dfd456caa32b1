"""JSON to XML and back, by type: a body is what it would be as JSON, and only its text differs. OpenAPI 3.2, 4.26."""

from __future__ import annotations

import enum
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Union, cast, get_args, get_origin

from pydantic import BaseModel as PydanticBaseModel
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ..types.basemodel import Unset
from ..utils.metadata import find_metadata
from .guards import is_dict, is_list, wire_name
from .lax import bare_type, with_metadata
from .prepared import complete_model
from .xmltext import NIL, Attribute, Element, parse_xml, print_xml

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z")
_BOOLEANS: Mapping[str, bool] = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True)
class Xml:
    """How a value stands in XML; in the `Annotated[…]` of a field what is not an element of its own name.

        id: Annotated[int, Xml(node="attribute")]
        photos: Annotated[List[str], Xml("photoUrls", node="element", items=Xml("photoUrl"))]

    Without a node it is an element, and a list is its items without one around them. `items` are those of a list or a map.
    """

    name: str | None = None
    node: Literal["element", "attribute", "text", "cdata", "none"] | None = None
    namespace: str | None = None
    prefix: str | None = None
    items: Xml | None = None

    def write(self, kind: Any, value: Any) -> bytes:
        """The document of a JSON value; `self` is its root."""
        top = Element("")
        _put(top, "root", self, kind, value)
        return print_xml(top.children[0])

    def read(self, kind: Any, content: bytes) -> bytes:
        """The JSON of a document; raises ValueError where it is none."""
        return json.dumps(_read(kind, parse_xml(content), self)).encode()


_PLAIN = Xml()


def _items_of(kind: Any) -> Any:
    """The type of the items of a list; None for any other type."""
    found = bare_type(kind)
    return (get_args(found) or (Any,))[0] if found is list or get_origin(found) is list else None


def _values_of(kind: Any) -> Any:
    found = bare_type(kind)
    return (get_args(found) or (str, Any))[1] if found is dict or get_origin(found) is dict else None


def _model_of(kind: Any) -> type[PydanticBaseModel] | None:
    found = bare_type(kind)
    if not isinstance(found, type) or get_origin(found) is not None or not issubclass(found, PydanticBaseModel):
        return None
    complete_model(found)
    return found


def _members_of(kind: Any) -> Sequence[Any]:
    """The members of a union; empty for any other type."""
    found = bare_type(kind)
    is_union = get_origin(found) is Union or type(found).__name__ == "UnionType"
    return [part for part in get_args(found) if part not in (type(None), Unset)] if is_union else []


def _fields(model: type[PydanticBaseModel]) -> Mapping[str, tuple[FieldInfo, Xml]]:
    found = {wire_name(name, field): field for name, field in model.model_fields.items()}
    return {wire: (field, find_metadata(field, Xml) or _PLAIN) for wire, field in found.items()}


def _put(parent: Element, wire: str, xml: Xml, kind: Any, value: Any) -> None:
    """Adds a value to the element around it."""
    name = xml.name or wire
    items = _items_of(kind)
    if items is None and is_list(value):
        items = Any
    if items is not None and xml.node != "element":
        inner = xml.items or _PLAIN
        for item in value if is_list(value) else ():
            _put(parent, inner.name or name, inner, items, item)
    elif xml.node == "attribute":
        if value is not None:
            parent.attributes.append(Attribute(name, _text(value), xml.prefix, xml.namespace))
    elif xml.node in ("text", "cdata"):
        parent.text += "" if value is None else _text(value)
        parent.cdata = parent.cdata or xml.node == "cdata"
    elif xml.node == "none":
        _fill(parent, wire, xml, kind, value)
    else:
        element = Element(name, xml.prefix, xml.namespace, [NIL] if value is None else [])
        parent.children.append(element)
        _fill(element, name, xml, kind, value)


def _fill(element: Element, name: str, xml: Xml, kind: Any, value: Any) -> None:
    """Writes what is inside of an element."""
    if is_list(value):
        _put(element, name, Xml(name, "none", items=xml.items), kind, value)
        return
    if not is_dict(value):
        element.text += "" if value is None else _text(value)
        return
    if members := _members_of(kind):
        kind = _fitting(members, lambda _: value)[0]
    model = _model_of(kind)
    fields: Mapping[str, tuple[FieldInfo, Xml]] = {} if model is None else _fields(model)
    for wire, (field, own) in fields.items():
        if wire in value:
            _put(element, wire, own, with_metadata(field), value[wire])
    for key, item in value.items():
        if key not in fields:
            _put(element, key, _nameless(xml.items), _rest_of(kind), item)


def _nameless(xml: Xml | None) -> Xml:
    return _PLAIN if xml is None else Xml(None, xml.node, xml.namespace, xml.prefix, xml.items)


def _rest_of(kind: Any) -> Any:
    values = _values_of(kind)
    if values is not None:
        return values
    model = _model_of(kind)
    extra: Any = None if model is None else model.__annotations__.get("__pydantic_extra__")
    return Any if extra is None or isinstance(extra, str) else _values_of(extra) or Any


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value)


def _read(kind: Any, element: Element, xml: Xml) -> Any:
    """The JSON of what is inside of an element."""
    if any(one.name == "nil" and one.prefix and one.value in ("true", "1") for one in element.attributes):
        return None
    model, items, values = _model_of(kind), _items_of(kind), _values_of(kind)
    if model is not None:
        return _read_model(model, element)
    if values is not None:
        return _read_rest(values, element, _nameless(xml.items), element.children)
    if items is not None:
        return [_read(items, child, xml.items or _PLAIN) for child in element.children]
    if members := _members_of(kind):
        return _member(members, element.text, lambda member: _read(member, element, xml))
    if not element.children and (bare_type(kind) is not Any or not element.attributes):
        return _scalar(kind, element.text)
    return _read_rest(Any, element, _PLAIN, element.children)


def _read_model(model: type[PydanticBaseModel], element: Element) -> dict[str, Any]:
    output: dict[str, Any] = {}
    claimed: set[str] = set()
    for wire, (field, xml) in _fields(model).items():
        kind = with_metadata(field)
        name = xml.name or wire
        items = _items_of(kind)
        if items is not None and xml.node != "element":
            inner = xml.items or _PLAIN
            claimed.add(name := inner.name or name)
            found = [_read(items, child, inner) for child in element.children if child.name == name]
            if found or field.is_required():  # no element at all is an empty list, where there must be one
                output[wire] = found
        elif xml.node == "attribute":
            given = next((one.value for one in element.attributes if one.name == name), None)
            if given is not None:
                output[wire] = _scalar(kind, given)
        elif xml.node in ("text", "cdata"):
            text = "" if element.children and not element.text.strip() else element.text  # between elements blanks are layout
            if text or field.is_required():
                output[wire] = _scalar(kind, text)
        elif xml.node == "none":
            value = _read(kind, element, xml)
            if value or field.is_required():
                output[wire] = value
        else:
            claimed.add(name)
            first = next((child for child in element.children if child.name == name), None)
            if first is not None:
                output[wire] = _read(kind, first, xml)
    if model.model_config.get("extra") != "allow":
        return output
    others = [child for child in element.children if child.name not in claimed]
    return {**_read_rest(_rest_of(model), Element(element.name), _PLAIN, others), **output}


def _read_rest(kind: Any, element: Element, xml: Xml, children: Sequence[Element]) -> dict[str, Any]:
    """Elements by their names; one that stands there again makes a list, where a list may be."""
    items = _items_of(kind)
    is_bare = items is not None and xml.node != "element"
    free = bare_type(kind) is Any
    output: dict[str, Any] = {one.name: one.value for one in element.attributes} if free else {}
    for child in children:
        value = _read(items, child, xml.items or _PLAIN) if is_bare else _read(kind, child, xml)
        if is_bare or (free and child.name in output):
            before = output.get(child.name, [])
            output[child.name] = [*(before if is_list(before) else [before]), value]
        else:
            output[child.name] = value
    return output


def _scalar(kind: Any, text: str) -> Any:
    """Text as the JSON that the type asks for; what does not look like it stays text."""
    found = bare_type(kind)
    trimmed = text.strip()
    if members := _members_of(kind):
        return _member(members, text, lambda member: _scalar(member, text))
    choices = get_args(found) if get_origin(found) is Literal else ()
    if isinstance(found, type) and issubclass(found, enum.Enum):
        choices = tuple(member.value for member in found)
    chosen = next((choice for choice in choices if _text(choice) == trimmed), None)
    if chosen is not None:
        return chosen
    if not trimmed and _is_nullable(kind) and _mistakes(kind, text):
        return None  # an element without text holds no number, no date …
    base = cast("Any", type(choices[0]) if choices else found)
    if base is bool:
        return _BOOLEANS.get(trimmed, text)
    if base in (int, float):
        return _number(trimmed, text)
    return text if base in (str, Any, bytes) or choices else trimmed


def _number(trimmed: str, text: str) -> Any:
    if not _NUMBER.match(trimmed):
        return text
    return int(trimmed) if trimmed.lstrip("+-").isdigit() else float(trimmed)


def _is_nullable(kind: Any) -> bool:
    while hasattr(kind, "__metadata__"):
        kind = kind.__origin__
    return type(None) in get_args(kind)


def _member(members: Sequence[Any], text: str, value_of: Callable[[Any], Any]) -> Any:
    """Every text is a string, so that comes last; and a number that would be written in another way is none."""

    def exact(member: Any) -> Any:
        value = value_of(member)
        return text if isinstance(value, (int, float)) and not isinstance(value, bool) and _text(value) != text else value

    return _fitting(sorted(members, key=lambda member: bare_type(member) is str), exact)[1]


def _fitting(members: Sequence[Any], value_of: Callable[[Any], Any]) -> tuple[Any, Any]:
    """The member that a value fits best, and the value as that member has it: fewest mistakes win, then most properties."""
    best: tuple[tuple[int, int], Any, Any] | None = None
    for member in members:
        value = value_of(member)
        model = _model_of(member)
        size = len(_fields(model).keys() & value.keys()) if model is not None and is_dict(value) else 0
        rank = (_mistakes(member, value), -size)
        if best is None or rank < best[0]:
            best = (rank, member, value)
    return (Any, value_of(Any)) if best is None else best[1:]


def _mistakes(kind: Any, value: Any) -> int:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    try:
        adapter.validate_json(json.dumps(value))
    except ValidationError as error:
        return error.error_count()
    return 0
