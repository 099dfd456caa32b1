"""Members of unions that this version of the SDK does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, PrivateAttr

from .basemodel import BaseModel


class UnknownVariant(BaseModel):
    """Stands where a union has no member for the tag of a value: all of the value is kept, and goes back as it came.

        if isinstance(shape, UnknownVariant):
            print(shape.raw)

    Its properties can be read by their names in JSON, the tag by the attribute of the known members too.
    """

    model_config = ConfigDict(extra="allow")

    _attributes: dict[str, str] = PrivateAttr(default_factory=dict)

    @classmethod
    def of(cls, raw: dict[str, Any], attributes: dict[str, str]) -> UnknownVariant:
        """Keeps `raw`; `attributes` says which property an attribute reads."""
        kept = cls.model_construct(None, **raw)
        kept._attributes = attributes
        return kept

    @property
    def raw(self) -> dict[str, Any]:
        """What the API sent."""
        return self.model_extra or {}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """The tag by the attribute of the known members."""
            try:
                return super().__getattr__(name)
            except AttributeError:
                wire = None if name.startswith("_") else self._attributes.get(name)
                if wire is None:
                    raise
                return self.raw.get(wire)
