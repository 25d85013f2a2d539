/** Shorter texts are copied as they are cut out. */
const KEPT_WITH_WHOLE = 13;

/** A text cut out of a long one keeps all of that in memory with it, unless it is put together anew. */
export function detached(text: string): string {
  return text.length < KEPT_WITH_WHOLE ? text : ` ${text}`.slice(1);
}
