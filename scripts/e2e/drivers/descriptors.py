"""Prints which keys the descriptors of a generated Python SDK know and hold.

    python descriptors.py …/python
    →  {"known": ["id", "body.write", …], "held": {"tokens:list": ["id", "pages.kind", …]}}

A key is held when its value differs from the default.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import sys

NESTED = {"body": "Body", "responses": "Rule", "pages": "Pagination", "retry": "Retry"}


def main():
    """Imports every module of the package and looks at its descriptors."""
    source = os.path.join(sys.argv[1], "src")
    sys.path.insert(0, source)
    package = next(name for name in sorted(os.listdir(source)) if os.path.exists(os.path.join(source, name, "sdk.py")))
    operation = importlib.import_module(package + "._runtime.operation")
    fields = [field for field in dataclasses.fields(operation.Operation) if field.init]
    known = [field.name for field in fields]
    known += [f"{key}.{name}" for key, kind in NESTED.items() for name in getattr(operation, kind)._fields]
    held = {}
    for file in sorted(os.listdir(os.path.join(source, package))):
        module = importlib.import_module(f"{package}.{file[:-3]}") if file.endswith(".py") else None
        for value in vars(module).values() if module is not None else ():
            if isinstance(value, operation.Operation):
                held[value.id] = sorted({key for field in fields for key in keys_of(field, value)})
    print(json.dumps({"known": known, "held": held}))


def keys_of(field, descriptor):
    """A key that differs from its default, and the keys below it."""
    value = getattr(descriptor, field.name)
    if field.default is not dataclasses.MISSING and value == field.default:
        return
    yield field.name
    if field.name in NESTED:
        for part in value if field.name == "responses" else [value]:
            for name in part._fields:
                if name not in part._field_defaults or getattr(part, name) != part._field_defaults[name]:
                    yield f"{field.name}.{name}"


main()
