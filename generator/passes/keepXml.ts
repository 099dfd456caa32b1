import type { Api } from "../ir/api.js";
import type { TypeId } from "../ir/ids.js";
import type { Content, Operation } from "../ir/operation.js";
import { partsOf, plainXml, refsOf } from "../ir/types.js";

/** How fields stand in XML matters where an SDK sends or reads XML: there each of them says so, and other types lose it, so that nothing is generated for them. */
export function keepXml(api: Api): Api {
  const types = new Map(api.types.map((type) => [type.id, type]));
  const kept = new Set<TypeId>();
  const open = [...api.operations, ...api.webhooks].flatMap(xmlContents).flatMap(({ type }) => refsOf(type));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const type = kept.has(id) ? undefined : types.get(id);
    if (type === undefined) continue;
    kept.add(id);
    open.push(...partsOf(type).flatMap(refsOf));
  }
  return {
    ...api,
    types: api.types.map((type) => {
      if (type.kind !== "object") return type;
      const isKept = kept.has(type.id);
      if (!isKept && type.fields.every(({ xml }) => xml === null)) return type;
      return { ...type, fields: type.fields.map((field) => ({ ...field, xml: isKept ? (field.xml ?? plainXml) : null })) };
    }),
  };
}

function xmlContents({ body, responses }: Operation): readonly Content[] {
  const contents = [...(body === null ? [] : [body.content]), ...responses.flatMap((response) => response.contents)];
  return contents.filter(({ codec }) => codec.kind === "xml");
}
