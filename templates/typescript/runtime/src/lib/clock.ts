/** Calls `then` after so many milliseconds, unless what it returns is called before. */
export type Timer = (milliseconds: number, then: () => void) => () => void;

/** Time and chance. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number;
  /** A number from 0 to 1. */
  chance: () => number;
  /** The wait between two attempts. */
  wait: Timer;
  /** The time that an attempt may take. */
  deadline: Timer;
}

/** What a timer can count; a larger number would ring at once. */
const longest = 2 ** 31 - 1;

const timer: Timer = (milliseconds, then) => {
  const running = setTimeout(then, Math.min(milliseconds, longest));
  return () => clearTimeout(running);
};

/**
 * The library asks nobody else for time and chance, so that a test can turn the one and fix the other:
 *
 *     Object.assign(clock, { now: () => noon, chance: () => 1 });
 */
export const clock: Clock = { now: () => Date.now(), chance: () => Math.random(), wait: timer, deadline: timer };
