from ._runtime.lazy import lazy_names

__getattr__, __dir__ = lazy_names(__name__, {".sdk": ["Sample"], ".sdkconfiguration": ["SDKConfiguration", "SERVERS"]}, ".models")
