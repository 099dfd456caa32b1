"""XML of any kind: what cases of `specs/wire` say of bodies, here for single values and for hostile text."""

# Types are written as generated models write them.
# ruff: noqa: UP006, UP007, UP035, UP045
from __future__ import annotations

import json
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, Dict, List, Literal, Optional, Union

import pytest
from wire_sdk._runtime.xml import Xml
from wire_sdk._runtime.xmltext import Attribute, Element, parse_xml, print_xml
from wire_sdk.types import BaseModel


def outline(element: Element) -> list[Any]:
    """What a document holds, in short."""
    attributes = [f"{one.name}={one.value}" for one in element.attributes]
    return [element.name, *attributes, element.text, *(outline(child) for child in element.children)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a/>", ["a", ""]),
        ("\ufeff<?xml version='1.0'?>\n<a ></a >\n", ["a", ""]),
        ("<a>1<b>2</b>3</a>", ["a", "13", ["b", "2"]]),
        ("<a b='1' x:c=\"'2'\" xmlns='u' xmlns:x='v'/>", ["a", "b=1", "c='2'", ""]),
        ("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;</a>", ["a", "<>&\"'AB😀"]),
        ("<a><![CDATA[<b>&amp;]]]]></a>", ["a", "<b>&amp;]]"]),
        ("<!-- <x> --><a><?go <b> ?><!-- x --></a><!-- - -->", ["a", ""]),
        ("<a>1\r\n2\r3</a>", ["a", "1\n2\n3"]),
        ("<a b='1\n2&#10;3'/>", ["a", "b=1 2\n3", ""]),
        ("<x:é xmlns:x='u'><x:日本/></x:é>", ["é", "", ["日本", ""]]),
    ],
)
def test_reads(text, expected):
    assert outline(parse_xml(text.encode())) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no XML",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>b",
        "<a b=1/>",
        "<a b='1' b='2'/>",
        "<a b='<'/>",
        "<a>&b;</a>",
        "<a>&</a>",
        "<a>&#0;</a>",
        "<a><!-- </a>",
        "<a><![CDATA[</a>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<a>" * 201 + "</a>" * 201,
    ],
)
def test_refuses(text):
    with pytest.raises(ValueError, match="XML"):
        parse_xml(text.encode())


def test_other_encodings_say_so():
    assert parse_xml("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode("latin-1")).text == "é"
    assert parse_xml("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".encode("utf-16")).text == "é"


def test_what_is_written_is_read_again():
    inner = Element("c", "p", "v", text="]]>\n<&", cdata=True)
    written = print_xml(Element("a", "p", "u", [Attribute("b", "\"<&>'\t\n\r")], [inner], " <&>]]>\r "))
    assert b'<p:a xmlns:p="u"' in written
    assert b'<p:c xmlns:p="v">' in written
    read = parse_xml(written)
    assert (read.attributes[0].value, read.text, read.children[0].text) == ("\"<&>'\t\n\r", " <&>]]>\r ", "]]>\n<&")


@pytest.mark.parametrize("name", ["1a", "a b", "", "a:b", "<a>", "-a"])
def test_what_is_no_name(name):
    with pytest.raises(ValueError, match="no name"):
        print_xml(Element(name))


@pytest.mark.parametrize("text", ["\x00", "\x08", "\ufffe", "\ud800"])
def test_what_cannot_be_written(text):
    with pytest.raises(ValueError, match="cannot have"):
        print_xml(Element("a", text=text))


class Node(BaseModel):
    name: Annotated[str, Xml(node="attribute")]
    nodes: Annotated[List[Node], Xml(items=Xml("node"))]


class A(BaseModel):
    a: int


class B(BaseModel):
    b: List[bool]


class Size(int, Enum):
    SMALL = 1
    LARGE = 2


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Any, "<r/>", ""),
        (Any, "<r b='1'><a>2</a><a>3</a><c><d/></c></r>", {"b": "1", "a": ["2", "3"], "c": {"d": ""}}),
        (int, "<r> 5 </r>", 5),
        (int, "<r>five</r>", "five"),
        (Optional[int], "<r/>", None),
        (Optional[datetime], "<r> </r>", None),
        (datetime, "<r/>", ""),
        (Optional[str], "<r/>", ""),
        (Optional[str], "<r i:nil='1'/>", None),
        (Dict[str, float], "<r><a>1e3</a><b>-.5</b></r>", {"a": 1000, "b": -0.5}),
        (Dict[str, List[str]], "<r><a>1</a><b>2</b><a>3</a></r>", {"a": ["1", "3"], "b": ["2"]}),
        (Size, "<r>2</r>", 2),
        (Literal["1", "2"], "<r>2</r>", "2"),
        (Literal[True], "<r>true</r>", True),
        (Union[str, int], "<r>12</r>", 12),
        (Union[int, str], "<r>012</r>", "012"),
        (Union[bool, str], "<r>true</r>", True),
        (Union[A, B], "<r><a>1</a></r>", {"a": 1}),
        (Union[A, B], "<r><b>1</b><b>false</b></r>", {"b": [True, False]}),
        (
            Node,
            "<r name='a'><node name='b'><node name='c'/></node></r>",
            {"name": "a", "nodes": [{"name": "b", "nodes": [{"name": "c", "nodes": []}]}]},
        ),
    ],
)
def test_reads_by_type(kind, text, expected):
    value = json.loads(Xml().read(kind, text.encode()))
    assert (value, type(value)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Any, {"a": [1, [2]], "b": {"c": None}}, '<r><a>1</a><a>2</a><b><c xsi:nil="true"/></b></r>'),
        (bool, False, "<r>false</r>"),
        (float, 1.0, "<r>1</r>"),
        (Dict[str, List[str]], {"a": ["1", "2"]}, "<r><a>1</a><a>2</a></r>"),
        (Node, {"name": "a", "nodes": [{"name": "b", "nodes": []}]}, '<r name="a"><node name="b"/></r>'),
        (Union[A, B], {"b": [True]}, "<r><b>true</b></r>"),
    ],
)
def test_writes_by_type(kind, value, expected):
    written = Xml("r").write(kind, value).decode()
    assert written.partition("?>")[2].replace(' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', "") == expected
