"""What callers meet of an answer in Python; how it is chosen and read is cases of `specs/wire`."""

from __future__ import annotations

import pickle
from datetime import datetime, timezone

import httpx
import pytest
from conftest import Answer
from wire_sdk import Wire, errors, models
from wire_sdk.types import UnknownVariant

THING = {"id": "1", "colour": "red", "created_at": "2024-01-31T12:00:00Z"}


def test_values_have_the_types_of_the_model(call, server):
    server.answer(Answer(200, {**THING, "colour": "dark-green", "unknown": 1}))
    thing = call("answers.get_thing")
    assert thing.created_at == datetime(2024, 1, 31, 12, tzinfo=timezone.utc)
    assert thing.colour is models.Colour.DARK_GREEN and f"{thing.colour}" == "dark-green"
    server.answer(Answer(200, {"kind": "square", "side_length": 2}))
    assert call("answers.get_choice") == models.Square(side_length=2)


@pytest.mark.parametrize(
    ("change", "field", "kept"),
    [
        ({"size": "huge"}, "size", "huge"),
        ({"id": None}, "id", None),
        ({"id": 5}, "id", 5),
        ({"created_at": "yesterday"}, "created_at", "yesterday"),
        ({"colour": 5}, "colour", 5),
    ],
)
def test_what_fits_is_kept(call, server, change, field, kept):
    server.answer(Answer(200, {**THING, **change}))
    thing = call("answers.get_thing")
    assert isinstance(thing, models.Thing)
    assert (getattr(thing, field), thing.note) == (kept, models.Thing(id="1", colour="red").note)


@pytest.mark.parametrize(
    ("shape", "kept"),
    [
        ({"kind": "star", "points": 5}, UnknownVariant.of({"kind": "star", "points": 5}, {})),
        ({"points": 5}, UnknownVariant.of({"points": 5}, {})),
        ({"kind": ["circle"]}, UnknownVariant.of({"kind": ["circle"]}, {})),
        (5, 5),
        ({"kind": "circle", "radius": "wide"}, models.Circle.model_construct(radius="wide")),
    ],
)
def test_what_fits_of_a_union_is_kept(call, server, shape, kept):
    server.answer(Answer(200, shape))
    assert call("answers.get_choice") == kept


def test_a_missing_required_field_is_none(call, server):
    server.answer(Answer(200, {"created_at": "2024-01-31T12:00:00Z"}))
    thing = call("answers.get_thing")
    assert (thing.id, thing.colour, thing.created_at.year) == (None, None, 2024)


def test_a_list_keeps_its_models(call, server):
    server.answer(Answer(200, {"data": {"list": [THING, {**THING, "size": "huge"}]}}))
    things = call("pages.last").result.data.list
    assert [(type(thing), thing.id) for thing in things] == [(models.Thing, "1"), (models.Thing, "1")]


def test_a_deep_response_is_kept_as_it_is(call, server):
    nested: dict = {"size": "many"}
    for _ in range(150):
        nested = {"size": 1, "children": [nested]}
    server.answer(Answer(200, nested))
    assert call("answers.get_tree").size == 1


def test_strict_says_what_does_not_fit(call, server):
    import wire_variant.errors as strict

    server.answer(Answer(200, {**THING, "size": "huge"}))
    with pytest.raises(strict.ResponseValidationError, match="Response validation failed") as caught:
        call("answers.get_thing", package="wire_variant")
    assert isinstance(caught.value, strict.WireError)
    assert caught.value.cause is not None and caught.value.status_code == 200


@pytest.mark.parametrize(("body", "text"), [(b"{", "{"), (b"\xff", "\ufffd")])
def test_broken_json_of_a_success_is_kept_as_text_or_raised(call, server, body, text):
    import wire_variant.errors as strict

    server.answer(Answer(200, body, {"content-type": "application/json"}))
    assert call("answers.get_thing") == text
    server.answer(Answer(200, body, {"content-type": "application/json"}))
    with pytest.raises(strict.ResponseValidationError):
        call("answers.get_thing", package="wire_variant")


def test_a_call_without_an_answer_names_the_operation(call):
    with pytest.raises(errors.NoResponseError, match=r"^getNothing: ") as caught:
        call("answers.get_nothing", sdk={"server_url": "http://127.0.0.1:9"})
    assert isinstance(caught.value, httpx.ConnectError) and isinstance(caught.value.__cause__, httpx.ConnectError)
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (type(copied), str(copied)) == (type(caught.value), str(caught.value))


def test_a_declared_error(call, server):
    server.answer(Answer(404, {"message": "none", "resource_id": "a"}))
    with pytest.raises(errors.NotFound, match=r"^none$") as caught:
        call("answers.get_thing")
    error = caught.value
    assert (error.data.resource_id, error.status_code, error.headers["content-type"]) == ("a", 404, "application/json")
    assert error.raw_response.status_code == 404 and error.body.startswith("{")
    assert isinstance(hash(error), int) and isinstance(error, errors.WireError)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(500, {"a": 1}), 'API error occurred in getThing: Status 500. Body: {"a": 1}'),
        (Answer(502, b"<b>", {"content-type": "text/html"}), 'API error occurred in getThing: Status 502. Content-Type "text/html" Body: <b>'),
        (Answer(404, b"<p>", {"content-type": "application/json"}), "API error occurred in getThing: Status 404. Body: <p>"),
        (Answer(304), 'Unexpected response received in getThing: Status 304. Content-Type "" Body: ""'),
    ],
)
def test_the_default_error_says_what_came(call, server, answer, message):
    server.answer(answer)
    with pytest.raises(errors.SDKError) as caught:
        call("answers.get_thing")
    assert str(caught.value) == message
    assert type(caught.value) is errors.SDKError


def test_a_long_body_is_cut(call, server):
    server.answer(Answer(500, b"x" * 12_000, {"content-type": "text/plain"}))
    with pytest.raises(errors.SDKError) as caught:
        call("answers.get_thing")
    assert str(caught.value).endswith("x…and 2000 more chars")
    assert len(caught.value.body) == 12_000


def test_bytes_are_a_stream(server):
    server.answer(Answer(200, headers={"content-type": "application/octet-stream"}, chunks=[b"ab", b"cd"]))
    with Wire(server_url=server.url) as client:
        response = client.answers.get_bytes()
        assert isinstance(response, httpx.Response) and not response.is_closed
        assert b"".join(response.iter_bytes()) == b"abcd"


def test_the_error_of_a_streamed_answer_has_its_body(call, server):
    server.answer(Answer(500, {"reason": "gone"}))
    with pytest.raises(errors.SDKError, match="gone"):
        call("answers.get_bytes")
