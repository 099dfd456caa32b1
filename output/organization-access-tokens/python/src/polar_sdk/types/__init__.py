"""The base class of all models and the types that field annotations use."""

from .basemodel import UNSET, UNSET_SENTINEL, BaseModel, Nullable, OptionalNullable, UnrecognizedInt, UnrecognizedStr, Unset
from .files import FileContent
from .variants import UnknownVariant

__all__ = [
    "UNSET",
    "UNSET_SENTINEL",
    "BaseModel",
    "FileContent",
    "Nullable",
    "OptionalNullable",
    "UnknownVariant",
    "UnrecognizedInt",
    "UnrecognizedStr",
    "Unset",
]
