from __future__ import annotations

from datetime import datetime, timezone

import httpx
import pytest
from conftest import Answer
from sample_sdk import models
from sample_sdk._runtime.operation import Operation, Rule
from sample_sdk.sdkconfiguration import SDKConfiguration
from sample_sdk.things import get

THING = {"id": "1", "madeAt": "2026-01-31T12:00:00Z", "nested": None}


@pytest.fixture
def strict(monkeypatch):
    monkeypatch.setattr(SDKConfiguration, "validation", "strict")


def test_decodes(do, server):
    pet = {"kind": "dog", "barks": True}
    body = {**THING, "color": "red", "size": "small", "price": "1.10", "pet": pet, "day": "2026-02-01", "unknown": 1, "children": [THING]}
    server.answer(Answer(200, body))
    thing = do(get())
    assert thing.made_at == datetime(2026, 1, 31, 12, tzinfo=timezone.utc)
    assert thing.color is models.Color.RED and f"{thing.color}" == "red"
    assert thing.size is models.Size.SMALL
    assert str(thing.price) == "1.10"
    assert thing.pet == models.Dog(barks=True)
    assert thing.children[0].id == "1"


def test_unknown_value_of_an_open_enum(do, server, strict):
    server.answer(Answer(200, {**THING, "color": "green"}))
    assert do(get()).color == "green"


@pytest.mark.parametrize(
    ("change", "field", "kept"),
    [
        ({"size": "huge"}, "size", "huge"),
        ({"id": None}, "id", None),
        ({"id": 5}, "id", 5),
        ({"madeAt": "yesterday"}, "made_at", "yesterday"),
        ({"nested": {"note": "n"}}, "nested", models.Nested.model_construct(name=None, note="n")),
        ({"pet": {"kind": "fish", "fins": 2}}, "pet", {"kind": "fish", "fins": 2}),
        ({"pet": {"fins": 2}}, "pet", {"fins": 2}),
        ({"pet": {"kind": ["cat"]}}, "pet", {"kind": ["cat"]}),
        ({"pet": 5}, "pet", 5),
        ({"pet": {"kind": "cat", "lives": "many"}}, "pet", models.Cat.model_construct(lives="many")),
        ({"children": [THING, {"id": 7, "madeAt": "2026-01-31T12:00:00Z", "nested": None}]}, "id", "1"),
    ],
)
def test_what_fits_is_kept(do, server, change, field, kept):
    server.answer(Answer(200, {**THING, **change}))
    thing = do(get())
    assert isinstance(thing, models.Thing)
    assert getattr(thing, field) == kept


def test_missing_required_field_is_none(do, server):
    server.answer(Answer(200, {"madeAt": "2026-01-31T12:00:00Z"}))
    thing = do(get())
    assert (thing.id, thing.nested) == (None, None)
    assert thing.made_at.year == 2026


def test_a_deep_response_is_kept_as_it_is(do, server):
    nested: dict = dict(THING, id=5)
    for _ in range(150):
        nested = dict(THING, children=[nested])
    server.answer(Answer(200, nested))
    assert do(get()).id == "1"


def test_strict_raises(do, server, strict):
    server.answer(Answer(200, {**THING, "size": "huge"}))
    with pytest.raises(models.ResponseValidationError, match="Response validation failed") as caught:
        do(get())
    assert isinstance(caught.value, models.SampleError)
    assert caught.value.cause is not None and caught.value.status_code == 200


@pytest.mark.parametrize("body", [b"{", b"\xff"])
def test_broken_json_is_always_an_error(do, server, body):
    server.answer(Answer(200, body, {"content-type": "application/json"}))
    with pytest.raises(models.ResponseValidationError):
        do(get())


def test_declared_error(do, server):
    server.answer(Answer(409, {"message": "taken", "code": 3}))
    with pytest.raises(models.ConflictError, match=r"^taken$") as caught:
        do(get())
    error = caught.value
    assert (error.data.code, error.status_code, error.headers["content-type"]) == (3, 409, "application/json")
    assert error.raw_response.status_code == 409 and error.body.startswith("{")
    assert isinstance(hash(error), int)
    assert isinstance(error, models.SampleError)


def test_a_success_without_a_body_is_nothing(do, server, monkeypatch):
    server.answer(Answer(200, b""), Answer(200, b""))
    assert do(get()) is None
    monkeypatch.setattr(SDKConfiguration, "validation", "strict")
    with pytest.raises(models.ResponseValidationError):
        do(get())


def test_of_a_declared_error_what_fits_is_kept(do, server):
    server.answer(Answer(409, {"code": 3, "message": 7}), Answer(409, b"<p>", {"content-type": "application/json"}))
    with pytest.raises(models.ConflictError) as caught:
        do(get())
    assert (caught.value.status_code, caught.value.data.code) == (409, 3)
    with pytest.raises(models.SDKError, match=r"Status 409\. Body: <p>"):
        do(get())


def test_of_several_declared_errors_the_one_that_fits_is_raised(do, server):
    class Other(Exception):
        def __init__(self, data, response, body):
            self.data = data

    rules = [Rule("200", lambda: models.Thing), Rule("409", lambda: models.Nested, error=lambda: Other)]
    server.answer(Answer(409, {"message": "taken", "code": 3}), Answer(409, {"name": "n"}))
    with pytest.raises(models.ConflictError):
        do(get(responses=rules))
    with pytest.raises(Other):
        do(get(responses=rules))


@pytest.mark.parametrize("content_type", ["application/vnd.thing+json", "application/json; charset=utf-8", None])
def test_every_kind_of_json_is_json(do, server, content_type):
    import json

    server.answer(Answer(200, json.dumps(THING).encode(), {} if content_type is None else {"content-type": content_type}))
    assert do(get()).id == "1"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404, {"a": 1}), 'API error occurred: Status 404. Body: {"a": 1}'),
        (Answer(502, b"<b>", {"content-type": "text/html"}), 'API error occurred: Status 502. Content-Type "text/html" Body: <b>'),
        (Answer(200, b"x", {"content-type": "text/plain"}), 'Unexpected response received: Status 200. Content-Type "text/plain" Body: x'),
        (Answer(304), 'Unexpected response received: Status 304. Content-Type "" Body: ""'),
    ],
)
def test_default_error(do, server, answer, message):
    server.answer(answer)
    with pytest.raises(models.SDKError) as caught:
        do(get())
    assert str(caught.value) == message
    assert type(caught.value) is models.SDKError


def test_long_body_is_cut(do, server):
    server.answer(Answer(500, b"x" * 12_000, {"content-type": "text/plain"}))
    with pytest.raises(models.SDKError) as caught:
        do(get())
    assert str(caught.value).endswith("x…and 2000 more chars")
    assert len(caught.value.body) == 12_000


def test_status_ranges_and_default(do, server):
    operation = get(responses=[Rule("2XX", lambda: models.Thing), Rule("default", lambda: str, "text/plain", "text")])
    server.answer(Answer(203, THING), Answer(302, b"moved", {"content-type": "text/plain"}))
    assert do(operation).id == "1"
    assert do(operation) == "moved"


def test_text_nothing_and_headers(do, server):
    text = get(responses=[Rule("200", lambda: models.Thing), Rule("200", lambda: str, "text/*", "text"), Rule("204")])
    server.answer(Answer(200, "é;1".encode(), {"content-type": "text/csv; charset=utf-8"}), Answer(204))
    assert do(text) == "é;1"
    assert do(text) is None
    server.answer(Answer(200, THING, {"X-Rate": "5"}))
    wrapped = do(get(wrap=lambda: models.WithHeaders))
    assert wrapped.result.id == "1" and wrapped.headers["x-rate"] == ["5"]


def test_binary_is_a_stream(server):
    from sample_sdk import Sample

    server.answer(Answer(200, headers={"content-type": "image/png"}, chunks=[b"ab", b"cd"]))
    with Sample(server_url=server.url) as client:
        response = client.things.do(Operation("x", "GET", "/x", responses=[Rule("200", lambda: bytes, "image/*", "stream")]))
        assert isinstance(response, httpx.Response) and not response.is_closed
        assert b"".join(response.iter_bytes()) == b"abcd"


def test_error_of_a_streamed_operation_has_its_body(do, server):
    server.answer(Answer(409, {"message": "taken", "code": 3}))
    with pytest.raises(models.ConflictError, match="taken"):
        do(get(responses=[Rule("200", lambda: bytes, "image/*", "stream")]))


def test_an_array_of_models(do, server):
    server.answer(Answer(200, [THING, {**THING, "size": "huge"}]))
    things = do(get(responses=[Rule("200", lambda: list[models.Thing])]))
    assert [type(thing) for thing in things] == [models.Thing, models.Thing]
