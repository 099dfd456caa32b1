import { difference } from "./compare.js";

test.each([
  [{ a: [1, "x"] }, { a: [1, "x"] }, null],
  [{ a: 1 }, { a: "1" }, '/a is "1" instead of 1'],
  [{ a: 1 }, {}, "/a is missing"],
  [{}, { a: null }, "/a was never sent: null"],
  [[1, 2], [1], "the value is [1] instead of [1,2]"],
  ["2022-08-26T18:38:00.000Z", "2022-08-26T20:38:00+02:00", null],
  ["2022-08-26T18:38:00.000Z", "2022-08-26T18:38:01Z", 'the value is "2022-08-26T18:38:01Z" instead of "2022-08-26T18:38:00.000Z"'],
])("%j, %j", (expected, found, words) => {
  expect(difference(expected, found)).toBe(words);
});

test("where the suite is lenient", () => {
  expect(difference({ v: "TRUE" }, { v: "true" })).not.toBeNull();
  expect(difference({ v: "TRUE" }, { v: "true" }, [{ at: "/v", match: 'match.string.caseInsensitive("true")' }])).toBeNull();
  expect(difference("Fri, 26 Aug 2022 14:38:00 GMT", "2022-08-26T14:38:00Z", [{ at: "", match: "match.dateTime.rfc7231(…)" }])).toBeNull();
});
