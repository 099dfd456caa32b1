import type { Api } from "../ir/api.js";
import { reach } from "./reach.js";

/** Sets `use` of each named type: sent, received or both. A type that neither reaches keeps `both`. */
export function markUse(api: Api): Api {
  const { input, output } = reach(api);
  const types = api.types.map((type) => {
    const sent = input.has(type.id);
    const use = sent === output.has(type.id) ? ("both" as const) : sent ? ("input" as const) : ("output" as const);
    return use === type.use ? type : { ...type, use };
  });
  return { ...api, types };
}
