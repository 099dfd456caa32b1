"""Form and multipart bodies of request models."""

from __future__ import annotations

from typing import Any


def serialize_form_data(data: Any) -> dict[str, Any]:
    """The fields of a form body; a repeated field holds a list."""
    from .._runtime.bodies import form_pairs

    form: dict[str, list[str]] = {}
    for name, value in form_pairs(data):
        form.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in form.items()}


def serialize_multipart_form(media_type: str, request: Any) -> tuple[str, dict[str, Any], list[tuple[str, Any]]]:
    """The media type, the plain fields and the parts of a multipart body; all fields are parts, so that their order is kept."""
    from .._runtime.multipart import multipart_parts

    found = [(name, (file, content), kind) for name, content, file, kind in multipart_parts(request)]
    return media_type, {}, [(name, inner if kind is None else (*inner, kind)) for name, inner, kind in found]
