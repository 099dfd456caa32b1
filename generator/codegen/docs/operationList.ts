import type { Method, Plan } from "../plan/plan.js";
import { inert, oneLine } from "./pageText.js";

/** How a README lists the operations. */
export interface OperationListWords {
  readonly clientLabel: string;
  readonly anchor: (method: Method) => string;
  /** Resources inside of others stand below a smaller heading. */
  readonly nestedHeading: string;
  /** By the text of the heading, or in the order of the tree. */
  readonly sorted: boolean;
  /** Words for a method without a summary. */
  readonly otherwise: (method: Method) => string | null;
}

/**
 *     ### [tokens](docs/sdks/tokens/README.md)
 *
 *     * [list](docs/sdks/tokens/README.md#list) - List tokens
 */
export function operationList({ client, allResources }: Plan, words: OperationListWords): string {
  const groups = [
    { label: words.clientLabel, nested: false, className: client.className, methods: client.methods, first: true },
    ...allResources.map(({ path, className, methods }) => ({
      label: path.join("."),
      nested: path.length > 1,
      className,
      methods,
      first: false,
    })),
  ].filter(({ methods }) => methods.length > 0);
  const text = groups.map(({ label, nested, className, methods }) => {
    const page = `docs/sdks/${className.toLowerCase()}/README.md`;
    const lines = methods.map((method) => `* [${method.name}](${page}#${words.anchor(method)})${summaryOf(method, words)}`);
    return { heading: ` [${label}](${page})`, text: `${nested ? words.nestedHeading : "###"} [${label}](${page})\n\n${lines.join("\n")}` };
  });
  const [root, ...others] = groups[0]?.first === true ? text : [null, ...text];
  const ordered = words.sorted ? others.sort((a, b) => ((a?.heading ?? "") < (b?.heading ?? "") ? -1 : 1)) : others;
  return [root, ...ordered].flatMap((group) => group?.text ?? []).join("\n\n");
}

function summaryOf(method: Method, { otherwise }: OperationListWords): string {
  const summary = method.docs.summary ?? otherwise(method);
  return summary === null ? "" : ` - ${inert(oneLine(summary))}`;
}
