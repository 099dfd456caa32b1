import { withoutHidden } from "./hiddenNames.js";

const write = (code: string, ...fields: string[]): readonly [string, readonly string[]] => {
  const used = new Set<string>();
  return [withoutHidden(code, new Set(fields), used), [...used]];
};

test("a name that a field hides is the outer one", () => {
  expect(write("Dict[str, int]", "int")).toEqual(["Dict[str, _int]", ["int"]]);
  expect(write("Optional[datetime]", "datetime", "date")).toEqual(["Optional[_datetime]", ["datetime"]]);
});

test("text, attributes, keywords and longer names stay", () => {
  expect(write('Literal["int"]', "int")).toEqual(['Literal["int"]', []]);
  expect(write('Literal["\\"int"]', "int")).toEqual(['Literal["\\"int"]', []]);
  expect(write('pydantic.Field(alias="a")', "Field", "alias")).toEqual(['pydantic.Field(alias="a")', []]);
  expect(write("PlainSerializer(serialize_int(True))", "int", "serialize")).toEqual(["PlainSerializer(serialize_int(True))", []]);
});
