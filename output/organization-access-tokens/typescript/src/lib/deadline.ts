import { clock } from "./clock.js";

/** A request that fails after so many milliseconds, unless `inTime` is called before; 0 or less: it takes as long as it takes. */
export function withDeadline(request: Request, milliseconds: number): { readonly request: Request; readonly inTime: () => void } {
  if (!(milliseconds > 0)) {
    return { request, inTime: () => undefined };
  }
  const controller = new AbortController();
  const late = new DOMException("The time is over", "TimeoutError");
  return {
    request: new Request(request, { signal: controller.signal }),
    inTime: clock.deadline(milliseconds, () => controller.abort(late)),
  };
}
