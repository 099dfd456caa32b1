"""Keeps `models.<stem>` importable, although models live in other modules: code of users imports from there."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


def serve_stems(package: str, table: str) -> None:
    """Makes `import package.stem` work for each stem of `STEMS` in the module `table`, which is read when such an import happens."""
    if not any(isinstance(finder, StemFinder) and finder.package == package for finder in sys.meta_path):
        sys.meta_path.append(StemFinder(package, table))


class StemFinder(MetaPathFinder, Loader):
    """Asked after all other finders, so that a real module of the same name comes first."""

    def __init__(self, package: str, table: str) -> None:
        self.package = package
        self._table = table

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module of a known stem."""
        parent, _, stem = fullname.rpartition(".")
        if parent != self.package or stem.startswith("_") or stem not in self._stems():
            return None
        return ModuleSpec(fullname, self)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """An empty module, as usual."""
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Lets the module take its names from the package when they are asked for."""
        names = list(self._stems()[module.__name__.rpartition(".")[2]])
        package = sys.modules[self.package]

        def get(name: str) -> Any:
            if name in names:
                return getattr(package, name)
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")

        vars(module).update(__all__=names, __getattr__=get, __dir__=lambda: names)

    def _stems(self) -> Mapping[str, Sequence[str]]:
        stems: Mapping[str, Sequence[str]] = import_module(self._table, self.package).STEMS
        return stems
