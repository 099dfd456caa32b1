import { ImportSet } from "./imports.js";

test("an import steps aside for a class of the API, and classes of the API stay", () => {
  const imports = new ImportSet(new Set(["Tag", "Enum"]));
  expect(imports.from("pydantic", "Tag")).toBe("_Tag");
  expect(imports.from("._shared", "Tag")).toBe("Tag");
  expect(imports.from("..models._shared", "Enum")).toBe("Enum");
  expect(imports.from(".._runtime.unions", "tagged")).toBe("tagged");
  expect(imports.whole("httpx")).toBe("httpx");
  expect(imports.text()).toBe(
    [
      "import httpx\nfrom pydantic import Tag as _Tag",
      "from .._runtime.unions import tagged\nfrom ..models._shared import Enum\nfrom ._shared import Tag",
    ].join("\n\n"),
  );
});
