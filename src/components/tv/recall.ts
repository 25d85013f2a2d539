/** What the browser has kept under a name, field by field; of something that cannot be read, nothing. */
export function recall(key: string): Readonly<Record<string, unknown>> {
  try {
    return { ...JSON.parse(localStorage.getItem(key) ?? '') };
  } catch {
    return {};
  }
}
