import { clock } from "./clock.js";

/** One wait for the next piece of a body. */
export type Paced = <T>(wait: () => Promise<T>) => Promise<T>;

interface Timed {
  readonly request: Request;
  /** The answer has come. */
  readonly inTime: () => void;
  /** What may take as long once more, as often as it is asked for. */
  readonly paced: Paced;
}

/** A request that fails after so many milliseconds, unless `inTime` is called before; 0 or less: it takes as long as it takes. */
export function withDeadline(request: Request, milliseconds: number): Timed {
  if (!(milliseconds > 0)) {
    return { request, inTime: () => undefined, paced: (wait) => wait() };
  }
  const controller = new AbortController();
  const late = new DOMException("The time is over", "TimeoutError");
  const paced: Paced = (wait) =>
    new Promise((resolve, reject) => {
      const over = clock.deadline(milliseconds, () => {
        controller.abort(late);
        reject(late);
      });
      wait().finally(over).then(resolve, reject);
    });
  return {
    request: new Request(request, { signal: controller.signal }),
    inTime: clock.deadline(milliseconds, () => controller.abort(late)),
    paced,
  };
}
