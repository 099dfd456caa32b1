from .types import Hooks

extra: list[object] = []


def init_hooks(hooks: Hooks) -> None:
    """Tests put functions that register hooks into `extra`."""
    for register in extra:
        register(hooks)  # type: ignore[operator]
