from __future__ import annotations

import asyncio
from datetime import datetime, timezone
from decimal import Decimal
from typing import Annotated

import httpx
import pytest
from wire_sdk import errors, models, utils
from wire_sdk._runtime.security import credentials_of
from wire_sdk.types import UNSET, BaseModel
from wire_sdk.utils import requestbodies, retries, serializers
from wire_sdk.utils.metadata import FieldMetadata, SecurityMetadata
from wire_sdk.utils.unmarshal_json_response import unmarshal_json_response


@pytest.mark.parametrize("text", ["2026-01-31T12:00:00Z", "2026-01-31T13:00:00+01:00", "2026-01-31t12:00:00z"])
def test_parse_datetime(text):
    assert utils.parse_datetime(text) == datetime(2026, 1, 31, 12, tzinfo=timezone.utc)


def test_parts_of_a_request_model():
    request = models.QueryRequest(page_size=None, tags=["a", "b"], flag=True, where=models.Point(x=1, y=2))
    assert utils.get_query_params(request) == {"flag": ["true"], "tags": ["a", "b"], "where": ['{"x":1,"y":2}']}
    held = models.Globals(tenant="t", x_channel="c")
    assert utils.get_query_params(models.CallHeldRequest(), held) == {"tenant": ["t"]}
    assert utils.get_headers(models.HeaderRequest(x_count=1, x_list=["h", "i"])) == {"X-Count": "1", "X-List": "h,i"}
    path = models.StylesRequest(simple=["a/b", "c"], exploded=models.Point(x=1, y=2), label=["x"], matrix=[])
    assert utils.generate_url("https://h/", "/x/{simple}/{label}", path) == "https://h/x/a%2Fb,c/.x"
    assert utils.template_url("https://{a}/{b}", {"a": "x"}) == "https://x/{b}"
    assert utils.get_security(models.Security(token="t")) == ({"Authorization": "Bearer t"}, {})


def test_bodies():
    body = utils.serialize_request_body(models.Word(text="n"), False, False, "json", models.Word)
    assert body is not None and (body.media_type, body.content) == ("application/json", b'{"text":"n"}')
    assert utils.serialize_request_body(UNSET, False, True, "json", models.Word | None) is None
    with pytest.raises(ValueError):
        utils.serialize_request_body(None, False, False, "json", models.Word)
    assert requestbodies.SERIALIZATION_METHOD_TO_CONTENT_TYPE["form"] == "application/x-www-form-urlencoded"
    from wire_sdk.utils.forms import serialize_form_data, serialize_multipart_form

    assert serialize_form_data(models.Form(name="n", tags=["a", "b"])) == {"name": "n", "tags": ["a", "b"]}
    assert serialize_multipart_form("multipart/form-data", {"a": 1}) == ("multipart/form-data", {}, [("a", (None, "1"))])


def test_json():
    assert utils.marshal_json(models.Thing(id="a", colour="red", note=None), models.Thing) == '{"id":"a","colour":"red","note":null}'
    assert utils.unmarshal_json('{"text":"n"}', models.Word) == models.Word(text="n")
    assert utils.unmarshal({"text": "n"}, models.Word) == models.Word(text="n")
    assert utils.get_pydantic_model({"text": "n"}, models.Word) == models.Word(text="n")
    with pytest.raises(errors.ResponseValidationError):
        unmarshal_json_response(models.Word, httpx.Response(200, text="{}"))


def test_validators():
    assert utils.validate_decimal("1.5") == Decimal("1.5") and utils.serialize_decimal(True)(Decimal("1.5")) == "1.5"
    assert utils.validate_int("7") == 7 and utils.serialize_int(True)(7) == "7"
    assert utils.validate_float("1.5") == 1.5 and utils.serialize_float(False)(1.5) == 1.5
    assert utils.validate_const("a")("a") == "a" and utils.validate_open_enum(False)("x") == "x"
    with pytest.raises(ValueError):
        utils.validate_const("a")("b")
    with pytest.raises(ValueError):
        utils.validate_open_enum(True)("x")
    assert serializers.is_nullable(int | None) and serializers.is_union(int | None)


@pytest.mark.parametrize("value", [None, UNSET, True, "x", [], {}])
@pytest.mark.parametrize("name", ["decimal", "int", "float", "unix_time", "http_date"])
def test_readers_leave_the_verdict_to_pydantic(name, value):
    """A value that does not fit is a `ValueError` or stays as it is: any other error would escape the validation."""
    try:
        assert getattr(serializers, f"validate_{name}")(value) is value
    except ValueError:
        assert value == "x"


def test_forms_of_date_times():
    noon = datetime(2026, 1, 31, 12, tzinfo=timezone.utc)
    half = noon.replace(microsecond=500_000)
    assert serializers.serialize_unix_time(noon) == 1769860800
    assert serializers.serialize_unix_time(half) == 1769860800.5
    assert serializers.validate_unix_time("1769860800") == noon
    assert serializers.validate_unix_time(1769860800.5) == half
    assert serializers.validate_unix_time(1e300) == 1e300
    assert serializers.serialize_http_date(noon) == "Sat, 31 Jan 2026 12:00:00 GMT"
    assert serializers.validate_http_date("Sat, 31 Jan 2026 12:00:00 GMT") == noon
    assert serializers.serialize_unix_time(UNSET) is UNSET


def test_basic_credentials_as_one_text():
    how = SecurityMetadata(scheme=True, scheme_type="http", sub_type="basic", field_name="Authorization")

    class Login(BaseModel):
        login: Annotated[str, FieldMetadata(security=how)]

    assert credentials_of(Login(login="u:p:w")).headers == {"Authorization": "Basic dTpwOnc="}


def test_matching(monkeypatch):
    response = httpx.Response(404, headers={"content-type": "application/json; charset=utf-8"})
    assert utils.match_response(response, ["400", "404"], "application/json") and utils.match_response(response, "4XX", "*/*")
    assert not utils.match_response(response, "5XX", "*/*")
    assert utils.match_content_type("text/csv", "text/*") and not utils.match_content_type("text/csv", "text/plain")
    monkeypatch.setenv("SOME", "5")
    assert utils.get_global_from_env(None, "SOME", int) == 5 and utils.get_global_from_env(3, "SOME", int) == 3
    assert utils.get_discriminator({"kind": "a"}, "KIND", "kind") == "a"


def test_retry_functions():
    config = utils.RetryConfig("backoff", utils.BackoffStrategy(1, 2, 1.5, 1000), True)
    answers = [httpx.Response(503), httpx.Response(200)]
    assert utils.retry(lambda: answers.pop(0), utils.Retries(config, ["503"])).status_code == 200

    async def flaky() -> httpx.Response:
        if not tries:
            tries.append(1)
            raise httpx.ConnectError("no")
        return httpx.Response(200)

    tries: list[int] = []
    assert asyncio.run(utils.retry_async(flaky, utils.Retries(config, []))).status_code == 200

    def permanent() -> None:
        raise retries.PermanentError(KeyError("x"))

    with pytest.raises(KeyError):
        retries.retry_with_backoff(permanent)


def test_streams_to_values():
    assert utils.stream_to_text(httpx.Response(200, text="é")) == "é"
    assert utils.stream_to_bytes(httpx.Response(200, content=b"x")) == b"x"
