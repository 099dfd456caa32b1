const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar date without a time of day: `format: date`, "2025-01-31" (RFC 3339, full-date). */
export class RFCDate {
  readonly #text: string;

  /** Today, in UTC. */
  static today(): RFCDate {
    return new RFCDate(new Date());
  }

  /** A number is a time in milliseconds, as `Date.now()` gives it. Throws a RangeError when the text is no date. */
  constructor(date: Date | string | number) {
    const text = typeof date === "string" ? date : new Date(date).toISOString().slice(0, 10);
    if (!pattern.test(text) || !isCalendarDate(text)) {
      throw new RangeError(`RFCDate: "${text}" is not a date such as 2025-01-31`);
    }
    this.#text = text;
  }

  toJSON(): string {
    return this.#text;
  }

  toString(): string {
    return this.#text;
  }
}

/** `Date` reads "2025-02-30" as the first of March. */
function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
