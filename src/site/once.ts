/** What was found; so that it may be undefined, too. */
interface Found<V> {
  readonly value: V;
}

/**
 * A function of an object that is worked out once for each and then remembered for as long as the object is: pages ask the
 * same of the same plan again and again. Neither the object nor what is found may change.
 */
export function once<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, Found<V>>();
  return (key) => (known.get(key) ?? kept(known, key, work(key))).value;
}

/** The same for a function of an object and a text. */
export function onceEach<K extends object, V>(
  work: (key: K, text: string) => V,
): (key: K, text: string) => V {
  const byText = once((_: K) => new Map<string, Found<V>>());
  return (key, text) => {
    const known = byText(key);
    return (known.get(text) ?? kept(known, text, work(key, text))).value;
  };
}

/** The same for a function of a text, such as how a day is written: for as long as the function itself is. */
export function onceText<V>(work: (text: string) => V): (text: string) => V {
  const known = new Map<string, Found<V>>();
  return (text) => (known.get(text) ?? kept(known, text, work(text))).value;
}

function kept<K, V>(known: { set(key: K, found: Found<V>): unknown }, key: K, value: V): Found<V> {
  const found = { value };
  known.set(key, found);
  return found;
}

/** Rows by a text that each has, in their order. */
export function grouped<R>(rows: readonly R[], keyOf: (row: R) => string | null): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
