"""Models."""

from typing import Annotated, Optional

from typing_extensions import NotRequired, TypedDict

from ..types import BaseModel
from ..utils.metadata import FieldMetadata, SecurityMetadata


class SecurityTypedDict(TypedDict):
    access_token: NotRequired[str]


class Security(BaseModel):
    access_token: Annotated[
        Optional[str],
        FieldMetadata(security=SecurityMetadata(scheme=True, scheme_type="http", sub_type="bearer", field_name="Authorization")),
    ] = None
