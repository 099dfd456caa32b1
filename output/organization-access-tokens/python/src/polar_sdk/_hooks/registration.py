from .types import Hooks

# This file was written once, when the SDK was first generated, and is yours: it is never written again.


def init_hooks(hooks: Hooks) -> None:
    """Registers the hooks of this SDK.

    A hook is an instance of a class with the method of its kind, such as `BeforeRequestHook`:

        hooks.register_before_request_hook(MyHook())
    """
