"""The base class of all models and the types that field annotations use."""

from .basemodel import UNSET, UNSET_SENTINEL, BaseModel, Nullable, OptionalNullable, UnrecognizedInt, UnrecognizedStr, Unset
from .files import FileContent

__all__ = [
    "UNSET",
    "UNSET_SENTINEL",
    "BaseModel",
    "FileContent",
    "Nullable",
    "OptionalNullable",
    "UnrecognizedInt",
    "UnrecognizedStr",
    "Unset",
]
