import type { Argument, Method, Resource, Surface, SurfaceType } from "../../codegen/surface/surface.js";
import type { TemplateStore } from "../../codegen/templates.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address, Docs, Value } from "../../ir/node.js";
import type { CallExample, Content, Status } from "../../ir/operation.js";
import type { NamedType, Slot } from "../../ir/types.js";
import type { PythonOptions } from "./options.js";
import type { PyType } from "./pyType.js";

/** Everything that the code and the pages of one Python SDK share: names are settled, types are Python's, nothing is printed yet. */
export interface PythonPlan {
  readonly options: PythonOptions;
  readonly surface: Surface;
  readonly models: readonly PyModel[];
  readonly modelOf: ReadonlyMap<TypeId, PyModel>;
  readonly resources: readonly PyResource[];
  /** Methods of the client itself come first. */
  readonly methods: readonly PyMethod[];
  readonly client: PyClient;
  readonly templates: TemplateStore;
  readonly generator: string;
}

export interface PyClient {
  readonly className: string;
  /** Name of the variable that snippets keep the client in. */
  readonly variable: string;
  readonly resources: readonly PyResource[];
  readonly methods: readonly PyMethod[];
  readonly globals: readonly PyField[];
}

export interface PyResource {
  readonly resource: Resource;
  readonly className: string;
  readonly attribute: string;
  /** Attributes from the client to here: ["customer_portal", "orders"]. */
  readonly path: readonly string[];
  readonly parent: Address | null;
  readonly children: readonly PyResource[];
  readonly methods: readonly PyMethod[];
}

export type PyModel = PyObject | PyEnum | PyUnion | PyAlias;

interface ModelBase {
  readonly id: TypeId;
  readonly name: string;
  readonly source: SurfaceType;
  readonly docs: Docs;
  /** Where the class is: `models` or `errors`, as the SDK's callers import it. */
  readonly namespace: "models" | "errors";
}

export interface PyObject extends ModelBase {
  readonly kind: "object";
  readonly fields: readonly PyField[];
  readonly rest: PyType | null;
  /** An error class carries its fields in a data class of its own. */
  readonly isError: boolean;
}

export interface PyEnum extends ModelBase {
  readonly kind: "enum";
  readonly base: "str" | "int" | "float" | "bool";
  readonly members: readonly { readonly name: string; readonly value: string | number | boolean; readonly docs: Docs }[];
  readonly open: boolean;
}

export interface PyUnion extends ModelBase {
  readonly kind: "union";
  readonly type: Extract<NamedType, { kind: "union" }>;
  readonly members: readonly PyType[];
  readonly open: boolean;
}

export interface PyAlias extends ModelBase {
  readonly kind: "alias";
  readonly of: PyType;
}

/** A field of a model, or an argument of a method. */
export interface PyField {
  readonly slot: Slot;
  /** Its name in Python: `organization_id`, `filter_`. A constant's class attribute is this name in capitals. */
  readonly name: string;
  readonly type: PyType;
  /** Must be given: required by the document, and no default stands in. */
  readonly required: boolean;
  readonly default: Value | null;
}

export interface PyArgument extends PyField {
  readonly argument: Argument;
  /** Its name in the request model, or in the body. */
  readonly field: string;
  /** The keyword of the call, where it differs from the name in tables because it would hide a builtin. */
  readonly keyword: string;
}

export interface PyMethod {
  readonly method: Method;
  readonly name: string;
  /** Null for a method of the client itself. */
  readonly resource: Address | null;
  readonly arguments: readonly PyArgument[];
  /** The argument that is the whole request, when there is one. */
  readonly request: PyRequest;
  /** The field of the request model that holds the body whose fields are arguments. */
  readonly bodyField: string | null;
  /** Model of the operation's own credentials. */
  readonly security: PyObject | null;
  readonly result: PyResult;
  readonly errors: readonly PyErrorRow[];
  readonly example: CallExample | null;
  readonly examples: readonly CallExample[];
}

export type PyRequest =
  | { readonly kind: "none" }
  /** `request=` is the body itself. */
  | { readonly kind: "body"; readonly type: PyType; readonly content: Content }
  /** `request=` is the request model. */
  | { readonly kind: "object"; readonly model: TypeId }
  /** Keywords. */
  | { readonly kind: "arguments"; readonly model: TypeId | null };

export type PyResult =
  | { readonly kind: "nothing" }
  | { readonly kind: "value"; readonly type: PyType; readonly stream: "no" | "events" | "lines" | "bytes"; readonly mayBeEmpty: boolean }
  | { readonly kind: "wrapper"; readonly model: TypeId; readonly pages: boolean; readonly mayBeEmpty: boolean };

/** One row of an errors table: statuses that raise one class with one content type. */
export interface PyErrorRow {
  readonly model: TypeId;
  readonly statuses: readonly Status[];
  readonly mediaType: string;
}
