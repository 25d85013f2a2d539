import { roundOf, type Tile } from './loop.ts';

/** Where a wall stands: kept over reloads. */
export interface Place {
  readonly round: number;
  readonly id: string;
}

/** Which slide comes when. It knows neither time nor page. */
export class Rotation {
  #tiles: readonly Tile[];
  #order: readonly string[] = [];
  #round = 0;
  #at = 0;
  readonly #seconds: number;

  /** @param from where to go on; the first slide where that is null or no longer there */
  constructor(tiles: readonly Tile[], seconds: number, from: Place | null) {
    this.#tiles = tiles;
    this.#seconds = seconds;
    this.#begin(from?.round ?? 0);
    if (from !== null) this.#goTo(from.id);
  }

  get place(): Place {
    return { round: this.#round, id: this.current ?? '' };
  }

  get current(): string | undefined {
    return this.#order[this.#at];
  }

  /** Takes other slides, and stays where it is if that is still there; else at what stood there. */
  take(tiles: readonly Tile[]): void {
    const { id } = this.place;
    const at = this.#at;
    this.#tiles = tiles;
    this.#begin(this.#round);
    this.#at = Math.min(at, Math.max(0, this.#order.length - 1));
    this.#goTo(id);
  }

  next(): void {
    if (this.#at + 1 < this.#order.length) this.#at += 1;
    else this.#begin(this.#round + 1);
  }

  previous(): void {
    if (this.#at > 0) {
      this.#at -= 1;
      return;
    }
    if (this.#round > 0) this.#begin(this.#round - 1);
    this.#at = Math.max(0, this.#order.length - 1);
  }

  /** Shows a slide of all there are, by its number from 0, also one that this round leaves out; -1 is the last. */
  jump(number: number): void {
    this.#goTo(this.#tiles.at(number)?.id);
  }

  #begin(round: number): void {
    this.#round = round;
    this.#order = roundOf(round, this.#tiles, this.#seconds);
    this.#at = 0;
  }

  /** Stays where there is no such slide. */
  #goTo(wanted: string | undefined): void {
    const ids = this.#tiles.map(({ id }) => id);
    if (wanted === undefined || !ids.includes(wanted)) return;
    this.#order = ids.filter((id) => id === wanted || this.#order.includes(id));
    this.#at = this.#order.indexOf(wanted);
  }
}
