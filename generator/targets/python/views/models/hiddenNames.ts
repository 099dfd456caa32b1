/** A string, or a name that is neither an attribute of something nor a keyword of a call. */
const words = /"(?:[^"\\]|\\.)*"|(?<![\w.])[A-Za-z_]\w*(?!\w|\s*=(?!=))/g;

/**
 * A field hides what has the same name outside of its class, from its own annotation on: a field `int` makes `int` a number in the lines below. Such
 * names are written with a `_` in front, which stands for the outer one; the class is preceded by a line that says so.
 *
 *     _int = int
 *
 *
 *     class Limits(BaseModel):
 *         int: Optional[_int] = None
 *         most: Optional[_int] = None
 */
export function withoutHidden(code: string, fields: ReadonlySet<string>, used: Set<string>): string {
  return code.replace(words, (word) => {
    if (!fields.has(word)) return word;
    used.add(word);
    return `_${word}`;
  });
}
