from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pydantic
import pytest
import wire_sdk
from wire_sdk import models
from wire_sdk._runtime.dump import dumper
from wire_sdk._runtime.lax import fit
from wire_sdk.types import UNSET, UNSET_SENTINEL, BaseModel, OptionalNullable, UnknownVariant, Unset
from wire_sdk.utils import OpenEnumMeta

BUILT = str(Path(wire_sdk.__file__).parent.parent)


def test_unset_is_one_falsy_value():
    assert not UNSET and repr(UNSET) == "UNSET"
    assert copy.deepcopy(UNSET) is UNSET and copy.copy(UNSET) is UNSET and pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert pydantic.TypeAdapter(list[Unset]).dump_python([UNSET]) == [UNSET_SENTINEL]


def test_a_value_outside_of_a_nullable_optional_field_stays():
    class Holder(BaseModel):
        count: OptionalNullable[int] = UNSET
        nested: OptionalNullable[models.Point] = UNSET

    kept = fit(Holder, {"count": "many", "nested": ["x"]})
    assert kept.model_dump(warnings="none") == {"count": "many", "nested": ["x"]}
    assert dumper(Holder)(kept) == {"count": "many", "nested": ["x"]}
    assert json.loads(kept.model_dump_json(warnings="none")) == {"count": "many", "nested": ["x"]}


def test_the_sentinel_is_never_sent():
    assert dumper(dict[str, Any])({"a": UNSET, "b": [UNSET]}) == {"a": None, "b": [None]}


def test_an_unknown_variant_is_kept_and_goes_back_as_it_came():
    came = {"animals": [{"species": "Bird", "wings": {"count": 2}, "model_config": 1}], "post": {"kind": "poll", "options": [None, 1.5]}}
    for zoo in (models.Zoo.model_validate_json(json.dumps(came)), fit(models.Zoo, {**came, "level": "x"})):
        (bird,) = zoo.animals
        assert isinstance(bird, UnknownVariant) and bird.species == "Bird" and bird.raw == came["animals"][0]
        sent = dumper(models.Zoo)(zoo)
        assert {key: sent[key] for key in came} == came
        assert dumper(models.Zoo)(models.Zoo(animals=[bird])) == {"animals": came["animals"]}
        assert copy.deepcopy(bird) == bird and pickle.loads(pickle.dumps(bird)).raw == bird.raw


def test_a_caller_gives_no_unknown_variant_by_chance():
    with pytest.raises(pydantic.ValidationError, match="one of media, text"):
        models.Zoo.model_validate({"post": {"kind": "poll", "options": []}})


def test_a_drifted_member_is_the_one_that_its_tag_names():
    zoo = fit(models.Zoo, {"animals": [{"species": "Dog", "lives": 9}, {"species": "feline", "lives": "nine"}]})
    dog, cat = zoo.animals
    assert isinstance(dog, models.DogBase) and isinstance(cat, models.Cat) and cat.lives == "nine"


def test_the_json_schema_of_a_tagged_union_lists_the_known_members():
    described = json.dumps(models.Zoo.model_json_schema())
    assert "DogBase" in described and "nknown" not in described


def test_a_dict_is_never_unset():
    class Holder(BaseModel):
        nested: OptionalNullable[models.Point] = UNSET

    assert Holder().nested is UNSET
    assert Holder(nested=None).nested is None
    with pytest.raises(pydantic.ValidationError):
        Holder.model_validate({"nested": {}})


def test_names():
    by_python = models.Circle.model_validate({"radius": 1, "kind": "circle"})
    by_wire = models.Circle.model_validate({"radius": 1, "kind": "circle"})
    assert by_python == by_wire == models.Circle(radius=1)
    assert by_python.model_dump() == {"radius": 1, "kind": "circle"}
    assert by_python.model_dump(by_alias=True) == {"radius": 1, "kind": "circle"}


def test_dump_of_a_model_with_a_nullable_field():
    assert models.Note(title="n", owner_id=None).model_dump() == {"title": "n", "owner_id": None}
    assert models.Note(title="n", owner_id="o", remark=None).model_dump() == {"title": "n", "owner_id": "o", "remark": None}
    assert models.Thing(id="a", colour="red").model_dump_json() == '{"id":"a","colour":"red"}'


def test_dump_of_a_model_without_a_nullable_field():
    assert models.Form(name="n").model_dump() == {"name": "n", "tags": None, "agreed": None, "where": None}


def test_include_and_exclude_still_work():
    thing = models.Thing(id="a", colour="red", note="x")
    assert thing.model_dump(exclude={"note"}) == {"id": "a", "colour": "red"}
    assert thing.model_dump(include={"note"}) == {"note": "x"}


def test_union_members_dump_as_what_they_are():
    class Holder(BaseModel):
        shape: models.Shape

    assert Holder(shape=models.Square(side_length=2)).model_dump(by_alias=True) == {"shape": {"side_length": 2, "kind": "square"}}


def test_constants():
    assert models.Circle(radius=1).kind == "circle"
    with pytest.raises(pydantic.ValidationError):
        models.Circle.model_validate({"radius": 1, "kind": "square"})
    with pytest.raises(pydantic.ValidationError):
        models.Circle.model_validate({"radius": 1, "kind": None})


def test_additional_properties():
    bag = models.Bag.model_validate({"name": "n", "a": 1, "b": "2"})
    assert bag.additional_properties == {"a": 1, "b": 2}
    bag.additional_properties = {"c": 3}
    assert bag.model_dump() == {"name": "n", "c": 3}
    with pytest.raises(pydantic.ValidationError):
        models.Bag.model_validate({"a": "x"})


def test_open_enum():
    assert models.Colour("red") is models.Colour.RED
    assert models.Colour("green") == "green"
    assert f"{models.Colour.RED} {models.Colour.RED!s}" == "red red"
    adapter = pydantic.TypeAdapter(models.Colour)
    assert adapter.validate_python("red") is models.Colour.RED
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
    described = models.Note.model_json_schema()["properties"]["day"]
    assert described == {"anyOf": [{"format": "date", "type": "string"}, {"type": "null"}], "default": None, "title": "Day"}


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
    import wire_sdk.models.thing as old

    assert old.Thing is models.Thing
    from wire_sdk.models.colour import Colour

    assert Colour is models.Colour
    with pytest.raises(AttributeError):
        old.Nothing  # noqa: B018
    with pytest.raises(ModuleNotFoundError):
        __import__("wire_sdk.models.missing")


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("instead", [None, {"name": 1}, "text", [1]])
def test_what_stands_in_place_of_a_model_is_dumped_as_it_is(instead):
    class Holder(BaseModel):
        nested: models.Point
        note: OptionalNullable[str] = UNSET

    assert Holder.model_construct(nested=instead).model_dump(mode="json") == {"nested": instead}


def test_the_root_is_lazy():
    code = "import sys, wire_sdk; assert 'pydantic' not in sys.modules and 'httpx' not in sys.modules; print(wire_sdk.Wire.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": BUILT}, check=True)
    assert done.stdout == "Wire\n"
    code = "from wire_sdk import *; print(Wire, UNSET)"
    subprocess.run([sys.executable, "-c", code], capture_output=True, env={"PYTHONPATH": BUILT}, check=True)


def test_models_may_be_nested_deeper_than_the_stack():
    """Python counts the frames of pydantic; each level takes several."""
    code = """
import sys
from typing import Optional
from wire_sdk.types import BaseModel
from wire_sdk._runtime.build import adapter_of

source = "class M0(BaseModel):\\n    value: int\\n"
for n in range(1, 200):
    source += f"class M{n}(BaseModel):\\n    inner: 'Optional[M{n - 1}]' = None\\n"
exec(source)
limit = sys.getrecursionlimit()
value = {"value": 1}
for _ in range(199):
    value = {"inner": value}
held = adapter_of(M199).validate_python(value)
assert held.model_dump(exclude_unset=True) == value
assert M198.model_validate(value["inner"]).inner is not None
assert sys.getrecursionlimit() == limit
"""
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path[:2])})
