import { chooseQuirks, quirk } from "./quirkTable.js";

const table = {
  title: quirk<"class" | "path">("class", ["0", "class"], ["2.772", "path"]),
  awaited: quirk<boolean>(true, ["0", false]),
  mark: quirk<string>("new", ["2.832.9", "old"]),
};

it.each<[string | null, ReturnType<typeof older>]>([
  [null, { title: "path", awaited: false, mark: "new" }],
  ["2.9", { title: "class", awaited: false, mark: "new" }],
  ["2.771.99", { title: "class", awaited: false, mark: "new" }],
  ["2.772", { title: "path", awaited: false, mark: "new" }],
  ["2.772.0", { title: "path", awaited: false, mark: "new" }],
  ["2.832.10", { title: "path", awaited: false, mark: "old" }],
  ["3.0.0", { title: "path", awaited: false, mark: "old" }],
])("the format %s has the values of the last rows that are not newer", (format, expected) => {
  expect(older(format)).toEqual(expected);
});

it("pages as they should be have no format", () => {
  expect(chooseQuirks(table, "2.800", { profile: "standard", pageFormat: "2.1" })).toEqual({ title: "class", awaited: true, mark: "new" });
});

function older(pageFormat: string | null) {
  return chooseQuirks(table, "2.800", { profile: "speakeasy", pageFormat });
}
