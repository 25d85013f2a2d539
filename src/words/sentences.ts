/** How a language says the sentences that the program makes of English templates: what is wrong with cells, and the like. */
export interface Sentences {
  /**
   * The language's template by the English one, in which `{0}`, `{1}` and so on stand for the parts. A word in a form,
   * such as `{0:der}`, stands under the word, a colon and the form.
   */
  readonly sentences: ReadonlyMap<string, string>;
  /** A day of the form `YYYY-MM-DD`, as people of the language would type it into a sheet. */
  readonly day: (iso: string) => string;
  readonly number: (value: number) => string;
}
