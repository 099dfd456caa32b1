/**
 * Replaces the clock of an SDK by one that shows the noon of 2024-01-31: waits are over at once, and all that moves it is what is asked of it. `silence` gives a promise for the
 * n-th deadline, which is missed when it is kept.
 */
export function turnedClock(clock, { chance = 1, silence = () => new Promise(() => undefined) } = {}) {
  const turned = { time: Date.UTC(2024, 0, 31, 12), waits: [] };
  let attempts = 0;
  clock.now = () => turned.time;
  clock.chance = () => chance;
  clock.wait = (milliseconds, then) => {
    turned.waits.push(milliseconds);
    turned.time += milliseconds;
    then();
    return () => undefined;
  };
  clock.deadline = (milliseconds, miss) => {
    attempts += 1;
    const inTime = new AbortController();
    const late = () => {
      turned.time += milliseconds;
      miss();
    };
    silence(attempts, inTime.signal).then(late, () => undefined);
    return () => inTime.abort();
  };
  return turned;
}
