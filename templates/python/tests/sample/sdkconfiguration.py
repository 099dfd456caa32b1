from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import models
from ._runtime.configuration import Configuration, ErrorTypes
from ._version import __user_agent__
from .types import UNSET

if TYPE_CHECKING:
    from .httpclient import AsyncHttpClient, HttpClient

SERVERS = ["https://one.test/base/", "https://two.test"]


@dataclass
class SDKConfiguration(Configuration):
    client: HttpClient | None
    client_supplied: bool
    async_client: AsyncHttpClient | None
    async_client_supplied: bool
    debug_logger: Any
    globals: Any = None
    security: Any = None
    server_url: str | None = ""
    server_idx: int | None = 0
    user_agent: str = __user_agent__
    retry_config: Any = field(default_factory=lambda: UNSET)
    timeout_ms: int | None = None

    env_prefix = "SAMPLE"

    def get_server_details(self) -> tuple[str, dict[str, str]]:
        if self.server_url:
            return self.server_url, {}
        return SERVERS[self.server_idx or 0], {}

    @staticmethod
    def security_model() -> Any:
        return models.Security

    @staticmethod
    def error_types() -> ErrorTypes:
        return ErrorTypes(models.SDKError, models.ResponseValidationError, models.NoResponseError)
