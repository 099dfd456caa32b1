from __future__ import annotations

import enum
import io
from datetime import date, datetime, timezone
from decimal import Decimal

import pydantic
import pytest
from conftest import Answer
from sample_sdk import models
from sample_sdk._runtime.operation import Operation, Reply
from sample_sdk.types import UNSET, FileContent

NOTHING = [Reply.empty("204")]
ENCODE = Operation("encode", "GET", "/encode?fixed=1", request=lambda: models.EncodeRequest, replies=NOTHING)


@pytest.fixture(autouse=True)
def answers(server):
    server.handler = lambda seen: Answer(204)


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({"when": datetime(2026, 1, 31, 12, tzinfo=timezone.utc)}, [("when", "2026-01-31T12:00:00Z")]),
        ({"flag": True, "color": "red"}, [("flag", "true"), ("color", "red")]),
        ({"color": "a new one"}, [("color", "a new one")]),
        ({"tags": ["a", "b c"]}, [("tags", "a"), ("tags", "b c")]),
        ({"tags": []}, []),
        ({"csv": ["a", "b"]}, [("csv", "a,b")]),
        ({"spaced": ["a", "b"]}, [("spaced", "a b")]),
        ({"piped": ["a", "b"]}, [("piped", "a|b")]),
        (
            {"deep": {"name": "n", "tags": ["x", "y"], "deep": {"name": "z"}}},
            [("deep[name]", "n"), ("deep[tags]", "x"), ("deep[tags]", "y"), ("deep[deep][name]", "z")],
        ),
        ({"spread": {"name": "n"}}, [("name", "n")]),
        ({"json_": {"name": "n"}}, [("json", '{"name":"n"}')]),
        ({"nullable": None}, []),
        ({"big": "12345678901234567890"}, [("big", "12345678901234567890")]),
        ({"price": Decimal("1.10"), "day": date(2026, 1, 31)}, [("price", "1.10"), ("day", "2026-01-31")]),
    ],
)
def test_query(do, server, arguments, query):
    do(ENCODE, arguments)
    assert server.last.query == [("fixed", "1"), *query]


def test_the_sdk_itself_does_not_warn_of_deprecated_fields(do, server, recwarn):
    do(ENCODE, {"old": "x"})
    assert ("old", "x") in server.last.query
    assert [warning for warning in recwarn if warning.category is DeprecationWarning and "tags" in str(warning.message)] == []


def test_reserved_characters_stay(do, server):
    do(ENCODE, {"raw": "a/b:c d&e", "flag": False})
    assert server.last.target == "/encode?fixed=1&flag=false&raw=a/b:c%20d%26e"


def test_headers_and_cookies(do, server):
    do(ENCODE, {"x_head": ["a", "b"], "x_obj": {"name": "n"}, "crumb": "a b"})
    assert server.last.headers["x-head"] == "a,b"
    assert server.last.headers["x-obj"] == "name=n"
    assert server.last.headers["cookie"] == "crumb=a%20b"


def test_own_headers_replace_in_any_case(do, server):
    do(ENCODE, {}, sdk={"security": models.Security(token="t")}, http_headers={"AUTHORIZATION": "mine", "accept": "text/csv"})
    names = [name.lower() for name, _ in server.last.raw_headers]
    assert names.count("authorization") == 1 and names.count("accept") == 1
    assert server.last.headers["authorization"] == "mine"
    assert server.last.headers["accept"] == "text/csv"


def test_global_value_fills_a_missing_argument(do, server):
    do(ENCODE, {}, sdk={"tenant": "acme"})
    assert ("tenant", "acme") in server.last.query
    do(ENCODE, {"tenant": "own"}, sdk={"tenant": "acme"})
    assert ("tenant", "own") in server.last.query


def test_hidden_global(do, server):
    do(Operation("x", "GET", "/x", replies=NOTHING, hidden_globals=["tenant"]), sdk={"tenant": "acme"})
    assert server.last.query == [("tenant", "acme")]


PATH = Operation("path", "GET", "/a/{id}/b/{many}/c{label}/d{matrix}", request=lambda: models.PathRequest, replies=NOTHING)


def test_path_values_are_escaped(do, server):
    do(PATH, {"id": "a/b?x#z é", "many": [1, 2], "label": ["x", "y"], "matrix": {"k": "v/w"}})
    assert server.last.target == "/a/a%2Fb%3Fx%23z%20%C3%A9/b/1,2/c.x.y/d;k=v%2Fw"


def test_dot_segments_are_refused(do, server):
    with pytest.raises(ValueError, match="another resource"):
        do(PATH, {"id": "..", "many": [1], "label": ["x"], "matrix": {}})
    assert server.seen == []


UPDATE = Operation("update", "PATCH", "/things/{id}", request=lambda: models.UpdateRequest, replies=NOTHING)


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        ({"name": "é"}, b'{"name":"\\u00e9"}'),
        ({"name": "n", "format_": "csv", "note": None}, b'{"name":"n","format":"csv","note":null}'),
        ({"name": "n", "format": None}, b'{"name":"n"}'),
        ({"name": "n", "pet": {"lives": 9}}, b'{"name":"n","pet":{"lives":9,"kind":"cat"}}'),
        ({"name": "n", "pet": {"barks": True, "nick": None}}, b'{"name":"n","pet":{"barks":true,"kind":"dog","nick":null}}'),
        ({"name": "n", "nested": {"name": "m"}}, b'{"name":"n","nested":{"name":"m"}}'),
        (None, b""),
    ],
)
def test_json_body(do, server, body, sent):
    do(UPDATE, {"id": "1", "body": body})
    assert server.last.body == sent
    assert server.last.headers.get("content-type") == ("application/json" if sent else None)


def test_arguments_are_checked_before_anything_is_sent(do, server):
    with pytest.raises(pydantic.ValidationError):
        do(UPDATE, {"id": "1", "body": {"note": "without a name"}})
    assert server.seen == []


def create(kind: str, media_type: str, required: bool = True) -> Operation:
    return Operation(
        "create", "POST", "/x", request=lambda: getattr(models, kind), body=media_type, body_required=required, replies=NOTHING
    )


def test_whole_body(do, server):
    do(create("ThingInput", "application/json"), models.ThingInput(name="n"))
    assert server.last.json() == {"name": "n"}


def test_body_given_as_separate_fields(do, server):
    do(create("ThingInput", "application/json"), {"name": "n", "format_": None, "note": UNSET, "pet": None, "nested": None})
    assert server.last.body == b'{"name":"n","nested":null}'


def test_optional_body(do, server):
    do(create("ThingInput", "application/json", required=False), None)
    assert server.last.body == b""
    with pytest.raises(ValueError):
        do(create("ThingInput", "application/json"), None)


def test_form(do, server):
    do(create("Form", "application/x-www-form-urlencoded"), {"name": "a b", "tags": ["x", "y"], "filter": {"name": "f"}})
    assert server.last.body == b"name=a+b&tags=x&tags=y&filter=%7B%22name%22%3A%22f%22%7D"
    assert server.last.headers["content-type"] == "application/x-www-form-urlencoded"


def test_multipart(do, server):
    upload = {
        "title": "t",
        "file": {"file_name": "a.txt", "content": b"one"},
        "more": [{"file_name": "b.bin", "content": io.BytesIO(b"two"), "content_type": "image/png"}],
        "meta": {"name": "m"},
        "tags": ["x", "y"],
    }
    do(create("Upload", "multipart/form-data"), upload)
    boundary = server.last.headers["content-type"].partition("boundary=")[2]
    parts = [part.strip(b"\r\n") for part in server.last.body.split(f"--{boundary}".encode())[1:-1]]
    assert parts == [
        b'Content-Disposition: form-data; name="title"\r\n\r\nt',
        b'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\none',
        b'Content-Disposition: form-data; name="more[]"; filename="b.bin"\r\nContent-Type: image/png\r\n\r\ntwo',
        b'Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"name":"m"}',
        b'Content-Disposition: form-data; name="tags[]"\r\n\r\nx',
        b'Content-Disposition: form-data; name="tags[]"\r\n\r\ny',
    ]


@pytest.mark.parametrize("wrap", [bytes, io.BytesIO])
def test_bytes_and_files_are_sent_as_they_are(do, server, wrap):
    do(Operation("put", "PUT", "/x", request=lambda: FileContent, body="image/png", replies=NOTHING), wrap(b"\x00\x01" * 50_000))
    assert server.last.body == b"\x00\x01" * 50_000
    assert server.last.headers["content-type"] == "image/png"


def test_server_url_of_call_operation_and_client(do, server):
    do(ENCODE, {}, sdk={"server_url": "http://127.0.0.1:9"}, server_url=f"{server.url}/v2/")
    assert server.last.path == "/v2/encode"
    do(Operation("x", "GET", "/x", replies=NOTHING, servers=[f"{server.url}/op"]), sdk={"server_url": "http://127.0.0.1:9"})
    assert server.last.path == "/op/x"


def test_accept(do, server):
    def accept(*replies: Reply) -> str:
        do(Operation("x", "GET", "/x", replies=[*replies, Reply.empty("204")]))
        return server.last.headers["accept"]

    def thing() -> type:
        return models.Thing

    assert accept() == "*/*"
    assert accept(Reply.json("200", thing)) == "application/json"
    assert accept(Reply.json("200", thing), Reply.text("200", "text/csv")) == "application/json;q=1, text/csv;q=0"
    kinds = enum.Enum("kinds", {"TEXT_CSV": "text/csv"}, type=str)
    do(Operation("x", "GET", "/x", replies=NOTHING), accept=kinds("text/csv"))
    assert server.last.headers["accept"] == "text/csv"
    assert server.last.headers["user-agent"] == "sample-sdk/python 1.2.3 0.1.0 2.0"
