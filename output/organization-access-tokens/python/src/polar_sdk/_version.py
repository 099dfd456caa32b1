"""Version information."""

__title__: str = "polar-sdk"
__version__: str = "0.1.0"
__openapi_doc_version__: str = "0.1.0"
__gen_version__: str = "0.1.0"
__user_agent__: str = "polar-sdk/python 0.1.0 0.1.0 0.1.0"

VERSION: str = __version__
OPENAPI_DOC_VERSION: str = __openapi_doc_version__
SPEAKEASY_GENERATOR_VERSION: str = __gen_version__
USER_AGENT: str = __user_agent__
