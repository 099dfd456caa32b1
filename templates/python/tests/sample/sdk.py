from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from . import models
from ._runtime.setup import logger_of, resolve_server_url, supplied
from .basesdk import RootSDK
from .sdkconfiguration import SDKConfiguration
from .types import UNSET

if TYPE_CHECKING:
    from .things import Things


class Sample(RootSDK):
    things: Things

    _resources: ClassVar = {"things": (".things", "Things")}

    def __init__(
        self,
        security: Any = None,
        tenant: str | None = None,
        server_url: str | None = None,
        client: Any = None,
        async_client: Any = None,
        retry_config: Any = UNSET,
        timeout_ms: int | None = None,
        debug_logger: Any = None,
    ) -> None:
        super().__init__(
            SDKConfiguration(
                **supplied(client, async_client),
                debug_logger=logger_of(debug_logger, "SAMPLE_DEBUG"),
                globals=models.Globals(tenant=tenant),
                security=security,
                server_url=resolve_server_url(server_url, None),
                retry_config=retry_config,
                timeout_ms=timeout_ms,
            )
        )
