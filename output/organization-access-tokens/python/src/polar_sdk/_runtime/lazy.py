"""Packages that load their modules when a name of them is first used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def lazy_names(package: str, modules: Mapping[str, Sequence[str]], *others: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package that exports names of its modules.

        __getattr__, __dir__ = lazy_names(__name__, {"._tokens": ["Token", "TokenTypedDict"]})

    `others` are lazy packages whose every name is exported too. `__all__` of a package that does not list it is worked out when a star
    import asks for it.
    """
    homes = {name: module for module, names in modules.items() for name in names}

    def exported() -> list[str]:
        return [*homes, *(name for other in others for name in import_module(other, package).__all__)]

    def get(name: str) -> Any:
        if name == "__all__":
            return exported()
        home = homes.get(name)
        if home is None and not name.startswith("__"):
            home = next((other for other in others if name in import_module(other, package).__all__), None)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(home, package), name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *exported()})

    return get, names
