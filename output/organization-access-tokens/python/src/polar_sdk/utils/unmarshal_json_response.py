"""Reading the body of a response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from .serializers import unmarshal_json

if TYPE_CHECKING:
    import httpx


def unmarshal_json_response(typ: Any, http_res: httpx.Response, body: str | None = None) -> Any:
    """Reads JSON as a type; a body that does not fit is a `ResponseValidationError`."""
    from ..sdkconfiguration import SDKConfiguration

    text = http_res.text if body is None else body
    try:
        return unmarshal_json(text, typ)
    except ValidationError as error:
        message = f"Response validation failed: {error}"
        raise SDKConfiguration.error_types().validation(message, http_res, error, text) from error
