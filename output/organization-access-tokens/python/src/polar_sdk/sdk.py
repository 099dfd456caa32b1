"""The client of the Polar API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, Optional, Union

from . import models
from ._runtime.setup import logger_of, resolve_server_url, security_of_client, supplied
from .basesdk import RootSDK
from .sdkconfiguration import SDKConfiguration
from .types import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .httpclient import AsyncHttpClient, HttpClient
    from .organization_access_tokens import OrganizationAccessTokens
    from .utils.logger import Logger
    from .utils.retries import RetryConfig


class Polar(RootSDK):
    """Polar API: Tokens that act for an organization.

    The part of the Polar API that manages organization access tokens: list them page by page, create one, change its comment or its scopes, revoke it.
    """

    organization_access_tokens: OrganizationAccessTokens

    _resources = {
        "organization_access_tokens": (".organization_access_tokens", "OrganizationAccessTokens"),
    }

    def __init__(
        self,
        access_token: Optional[Union[str, Callable[[], Optional[str]]]] = None,
        server: Optional[str] = None,
        server_url: Optional[str] = None,
        url_params: Optional[Dict[str, str]] = None,
        client: Optional[HttpClient] = None,
        async_client: Optional[AsyncHttpClient] = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: Optional[int] = None,
        debug_logger: Optional[Logger] = None,
    ) -> None:
        """Makes a client; it connects when the first request is sent.

        :param access_token: The access_token required for authentication, or a function that returns it, called for each request
        :param server: The server by name to use for all methods
        :param server_url: The server URL to use for all methods
        :param url_params: Parameters to optionally template the server URL with
        :param client: The HTTP client to use for all synchronous methods
        :param async_client: The Async HTTP client to use for all asynchronous methods
        :param retry_config: The retry configuration to use for all supported methods
        :param timeout_ms: Optional request timeout applied to each operation in milliseconds
        :param debug_logger: Where requests and responses are logged
        """
        super().__init__(
            SDKConfiguration(
                **supplied(client, async_client),
                debug_logger=logger_of(debug_logger),
                security=security_of_client(lambda: models.Security, None, {"access_token": access_token}),
                server_url=resolve_server_url(server_url, url_params),
                server=server,
                retry_config=retry_config,
                timeout_ms=timeout_ms,
            )
        )
