"""Helpers for users of the SDK, and for code that sends requests of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from .annotations import get_discriminator
    from .datetimes import parse_datetime
    from .enums import OpenEnumMeta
    from .eventstreaming import EventStream, EventStreamAsync
    from .forms import serialize_form_data, serialize_multipart_form
    from .headers import get_headers, get_response_headers
    from .logger import Logger, get_body_content, get_default_logger
    from .metadata import (
        CookieMetadata,
        FieldMetadata,
        FormMetadata,
        HeaderMetadata,
        MultipartFormMetadata,
        PathParamMetadata,
        QueryParamMetadata,
        RequestMetadata,
        SecurityMetadata,
        find_metadata,
    )
    from .queryparams import get_query_params
    from .requestbodies import SerializedRequestBody, serialize_request_body
    from .retries import BackoffStrategy, Retries, RetryConfig, retry, retry_async
    from .security import get_security
    from .serializers import (
        get_pydantic_model,
        marshal_json,
        serialize_decimal,
        serialize_float,
        serialize_int,
        stream_to_bytes,
        stream_to_bytes_async,
        stream_to_text,
        stream_to_text_async,
        unmarshal,
        unmarshal_json,
        validate_const,
        validate_decimal,
        validate_float,
        validate_int,
        validate_open_enum,
    )
    from .url import generate_url, remove_suffix, template_url
    from .values import cast_partial, get_global_from_env, match_content_type, match_response, match_status_codes
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            ".annotations": ["get_discriminator"],
            ".datetimes": ["parse_datetime"],
            ".enums": ["OpenEnumMeta"],
            ".eventstreaming": ["EventStream", "EventStreamAsync"],
            ".forms": ["serialize_form_data", "serialize_multipart_form"],
            ".headers": ["get_headers", "get_response_headers"],
            ".logger": ["Logger", "get_body_content", "get_default_logger"],
            ".metadata": [
                "FieldMetadata",
                "CookieMetadata",
                "FormMetadata",
                "HeaderMetadata",
                "MultipartFormMetadata",
                "PathParamMetadata",
                "QueryParamMetadata",
                "RequestMetadata",
                "SecurityMetadata",
                "find_metadata",
            ],
            ".queryparams": ["get_query_params"],
            ".requestbodies": ["SerializedRequestBody", "serialize_request_body"],
            ".retries": ["BackoffStrategy", "Retries", "RetryConfig", "retry", "retry_async"],
            ".security": ["get_security"],
            ".serializers": [
                "get_pydantic_model",
                "marshal_json",
                "serialize_decimal",
                "serialize_float",
                "serialize_int",
                "stream_to_bytes",
                "stream_to_bytes_async",
                "stream_to_text",
                "stream_to_text_async",
                "unmarshal",
                "unmarshal_json",
                "validate_const",
                "validate_decimal",
                "validate_float",
                "validate_int",
                "validate_open_enum",
            ],
            ".url": ["generate_url", "remove_suffix", "template_url"],
            ".values": ["cast_partial", "get_global_from_env", "match_content_type", "match_response", "match_status_codes"],
        },
    )

__all__ = [
    "BackoffStrategy",
    "CookieMetadata",
    "EventStream",
    "EventStreamAsync",
    "FieldMetadata",
    "FormMetadata",
    "HeaderMetadata",
    "Logger",
    "MultipartFormMetadata",
    "OpenEnumMeta",
    "PathParamMetadata",
    "QueryParamMetadata",
    "RequestMetadata",
    "Retries",
    "RetryConfig",
    "SecurityMetadata",
    "SerializedRequestBody",
    "cast_partial",
    "find_metadata",
    "generate_url",
    "get_body_content",
    "get_default_logger",
    "get_discriminator",
    "get_global_from_env",
    "get_headers",
    "get_pydantic_model",
    "get_query_params",
    "get_response_headers",
    "get_security",
    "marshal_json",
    "match_content_type",
    "match_response",
    "match_status_codes",
    "parse_datetime",
    "remove_suffix",
    "retry",
    "retry_async",
    "serialize_decimal",
    "serialize_float",
    "serialize_form_data",
    "serialize_int",
    "serialize_multipart_form",
    "serialize_request_body",
    "stream_to_bytes",
    "stream_to_bytes_async",
    "stream_to_text",
    "stream_to_text_async",
    "template_url",
    "unmarshal",
    "unmarshal_json",
    "validate_const",
    "validate_decimal",
    "validate_float",
    "validate_int",
    "validate_open_enum",
]
