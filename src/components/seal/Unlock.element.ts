import { keyFromText, keysOf, keyText, masterOf } from '../../site/seal/keys.ts';
import { forgetKeys, keepKeys, keptId } from './kept-keys.ts';

type Say = 'wrong' | 'wrongLink' | 'changed' | 'unreachable' | 'insecure';

/** What the site says of its seal, in the open. */
interface Told {
  readonly id: string;
  readonly salt: string;
}

/** A page that was asked for and not opened is tried again once only: a browser without a working worker must not turn in circles. */
const TRIED = 'milepost-seal-tried';
/** The ID of the key that last opened this site, so that another passphrase can be told from a wrong one. */
const LAST = 'milepost-seal-last';
const SOON = 10_000;

/** Opens a sealed site by a passphrase, or by the key behind the # of a link, and makes such links. */
class UnlockForm extends HTMLElement {
  connectedCallback(): void {
    if (!isSecureContext || !('serviceWorker' in navigator) || !('indexedDB' in globalThis)) {
      this.#fail('insecure');
      return;
    }
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const form = this.querySelector('form');
    if (form === null) return;
    const fragment = new URLSearchParams(location.hash.slice(1));
    const key = keyFromText(fragment.get('key') ?? '');
    if (fragment.has('key')) {
      // At once, so that it stays in no history and is not seen over a shoulder.
      history.replaceState(null, '', location.pathname + location.search);
      if (key !== null && (await this.#open(key, true, fragment.get('to'))) === true) return;
      form.hidden = false;
      this.#say('wrongLink');
      return;
    }
    const isHere = location.pathname === this.#address('unlock/');
    if (fragment.has('lock')) await forgetKeys(this.#root);
    if (fragment.has('tv')) this.querySelector('details')?.setAttribute('open', '');
    if (!isHere && (await this.#isUnlocked())) return;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit(form);
    });
    form.addEventListener('click', ({ target }) => {
      const does = target instanceof HTMLElement ? target.dataset.does : undefined;
      if (does === 'make') void this.#makeLink(form);
      if (does === 'copy' && target instanceof HTMLElement) void this.#copy(target);
    });
    const last = localStorage.getItem(LAST);
    const told = await this.#told();
    if (told !== null && last !== null && last !== told.id) this.#say('changed');
    this.#field('passphrase').focus();
  }

  async #submit(form: HTMLFormElement): Promise<void> {
    await this.#busy(form, async () => {
      const told = await this.#told();
      if (told === null) return this.#say('unreachable');
      const master = await masterOf(this.#field('passphrase').value, told.salt);
      const stay = new FormData(form).has('stay');
      if ((await this.#open(master, stay, null)) === false) {
        this.#say('wrong');
        this.#field('passphrase').select();
      }
    });
  }

  async #makeLink(form: HTMLFormElement): Promise<void> {
    if (!this.#field('passphrase').reportValidity()) return;
    await this.#busy(form, async () => {
      const told = await this.#told();
      if (told === null) return this.#say('unreachable');
      const master = await masterOf(this.#field('passphrase').value, told.salt);
      if ((await keysOf(master)).id !== told.id) return this.#say('wrong');
      const link = new URL(this.#address('unlock/'), location.href);
      link.hash = new URLSearchParams({ key: keyText(master), to: this.#field('tv-page').value }).toString();
      this.#field('tv-link').value = link.href;
      this.querySelector('.made')?.removeAttribute('hidden');
      this.#tell('');
    });
  }

  /** Whether a key opens the site: then the page that was asked for is on its way. Null where nobody can tell. */
  async #open(master: Uint8Array<ArrayBuffer>, stay: boolean, to: string | null): Promise<boolean | null> {
    const told = await this.#told();
    if (told === null) {
      this.#say('unreachable');
      return null;
    }
    const keys = await keysOf(master);
    if (keys.id !== told.id) return false;
    await keepKeys(this.#root, keys, stay);
    localStorage.setItem(LAST, keys.id);
    await this.#go(to);
    return true;
  }

  /** Whether this browser is unlocked, and only this page came, as it does where one is loaded past the worker. */
  async #isUnlocked(): Promise<boolean> {
    const told = await this.#told();
    if (told === null || (await keptId(this.#root)) !== told.id) return false;
    if (Date.now() - Number(sessionStorage.getItem(TRIED) ?? 0) < SOON) return false;
    sessionStorage.setItem(TRIED, String(Date.now()));
    await this.#go(null);
    return true;
  }

  /** To a page of the site, or the one that was asked for in the first place. */
  async #go(to: string | null): Promise<void> {
    const { serviceWorker } = navigator;
    await serviceWorker.register(this.#address('seal-worker.js'), { scope: this.#root });
    await serviceWorker.ready;
    const isHere = location.pathname === this.#address('unlock/');
    if (to === null && !isHere) location.reload();
    else location.replace(this.#within(to ?? ''));
  }

  /** An address of this very site, whatever a link asks for. */
  #within(to: string): string {
    const root = new URL(this.#root, location.href);
    const wanted = URL.canParse(to, root.href) ? new URL(to, root) : root;
    return wanted.origin === root.origin && wanted.pathname.startsWith(root.pathname)
      ? wanted.href
      : root.href;
  }

  async #told(): Promise<Told | null> {
    try {
      const response = await fetch(this.#address('seal.json'), { cache: 'no-store' });
      const told: unknown = response.ok ? await response.json() : null;
      if (typeof told !== 'object' || told === null || !('id' in told) || !('salt' in told)) return null;
      return { id: String(told.id), salt: String(told.salt) };
    } catch {
      return null;
    }
  }

  async #busy(form: HTMLFormElement, work: () => Promise<void>): Promise<void> {
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    this.#tell(this.dataset.working ?? '');
    try {
      await work();
    } catch {
      this.#say('insecure');
    } finally {
      form.ariaBusy = 'false';
    }
  }

  async #copy(button: HTMLElement): Promise<void> {
    await navigator.clipboard.writeText(this.#field('tv-link').value);
    button.textContent = this.dataset.copied ?? '';
  }

  get #root(): string {
    return this.dataset.root ?? '/';
  }

  #address(path: string): string {
    return this.#root + path;
  }

  #field(id: string): HTMLInputElement {
    const field = this.querySelector<HTMLInputElement>(`#${id}`);
    if (field === null) throw new TypeError(`the page has no field ${id}`);
    return field;
  }

  #say(what: Say): void {
    this.#tell(this.dataset[what] ?? '', what);
  }

  #tell(text: string, what = ''): void {
    const told = this.querySelector<HTMLElement>('#told');
    if (told === null) return;
    told.textContent = text;
    told.dataset.state = what;
    this.#field('passphrase').ariaInvalid = String(what === 'wrong');
  }

  /** Nothing can be done here. */
  #fail(what: Say): void {
    const fault = this.querySelector<HTMLElement>('.fault');
    if (fault === null) return;
    fault.hidden = false;
    fault.textContent = this.dataset[what] ?? '';
  }
}

customElements.define('unlock-form', UnlockForm);
