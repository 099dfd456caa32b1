/** Levels of nesting that are read. Real documents stay below 60; deeper ones would exhaust the stack of every stage that follows. */
export const MAX_DEPTH = 400;

/** Values that the aliases of a YAML text may add once they are written out. The largest real documents have 700,000 values in all. */
export const MAX_ALIASED = 1_000_000;

/** Bytes of a file; a longer text does not fit into one string of Node's. */
export const MAX_BYTES = 500_000_000;
