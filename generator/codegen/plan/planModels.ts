import { dataOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import type { Codec } from "../../ir/operation.js";
import type { SecurityScheme } from "../../ir/security.js";
import type { Choice, Field, ObjectType, Type, UnionType } from "../../ir/types.js";
import { credentialOf } from "../surface/credentialOf.js";
import type { SurfaceType } from "../surface/surface.js";
import { type Introduction, introductionsOf, noIntroduction } from "../types/introductions.js";
import { withoutNull } from "../types/settledTypes.js";
import type { Model, ObjectModel, Property, PropertyPlace, Tag, UnionMember } from "./plan.js";
import type { Planning, PlanRules } from "./planning.js";
import { planPages } from "./planPages.js";
import { planProperty } from "./planProperty.js";
import { sentType } from "./planRequest.js";
import { readContents } from "./planResult.js";

/** Every named type of the surface as the SDK has it; an alias that is seen through has no model. */
export function planModels(planning: Planning): readonly Model[] {
  const forms = formBodies(planning);
  const introductions = introductionsOf(planning.surface);
  return planning.surface.types.flatMap((source) => planModel(source, forms, introductions, planning) ?? []);
}

function planModel(
  source: SurfaceType,
  forms: FormBodies,
  introductions: ReadonlyMap<TypeId, Introduction>,
  planning: Planning,
): Model | null {
  const { types, names } = planning;
  const { type, id, role, operation } = source;
  const owner = planning.wrapped.get(id);
  const name = names.of(id);
  const isError = role === "error" && type.kind === "object";
  const base = {
    id,
    name,
    valueName: source.wraps !== null ? names.of(source.wraps) : isError ? names.of(dataOf(id)) : name,
    role,
    operation: operation?.id ?? null,
    trail: type.naming.trail,
    docs: type.docs,
    introduced: introductions.get(id) ?? noIntroduction,
    use: type.use,
  };
  switch (type.kind) {
    case "object": {
      const fields = fieldsOf(source, type, planning);
      const message = type.fields.findIndex((field) => field.role === "errorMessage");
      return {
        ...base,
        kind: "object",
        fields,
        rest: type.rest === null ? null : types.settle(type.rest),
        isError,
        data: source.wraps ?? id,
        message: fields[message] ?? null,
        form: forms.get(id) ?? null,
        pages: owner === undefined ? null : planPages(owner, planning),
      };
    }
    case "enum":
      return {
        ...base,
        kind: "enum",
        base: type.base,
        members: type.members.map((member) => ({ name: names.of(member.address), value: member.value, docs: member.docs })),
        open: type.open,
      };
    case "union": {
      const members: readonly UnionMember[] =
        owner === undefined
          ? type.members.map((member) => ({ type: types.settle(member.type), stream: "no" as const }))
          : readContents(owner.result, planning).map(({ type, stream }) => ({ type, stream }));
      const tag = owner === undefined ? tagOf(type, planning) : null;
      return { ...base, kind: "union", members, choice: type.choice, tag, open: type.open };
    }
    case "alias":
      return types.isRecursive(id) ? { ...base, kind: "alias", of: types.settle(type.of) } : null;
  }
}

/** In a type that was made for an operation each field stands for something: a parameter, the body, a credential, the result. */
function fieldsOf({ role, operation, id }: SurfaceType, type: ObjectType, planning: Planning): readonly Property[] {
  const { surface, types, rules, wrapped } = planning;
  switch (role) {
    case "request":
    case "globals": {
      const parameters = operation?.parameters ?? surface.api.globals;
      return type.fields.map((field) => {
        const parameter = parameters.find(({ address }) => address === field.address);
        if (parameter !== undefined) return planProperty(field, planning, { kind: "parameter", parameter });
        const content = operation?.body?.address === field.address ? operation.body.content : null;
        if (content === null) return planProperty(field, planning, { kind: "schema", xml: field.xml });
        return { ...planProperty(field, planning, { kind: "body", content }), type: sentType(content, types) };
      });
    }
    case "security":
      return type.fields.map((field) => {
        const scheme = surface.api.schemes.find((one) => one.id === field.wire);
        return planProperty(field, planning, scheme === undefined ? { kind: "schema", xml: field.xml } : credentialPlace(scheme, rules));
      });
    case "credential":
      return type.fields.map((field) => planProperty(field, planning, { kind: "credentialPart" }));
    case "response": {
      const result = wrapped.get(id)?.result;
      const [value] = result === undefined ? [] : readContents(result, planning);
      return type.fields.map((field) => {
        if (field.wire !== "Result") return planProperty(field, planning, { kind: "headers" });
        const planned = planProperty(field, planning, { kind: "result", stream: value?.stream ?? "no" });
        const required = planned.required && !(result?.mayBeEmpty === true && rules.emptyResult === "field");
        return { ...planned, required, type: value?.type ?? planned.type };
      });
    }
    case "model":
    case "error":
      return type.fields.map((field) => planProperty(field, planning, { kind: "schema", xml: field.xml }));
  }
}

function credentialPlace(scheme: SecurityScheme, { tokenInstead }: PlanRules): PropertyPlace {
  return { kind: "credential", scheme, orToken: tokenInstead && credentialOf(scheme).kind === "client" };
}

type FormBodies = ReadonlyMap<TypeId, NonNullable<ObjectModel["form"]>>;

/** Types that are the body of a form: how their fields travel. */
function formBodies({ surface }: Planning): FormBodies {
  const found = new Map<TypeId, Extract<Codec, { kind: "form" | "multipart" }>>();
  for (const { operation } of surface.methods) {
    if (operation.body === null) continue;
    const { codec, type } = operation.body.content;
    const of = withoutNull(type);
    if (of.kind === "ref" && (codec.kind === "form" || codec.kind === "multipart")) found.set(of.id, codec);
  }
  return found;
}

/** A tag counts when each member that it names has that property. */
function tagOf(type: UnionType, planning: Planning): Tag | null {
  const { choice } = type;
  switch (choice.kind) {
    case "tagged":
      return settledTag(choice, type, planning);
    case "untagged":
      return null;
  }
}

function settledTag(choice: Extract<Choice, { kind: "tagged" }>, type: UnionType, planning: Planning): Tag | null {
  const fields = type.members.map((member) => tagFields(member.type, choice.wire, planning));
  const names = new Set<string>();
  for (const { member } of choice.tags) {
    const found = fields[member] ?? null;
    if (found === null) return null;
    for (const field of found) names.add(planning.names.of(field.address));
  }
  if (names.size === 0) return null;
  const always = fields.every((found) => found?.every(({ presence }) => presence === "required") === true);
  return { wire: choice.wire, names: [...names], always, values: choice.tags };
}

/** The tag of an object, or of each that a union may be; null where one has none. */
function tagFields(type: Type, wire: string, planning: Planning, path: readonly TypeId[] = []): readonly Field[] | null {
  const settled = planning.types.settle(type);
  const named = settled.kind === "ref" && !path.includes(settled.id) ? planning.types.typeOf(settled.id) : undefined;
  if (named?.kind === "object") {
    const field = named.fields.find((one) => one.wire === wire);
    return field === undefined ? null : [field];
  }
  if (named?.kind !== "union") return null;
  const found = named.members.map((member) => tagFields(member.type, wire, planning, [...path, named.id]));
  return found.some((one) => one === null) ? null : found.flatMap((one) => one ?? []);
}
