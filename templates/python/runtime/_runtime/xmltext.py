"""The text of XML documents: a reader on the parser of the standard library, and a writer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

DEEPEST = 200
"""Elements inside of each other: a hostile response must not exhaust the stack."""

_NAME = re.compile(r"[^\W\d][\w.\-\u00b7]*\Z")
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


class Attribute(NamedTuple):
    """An attribute of an element."""

    name: str
    value: str
    prefix: str | None = None
    namespace: str | None = None


NIL = Attribute("nil", "true", "xsi", "http://www.w3.org/2001/XMLSchema-instance")
"""Of an element that stands for null. XML Schema, 2.6.2."""


@dataclass(eq=False)
class Element:
    """One element; `name` is without a prefix, `text` what stands directly inside; with `cdata` it goes out as a section."""

    name: str
    prefix: str | None = None
    namespace: str | None = None
    attributes: list[Attribute] = field(default_factory=list["Attribute"])
    children: list[Element] = field(default_factory=list["Element"])
    text: str = ""
    cdata: bool = False


def parse_xml(content: bytes) -> Element:
    """Reads a document; raises ValueError where it is none.

    Comments and processing instructions are passed over; a document type is refused, since nothing may be declared or fetched. Prefixes are
    read and not resolved.
    """
    top = Element("")
    path = [top]
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        prefix, name = _split(tag)
        element = Element(name, prefix)
        for key, value in attributes.items():
            space, own = _split(key)
            if space != "xmlns" and key != "xmlns":
                element.attributes.append(Attribute(own, value, space))
        path[-1].children.append(element)
        path.append(element)
        if len(path) > DEEPEST + 1:
            raise ValueError(f"More than {DEEPEST} elements inside of each other in the XML")

    def end(_: str) -> None:
        path.pop()

    def text(data: str) -> None:
        path[-1].text += data

    def refuse(*_: object) -> None:
        raise ValueError("A document type, which is refused, in the XML")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(f"The body is no XML: {error}") from error
    return top.children[0]


def print_xml(root: Element) -> bytes:
    """Writes a document; prefixes are declared at the root, but for one that stands for a second namespace."""
    declared: dict[str, str] = {}
    _gather(root, declared)
    return f'<?xml version="1.0" encoding="UTF-8"?>{_element(root, declared, declared)}'.encode()


def _split(tag: str) -> tuple[str | None, str]:
    prefix, _, name = tag.rpartition(":")
    return prefix or None, name


def _gather(element: Element, declared: dict[str, str]) -> None:
    parts: list[Element | Attribute] = [element, *element.attributes]
    for part in parts:
        if part.prefix is not None and part.namespace is not None:
            declared.setdefault(part.prefix, part.namespace)
    for child in element.children:
        _gather(child, declared)


def _element(element: Element, declared: dict[str, str], own: dict[str, str]) -> str:
    spaces = dict(own)
    parts: list[Element | Attribute] = [element, *(one for one in element.attributes if one.prefix is not None)]
    for part in parts:
        prefix = part.prefix or ""
        if part.namespace is not None and declared.get(prefix) != part.namespace:
            spaces[prefix] = part.namespace
    tag = _qualified(element)
    words = [
        tag,
        *(f'xmlns{f":{prefix}" if prefix else ""}="{_escaped(space)}"' for prefix, space in spaces.items()),
        *(f'{_qualified(one)}="{_escaped(one.value)}"' for one in element.attributes),
    ]
    text = _cdata(element.text) if element.cdata else _escaped(element.text, "&<>\r")
    content = text + "".join(_element(child, {**declared, **spaces}, {}) for child in element.children)
    start = " ".join(words)
    return f"<{start}>{content}</{tag}>" if content else f"<{start}/>"


def _qualified(part: Element | Attribute) -> str:
    if not _NAME.match(part.name):
        raise ValueError(f"{part.name!r} is no name that XML can have.")
    return part.name if part.prefix is None else f"{part.prefix}:{part.name}"


def _escaped(text: str, special: str = '&<>"\r\n\t') -> str:
    return "".join(_ENTITIES[sign] if sign in special else sign for sign in _writable(text))


def _cdata(text: str) -> str:
    """A section cannot hold its own end, so it is cut in two there."""
    return f"<![CDATA[{_writable(text).replace(']]>', ']]]]><![CDATA[>')}]]>" if text else ""


def _writable(text: str) -> str:
    if _FORBIDDEN.search(text):
        raise ValueError("A text holds a character that XML cannot have.")
    return text
