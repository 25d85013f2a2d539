import { SourceFault } from '../../src/source/fault.ts';
import type { Kept, SourceContext } from '../../src/source/opened.ts';
import type { Patience, Time } from '../../src/source/patience.ts';
import { SHEET, sheetXml, workbookBytes } from './hand-made.ts';

export const WORKBOOK = workbookBytes({ [SHEET]: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') });
export const OTHER_WORKBOOK = workbookBytes({ [SHEET]: sheetXml('<row r="1"><c r="A1"><v>2</v></c></row>') });

/** Long waits between attempts, which the clock of the tests does not wait for, and a short time for a request. */
export const SHORT: Patience = { total: 60_000, request: 60, firstWait: 1_000, longestWait: 8_000 };
export const USUAL: Patience = { ...SHORT, request: 20_000 };

export interface Watched extends SourceContext {
  readonly told: string[];
  readonly waits: number[];
}

/** Everything that a source needs from outside, with a clock that only waiting moves, or each look at it by `tick`. */
export function context(env: SourceContext['env'] = {}, kept: Kept | null = null, tick = 0): Watched {
  const told: string[] = [];
  const waits: number[] = [];
  let now = Date.parse('2026-03-01T12:00:00Z');
  const time: Time = {
    now() {
      now += tick;
      return now;
    },
    async sleep(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  };
  return { env, kept, time, told, waits, progress: (what) => void told.push(what) };
}

/** The fault that something ends in; fails where it ends well, or in anything else. */
export async function faultOf(opening: Promise<unknown>): Promise<SourceFault> {
  const error: unknown = await opening.then(
    () => new Error('a fault was expected, and there was none'),
    (reason: unknown) => reason,
  );
  if (error instanceof SourceFault) return error;
  throw error;
}

/** Everything that something says, own properties and those of its prototypes' errors included, as one text. */
export function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
  const parts = Reflect.ownKeys(value).map(
    (key) => `${String(key)}: ${everythingIn(Reflect.get(value, key), seen)}`,
  );
  return parts.join('\n');
}
