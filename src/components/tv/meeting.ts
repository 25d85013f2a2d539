import { keep, recall } from './recall.ts';

/** Past this, a meeting is over: who opens the review then begins another. */
const LONGEST_MS = 4 * 3_600_000;

interface Begun {
  readonly start: number;
  /** When the part began that is shown. */
  readonly partStart: number;
  readonly part: string;
}

/** The clock of a review: how long it has taken, and the part that is shown, against what is planned. */
export interface MeetingTimes {
  readonly meeting: number;
  readonly planned: number;
  /** Null on the agenda. */
  readonly part: { readonly taken: number; readonly planned: number } | null;
}

/**
 * A review as it goes on: it begins when the agenda is left, and its times outlast a reload. All times are in
 * milliseconds.
 */
export class Meeting {
  readonly #key: string;
  readonly #planned: number;
  /** The parts of the meeting, with the shares in which its minutes are given to them. */
  weights: ReadonlyMap<string, number>;
  #begun: Begun | null;

  constructor(key: string, minutes: number, weights: ReadonlyMap<string, number>, now: number) {
    this.#key = key;
    this.#planned = minutes * 60_000;
    this.weights = weights;
    const { start, partStart, part } = recall(key);
    // What is damaged is no number, and later than nothing.
    this.#begun =
      Number(start) > now - LONGEST_MS
        ? { start: Number(start), partStart: Number(partStart) || now, part: String(part) }
        : null;
  }

  /** What a part may take. */
  plannedFor(part: string): number {
    let all = 0;
    for (const weight of this.weights.values()) all += weight;
    return (this.#planned * (this.weights.get(part) ?? 0)) / (all || 1);
  }

  /** @param part the name of the part that is shown from now on; null for the agenda */
  enter(part: string | null, now: number): void {
    if (part !== null && this.#begun?.part === part) return;
    this.#begun = part === null ? null : { start: this.#begun?.start ?? now, partStart: now, part };
    keep(this.#key, this.#begun);
  }

  times(now: number): MeetingTimes {
    const begun = this.#begun;
    if (begun === null) return { meeting: 0, planned: this.#planned, part: null };
    return {
      meeting: now - begun.start,
      planned: this.#planned,
      part: { taken: now - begun.partStart, planned: this.plannedFor(begun.part) },
    };
  }
}

/** `12:05`; minutes go on past sixty. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
