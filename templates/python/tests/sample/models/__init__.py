from .._runtime.lazy import lazy_names
from .._runtime.stems import serve_stems

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "._errors": ["ConflictError", "ConflictErrorData", "NoResponseError", "ResponseValidationError", "SampleError", "SDKError"],
        "._things": [
            "Animal",
            "Bag",
            "Cat",
            "ClientCredentials",
            "Color",
            "Dog",
            "EncodeRequest",
            "EventItem",
            "Filter",
            "Form",
            "Globals",
            "Nested",
            "SchemeLogin",
            "OpSecurity",
            "PageRequest",
            "PageResponse",
            "Page",
            "PathRequest",
            "Security",
            "Size",
            "Thing",
            "ThingInput",
            "UpdateRequest",
            "Upload",
            "UploadFile",
            "WithHeaders",
        ],
    },
)
serve_stems(__name__, "._stems")
