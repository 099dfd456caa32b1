from __future__ import annotations

import copy
import pickle
import sys
import threading
from pathlib import Path

import pydantic
import pytest
import sample_sdk
from sample_sdk import models
from sample_sdk.types import UNSET, UNSET_SENTINEL, BaseModel, OptionalNullable, Unset
from sample_sdk.utils import OpenEnumMeta

BUILT = str(Path(sample_sdk.__file__).parent.parent)


def test_unset_is_one_falsy_value():
    assert not UNSET and repr(UNSET) == "UNSET"
    assert copy.deepcopy(UNSET) is UNSET and copy.copy(UNSET) is UNSET and pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert pydantic.TypeAdapter(list[Unset]).dump_python([UNSET]) == [UNSET_SENTINEL]


def test_a_dict_is_never_unset():
    class Holder(BaseModel):
        nested: OptionalNullable[models.Nested] = UNSET

    assert Holder().nested is UNSET
    assert Holder(nested=None).nested is None
    with pytest.raises(pydantic.ValidationError):
        Holder.model_validate({"nested": {}})


def test_names():
    by_python = models.ThingInput(name="n", format_="csv")
    by_wire = models.ThingInput.model_validate({"name": "n", "format": "csv"})
    assert by_python == by_wire
    assert by_python.model_dump() == {"name": "n", "format_": "csv"}
    assert by_python.model_dump(by_alias=True) == {"name": "n", "format": "csv"}


def test_dump_of_a_model_with_a_nullable_field():
    assert models.ThingInput(name="n").model_dump() == {"name": "n"}
    assert models.ThingInput(name="n", note=None, nested=None).model_dump() == {"name": "n", "note": None, "nested": None}
    assert models.ThingInput(name="n").model_dump_json() == '{"name":"n"}'


def test_dump_of_a_model_without_a_nullable_field():
    assert models.Filter(name="n").model_dump() == {"name": "n", "tags": None, "deep": None}
    assert models.Cat(lives=9).model_dump(by_alias=True) == {"lives": 9, "kind": "cat"}


def test_include_and_exclude_still_work():
    thing = models.ThingInput(name="n", note="x")
    assert thing.model_dump(exclude={"note"}) == {"name": "n"}
    assert thing.model_dump(include={"note"}) == {"note": "x"}


def test_union_members_dump_as_what_they_are():
    assert models.ThingInput(name="n", pet=models.Cat(lives=9)).model_dump(by_alias=True)["pet"] == {"lives": 9, "kind": "cat"}
    assert models.ThingInput(name="n", pet=models.Dog(barks=True)).model_dump(by_alias=True)["pet"] == {"barks": True, "kind": "dog"}


def test_constants():
    assert models.Cat(lives=1).KIND == "cat"
    with pytest.raises(pydantic.ValidationError):
        models.Cat.model_validate({"lives": 1, "kind": "dog"})
    with pytest.raises(pydantic.ValidationError):
        models.Cat.model_validate({"lives": 1, "kind": None})


def test_additional_properties():
    bag = models.Bag.model_validate({"name": "n", "a": 1, "b": "2"})
    assert bag.additional_properties == {"a": 1, "b": 2}
    bag.additional_properties = {"c": 3}
    assert bag.model_dump() == {"name": "n", "c": 3}
    with pytest.raises(pydantic.ValidationError):
        models.Bag.model_validate({"a": "x"})


def test_open_enum():
    assert models.Color("red") is models.Color.RED
    assert models.Color("green") == "green"
    assert f"{models.Color.RED} {models.Color.RED!s}" == "red red"
    adapter = pydantic.TypeAdapter(models.Color)
    assert adapter.validate_python("red") is models.Color.RED
    assert adapter.validate_json('"green"') == "green"
    assert adapter.dump_json("green") == b'"green"'
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python(5)


def test_open_integer_enum():
    import enum

    class Level(int, enum.Enum, metaclass=OpenEnumMeta):
        LOW = 1

    adapter = pydantic.TypeAdapter(Level)
    assert adapter.validate_python(1) is Level.LOW and adapter.validate_python(7) == 7
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python("x")


def test_json_schema_can_be_made():
    described = models.Thing.model_json_schema()["$defs"]["Thing"]["properties"]["day"]
    assert described == {"anyOf": [{"format": "date", "type": "string"}, {"type": "null"}], "title": "Day"}


def test_models_build_in_many_threads():
    class Leaf(BaseModel):
        value: int

    class Tree(BaseModel):
        leaves: list[Leaf]

    results: list[object] = []
    barrier = threading.Barrier(8)

    def build() -> None:
        barrier.wait()
        results.append(Tree.model_validate_json('{"leaves":[{"value":1}]}').leaves[0].value)

    threads = [threading.Thread(target=build) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [1] * 8


def test_modules_of_old_paths():
    import sample_sdk.models.thingfile as old

    assert old.Thing is models.Thing
    from sample_sdk.models.thingfile import Color

    assert Color is models.Color
    with pytest.raises(AttributeError):
        old.Nothing  # noqa: B018
    with pytest.raises(ModuleNotFoundError):
        __import__("sample_sdk.models.missing")


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("instead", [None, {"name": 1}, "text", [1]])
def test_what_stands_in_place_of_a_model_is_dumped_as_it_is(instead):
    class Holder(BaseModel):
        nested: models.Nested
        note: OptionalNullable[str] = UNSET

    assert Holder.model_construct(nested=instead).model_dump(mode="json") == {"nested": instead}


def test_the_root_is_lazy():
    import subprocess

    code = "import sys, sample_sdk; assert 'pydantic' not in sys.modules and 'httpx' not in sys.modules; print(sample_sdk.Thing.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": BUILT}, check=True)
    assert done.stdout == "Thing\n"
    code = "from sample_sdk import *; print(Sample, Thing)"
    subprocess.run([sys.executable, "-c", code], capture_output=True, env={"PYTHONPATH": BUILT}, check=True)
