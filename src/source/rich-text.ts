import { unescapeText } from './escapes.ts';

/**
 * Collects the text of one string item: that of its own `<t>`, or of its runs `<r><t>`. Phonetic runs `<rPh>` tell how
 * the text is spoken and are no part of it.
 */
export class RichText {
  #text = '';
  #collects = false;
  #inRun = false;

  reset(): void {
    this.#text = '';
    this.#collects = false;
    this.#inRun = false;
  }

  /** @param level 1 for a child of the item, 2 for a child of that */
  open(name: string, level: number): void {
    if (level === 1) this.#inRun = name === 'r';
    this.#collects = name === 't' && (level === 1 || (level === 2 && this.#inRun));
  }

  add(piece: string): void {
    if (this.#collects) this.#text += piece;
  }

  close(): void {
    this.#collects = false;
  }

  get text(): string {
    return unescapeText(this.#text);
  }
}
