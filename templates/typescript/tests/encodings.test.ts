import {
  deepObject,
  escapeUnreserved,
  escapeValue,
  form,
  jsonPair,
  jsonText,
  label,
  matrix,
  type ParameterEncoder,
  pipeDelimited,
  simple,
  spaceDelimited,
  tabDelimited,
} from "../runtime/src/lib/encodings.js";

const list = ["blue", "black"];
const object = { R: 100, G: 200 };

/** The table of OpenAPI 3.1, 4.8.12, "Style Examples". */
const table: [ParameterEncoder, boolean, unknown, string][] = [
  [matrix, false, "", ";color"],
  [matrix, false, "blue", ";color=blue"],
  [matrix, false, list, ";color=blue,black"],
  [matrix, false, object, ";color=R,100,G,200"],
  [matrix, true, list, ";color=blue;color=black"],
  [matrix, true, object, ";R=100;G=200"],
  [label, false, "blue", ".blue"],
  [label, false, list, ".blue,black"],
  [label, true, list, ".blue.black"],
  [label, false, object, ".R,100,G,200"],
  [label, true, object, ".R=100.G=200"],
  [simple, false, "blue", "blue"],
  [simple, false, list, "blue,black"],
  [simple, true, list, "blue,black"],
  [simple, false, object, "R,100,G,200"],
  [simple, true, object, "R=100,G=200"],
  [form, false, "", "color="],
  [form, false, list, "color=blue,black"],
  [form, true, list, "color=blue&color=black"],
  [form, false, object, "color=R,100,G,200"],
  [form, true, object, "R=100&G=200"],
  [spaceDelimited, false, list, "color=blue%20black"],
  [spaceDelimited, true, list, "color=blue&color=black"],
  [pipeDelimited, false, list, "color=blue%7Cblack"],
  [tabDelimited, false, list, "color=blue%09black"],
  [deepObject, true, object, "color%5BR%5D=100&color%5BG%5D=200"],
  [deepObject, true, { a: { b: ["x", "y"] } }, "color%5Ba%5D%5Bb%5D=x&color%5Ba%5D%5Bb%5D=y"],
  [jsonPair, true, { a: 1 }, "color=%7B%22a%22%3A1%7D"],
  [jsonText, true, ["a"], "%5B%22a%22%5D"],
  [form, true, [], ""],
  [form, true, "a b&c", "color=a%20b%26c"],
  [form, true, [null, "x", { a: 1 }], "color=x&color=%7B%22a%22%3A1%7D"],
];

test.each(table)("%p, explode %s: %j", (encoder, explode, value, expected) => {
  expect(encoder("color", value, { explode, quote: escapeValue })).toBe(expected);
});

test("allowReserved keeps what a query can hold", () => {
  expect(form("q", "a/b:c@d&e=f g", { explode: true, quote: escapeUnreserved })).toBe("q=a/b:c@d%26e=f%20g");
});
