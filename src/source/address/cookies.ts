/**
 * The cookies of one pull. SharePoint's share links set one, and send on to an address that asks for it. Each goes back
 * to the origin that set it and to no other, and none outlives the pull.
 */
export class Cookies {
  readonly #byOrigin = new Map<string, Map<string, string>>();

  keep(url: URL, headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name, value] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      const cookies = this.#byOrigin.get(url.origin) ?? new Map<string, string>();
      this.#byOrigin.set(url.origin, cookies.set(name, value.trim()));
    }
  }

  /** The Cookie header of a request, or null. */
  headerFor(url: URL): string | null {
    const cookies = this.#byOrigin.get(url.origin);
    return cookies === undefined ? null : [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
