"""Polar SDK for Python"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from ._hooks import SDKHooks as SDKHooks
    from ._version import OPENAPI_DOC_VERSION as OPENAPI_DOC_VERSION
    from ._version import SPEAKEASY_GENERATOR_VERSION as SPEAKEASY_GENERATOR_VERSION
    from ._version import USER_AGENT as USER_AGENT
    from ._version import VERSION as VERSION
    from ._version import __gen_version__ as __gen_version__
    from ._version import __openapi_doc_version__ as __openapi_doc_version__
    from ._version import __title__ as __title__
    from ._version import __user_agent__ as __user_agent__
    from ._version import __version__ as __version__
    from .basesdk import BaseSDK as BaseSDK
    from .httpclient import AsyncHttpClient as AsyncHttpClient
    from .httpclient import ClientOwner as ClientOwner
    from .httpclient import HttpClient as HttpClient
    from .httpclient import close_clients as close_clients
    from .sdk import Polar as Polar
    from .sdkconfiguration import SERVERS as SERVERS
    from .sdkconfiguration import SERVER_PRODUCTION as SERVER_PRODUCTION
    from .sdkconfiguration import SERVER_SANDBOX as SERVER_SANDBOX
    from .sdkconfiguration import SDKConfiguration as SDKConfiguration
    from .types import UNSET as UNSET
    from .types import OptionalNullable as OptionalNullable
    from .utils.logger import Logger as Logger
    from .utils.logger import get_default_logger as get_default_logger
    from .utils.retries import RetryConfig as RetryConfig
    from .utils.url import remove_suffix as remove_suffix
    from .models import *
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "._hooks": ["SDKHooks"],
            "._version": [
                "OPENAPI_DOC_VERSION",
                "SPEAKEASY_GENERATOR_VERSION",
                "USER_AGENT",
                "VERSION",
                "__gen_version__",
                "__openapi_doc_version__",
                "__title__",
                "__user_agent__",
                "__version__",
            ],
            ".basesdk": [
                "BaseSDK",
            ],
            ".httpclient": [
                "AsyncHttpClient",
                "ClientOwner",
                "HttpClient",
                "close_clients",
            ],
            ".sdk": [
                "Polar",
            ],
            ".sdkconfiguration": [
                "SERVERS",
                "SERVER_PRODUCTION",
                "SERVER_SANDBOX",
                "SDKConfiguration",
            ],
            ".types": [
                "UNSET",
                "OptionalNullable",
            ],
            ".utils.logger": [
                "Logger",
                "get_default_logger",
            ],
            ".utils.retries": [
                "RetryConfig",
            ],
            ".utils.url": [
                "remove_suffix",
            ],
        }, ".models",
    )
