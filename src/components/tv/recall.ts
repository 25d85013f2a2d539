/** What the browser has kept under a name, field by field; of something that cannot be read, nothing. */
export function recall(key: string): Readonly<Record<string, unknown>> {
  try {
    return { ...JSON.parse(localStorage.getItem(key) ?? '') };
  } catch {
    return {};
  }
}

/** Keeps something under a name, or forgets it for null. Where the browser keeps nothing, all goes on but for reloads. */
export function keep(key: string, value: object | null): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // No storage, or no room in it.
  }
}
