"""The settings of a client."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable, Dict, Optional, Tuple, Type, Union

from pydantic import Field

from . import models
from ._runtime.configuration import Configuration, ErrorTypes
from ._version import __gen_version__, __openapi_doc_version__, __user_agent__, __version__
from .types import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .httpclient import AsyncHttpClient, HttpClient
    from .utils.logger import Logger
    from .utils.retries import RetryConfig

SERVER_PRODUCTION = "production"
"""Production environment"""
SERVER_SANDBOX = "sandbox"
"""Sandbox environment"""
SERVERS = {
    SERVER_PRODUCTION: "https://api.polar.sh",
    SERVER_SANDBOX: "https://sandbox-api.polar.sh",
}
"""The servers of this API, by name."""


@dataclass
class SDKConfiguration(Configuration):
    """The settings of a client; hooks may change them."""

    client: Optional[HttpClient]
    client_supplied: bool
    async_client: Optional[AsyncHttpClient]
    async_client_supplied: bool
    debug_logger: Logger
    security: Optional[Union[models.Security, Callable[[], models.Security]]] = field(default=None, repr=False)
    server_url: Optional[str] = ""
    server: Optional[str] = ""
    language: str = "python"
    openapi_doc_version: str = __openapi_doc_version__
    sdk_version: str = __version__
    gen_version: str = __gen_version__
    user_agent: str = __user_agent__
    retry_config: OptionalNullable[RetryConfig] = Field(default_factory=lambda: UNSET)
    timeout_ms: Optional[int] = None

    alternatives = [{"access_token": []}]

    def get_server_details(self) -> Tuple[str, Dict[str, str]]:
        """The URL of the server and the values of its variables."""
        return (self.server_url, {}) if self.server_url else self.document_server()

    def document_server(self) -> Tuple[str, Dict[str, str]]:
        """The server of the document that was chosen, and the values of its variables, whatever `server_url` says."""
        server = self.server or SERVER_PRODUCTION
        if server not in SERVERS:
            raise ValueError(f'Invalid server "{server}"')
        return SERVERS[server], {}

    @staticmethod
    def security_model() -> Type[models.Security]:
        """The model of the client's credentials."""
        return models.Security

    @staticmethod
    def error_types() -> ErrorTypes:
        """The errors that the runtime raises by itself."""
        return ErrorTypes(models.SDKError, models.ResponseValidationError, models.NoResponseError)
