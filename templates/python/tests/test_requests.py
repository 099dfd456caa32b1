"""What callers may give in Python; how it is sent is cases of `specs/wire`."""

from __future__ import annotations

import enum
import io

import pydantic
import pytest
from conftest import Answer
from wire_sdk import models
from wire_sdk._runtime.styles import path_text, query_pairs


@pytest.fixture(autouse=True)
def answers(server):
    server.handler = lambda seen: Answer(204)


def test_a_value_that_an_enum_did_not_know_yet(call, server):
    call("parameters.query", colour="a new one", page_size=None)
    assert server.last.query == [("colour", "a new one")]


def test_the_sdk_itself_does_not_warn_of_deprecated_fields(call, server, recwarn):
    call("parameters.query", old="x")
    assert ("old", "x") in server.last.query
    assert [warning for warning in recwarn if warning.category is DeprecationWarning and "old" in str(warning.message)] == []


def test_own_headers_replace_in_any_case(call, server):
    call("parameters.query", sdk={"token": "t"}, http_headers={"AUTHORIZATION": "mine", "accept": "text/csv"})
    names = [name.lower() for name, _ in server.last.raw_headers]
    assert names.count("authorization") == 1 and names.count("accept") == 1
    assert (server.last.headers["authorization"], server.last.headers["accept"]) == ("mine", "text/csv")


def test_arguments_are_checked_before_anything_is_sent(call, server):
    with pytest.raises(pydantic.ValidationError):
        call("bodies.send_json", title=5, owner_id=None)
    with pytest.raises(pydantic.ValidationError):
        call("bodies.send_list", request=[{"x": 1}])
    assert server.seen == []


@pytest.mark.parametrize("points", [[models.Point(x=1, y=2)], [{"x": 1, "y": 2}]])
def test_a_model_or_a_dict(call, server, points):
    call("bodies.send_list", request=points)
    assert server.last.body == b'[{"x":1,"y":2}]'


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, b'{"title":"\\u00e9","owner_id":null,"size":5}'),
        ({"size": None, "colour": None, "day": None}, b'{"title":"\\u00e9","owner_id":null}'),
        ({"size": 1, "remark": None}, b'{"title":"\\u00e9","owner_id":null,"remark":null,"size":1}'),
    ],
)
def test_none_is_null_where_null_is_a_value_and_nothing_elsewhere(call, server, given, sent):
    call("bodies.send_json", title="é", owner_id=None, **given)
    assert server.last.body == sent


@pytest.mark.parametrize("wrap", [bytes, io.BytesIO])
def test_bytes_and_files_are_sent_as_they_are(call, server, wrap):
    call("bodies.send_bytes", request=wrap(b"\x00\x01" * 50_000))
    assert server.last.body == b"\x00\x01" * 50_000
    assert server.last.headers["content-type"] == "application/octet-stream"


def test_an_upload_is_made_of_bytes_and_files(call, server):
    named = io.BytesIO(b"two")
    named.name = "b.txt"
    call("bodies.send_upload", title="t", file=b"one", more=[named])
    boundary = server.last.headers["content-type"].partition("boundary=")[2]
    parts = [part.strip(b"\r\n").split(b"\r\n\r\n") for part in server.last.body.split(f"--{boundary}".encode())[1:-1]]
    assert [content for _, content in parts] == [b"t", b"one", b"two"]
    assert b'name="file"' in parts[1][0] and b'name="more"; filename="b.txt"' in parts[2][0]


def test_the_address_of_a_call_comes_before_that_of_the_client(call, server):
    call("answers.get_nothing", sdk={"server_url": "http://127.0.0.1:9"}, server_url=f"{server.url}/v2/")
    assert server.last.path == "/v2/answers/nothing"


def test_an_unknown_style_is_no_comma():
    for write in (query_pairs, path_text):
        with pytest.raises(ValueError, match="unknown style 'commaDelimited'"):
            write("a", ["b"], "commaDelimited", False)


def test_the_accept_header_may_be_chosen(call, server):
    server.handler = lambda seen: Answer(200, b"1;2", {"content-type": "text/csv"})
    kinds = enum.Enum("kinds", {"TEXT_CSV": "text/csv"}, type=str)
    assert call("answers.get_either", accept_header_override=kinds("text/csv")) == "1;2"
    assert server.last.headers["accept"] == "text/csv"
    assert server.last.headers["user-agent"] == "wire-sdk/python 0.1.0 0.1.0 1.0.0"
