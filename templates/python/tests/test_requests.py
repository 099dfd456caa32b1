"""What callers may give in Python; how it is sent is cases of `specs/wire`."""

from __future__ import annotations

import datetime
import enum
import io
import json

import pydantic
import pytest
from conftest import Answer
from wire_sdk import models
from wire_sdk._runtime.decode import json_decoder
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


def test_each_name_has_a_value_of_its_own(call, server):
    body = models.Names(type="t", id="i", a_b="b", inner=[{"type_1": "at", "class__1": "c"}])
    assert body.model_dump(by_alias=True, exclude_unset=True) == {
        "type": "t",
        "id": "i",
        "a_b": "b",
        "inner": [{"@type": "at", "class": "c"}],
    }
    assert (body.type_1, body.id_1, body.a_b_1) == (None, None, None)
    request = models.NamesRequest(id="p", id_2="h", request_body={"register_": "r"})
    assert (request.id_1, request.id_2, request.id_3) == (None, "h", None)


def test_an_answer_is_read_by_the_names_of_the_wire():
    read = json_decoder(models.Names)
    assert read(b'{"class_": "k", "type_1": "x", "@type": "t"}').model_dump(exclude_unset=True) == {"class_": "k", "type_1": "t"}


def test_a_date_time_without_a_zone_is_utc(call, server):
    at = datetime.datetime(2026, 1, 31, 12)
    call("parameters.styled_query", at=at)
    assert server.last.query == [("at", "2026-01-31T12:00:00Z")]
    call("bodies.send_json", title="t", owner_id=None, starts_at=at.replace(microsecond=1500))
    assert json.loads(server.last.body)["starts_at"] == "2026-01-31T12:00:00.001500Z"
    east = datetime.timezone(datetime.timedelta(hours=2))
    assert (
        models.Note(title="t", owner_id=None, starts_at=at.replace(tzinfo=east)).model_dump(mode="json")["starts_at"]
        == "2026-01-31T12:00:00+02:00"
    )


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_not_finite_is_refused(call, server, number):
    with pytest.raises(ValueError, match="no number that can be sent"):
        call("parameters.styled_query", number=number)
    with pytest.raises(ValueError, match="not JSON compliant"):
        call("bodies.send_json", title="t", owner_id=None, rating=number)
    assert server.seen == []


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
        ({}, b'{"title":"\xc3\xa9","owner_id":null}'),
        ({"size": None, "colour": None, "day": None}, b'{"title":"\xc3\xa9","owner_id":null}'),
        ({"size": 1, "remark": None}, b'{"title":"\xc3\xa9","owner_id":null,"remark":null,"size":1}'),
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


def parts_of(body):
    return [tuple(part.split(b"\r\n\r\n", 1)) for part in body.split(b"\r\n--")[:-1]]


def test_a_file_is_a_path_an_open_file_or_a_tuple(call, server, tmp_path):
    path = tmp_path / "é.png"
    path.write_bytes(b"png")
    with path.open("rb") as opened:
        opened.read(1)
        call("bodies.send_parts", file=path, raws=[opened, ("a.csv", b"1"), ("b", path, "text/x-own"), ("c", opened)])
    found = [(head.partition(b"form-data; ")[2].decode(), content) for head, content in parts_of(server.last.body)]
    assert found == [
        ('name="file"; filename="é.png"\r\nContent-Type: image/png', b"png"),
        ('name="raws"; filename="é.png"\r\nContent-Type: image/png', b"ng"),
        ('name="raws"; filename="a.csv"\r\nContent-Type: text/csv', b"1"),
        ('name="raws"; filename="b"\r\nContent-Type: text/x-own', b"png"),
        ('name="raws"; filename="c"\r\nContent-Type: application/octet-stream', b"ng"),
    ]
    assert server.last.headers["content-length"] == str(len(server.last.body))


def test_a_file_that_is_none_is_refused_before_anything_is_sent(call, server, tmp_path):
    for file in ("text", 5, ("a", "text"), ("a", b"", 5), ("a",), tmp_path / "missing"):
        with pytest.raises((OSError, ValueError)):
            call("bodies.send_parts", file=file)
    assert server.seen == []


def test_a_path_as_a_body_has_one_of_the_types_of_the_document(call, server, tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(b"jpg")
    call("bodies.send_picture", request=path)
    assert (server.last.headers["content-type"], server.last.body) == ("image/jpeg", b"jpg")
