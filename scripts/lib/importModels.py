"""Loads every model of a generated package and builds its schema: python importModels.py SRC_FOLDER MODULE → {"models": 12, "failed": ["Name: why", ...]}"""

import importlib
import inspect
import json
import sys
import typing


def main(source: str, module: str) -> None:
    sys.path.insert(0, source)
    import pydantic

    package = importlib.import_module(module)
    failed: list[str] = []
    count = 0
    for part in ("models", "errors"):
        try:
            names = importlib.import_module(f"{module}.{part}").__all__
        except ModuleNotFoundError:
            continue
        holder = getattr(package, part, None) or importlib.import_module(f"{module}.{part}")
        for name in names:
            count += 1
            try:
                build(getattr(holder, name), pydantic)
            except Exception as error:  # noqa: BLE001 - every kind of failure is what is looked for
                failed.append(f"{name}: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"[:200])
    print(json.dumps({"models": count, "failed": failed}))


def build(value: object, pydantic: typing.Any) -> None:
    if inspect.isclass(value) and issubclass(value, pydantic.BaseModel):
        value.model_rebuild()
        # A model whose schema is put off until its first use has a placeholder here.
        pydantic.TypeAdapter(value).core_schema
    elif inspect.isclass(value) and (issubclass(value, Exception) or typing.is_typeddict(value)):
        return
    elif inspect.isclass(value) or typing.get_origin(value) is not None:
        pydantic.TypeAdapter(value)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
