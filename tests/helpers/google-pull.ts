import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceFault } from '../../src/source/fault.ts';
import { openGoogleSheet } from '../../src/source/google/google-sheet.ts';
import type { Opened, SourceContext } from '../../src/source/opened.ts';
import { PATIENCE, type Patience } from '../../src/source/patience.ts';
import type { GoogleServer } from './google-server.ts';

export const SHEET_ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcdE';

/** What an attempt to read a sheet came to, with all that was told on the way. */
export interface Attempt {
  readonly opened: Opened | null;
  readonly fault: SourceFault | null;
  readonly told: readonly string[];
  /** How long each wait was, in milliseconds; none was waited for. */
  readonly waits: readonly number[];
}

/** Writes a file of credentials. @returns its path */
export function credentialFile(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'milepost-google-')), 'credentials.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The environment that leads to a server, with a home that has nothing in it, on no machine of Google Cloud. */
export function environment(server: GoogleServer, more: SourceContext['env']): SourceContext['env'] {
  const empty = mkdtempSync(join(tmpdir(), 'milepost-home-'));
  return {
    HOME: empty,
    APPDATA: empty,
    GOOGLE_API_ROOT: server.url,
    GOOGLE_TOKEN_ROOT: server.url,
    METADATA_SERVER_DETECTION: 'none',
    ...more,
  };
}

/** Reads a sheet with a clock that only waiting moves. */
export async function attempt(
  env: SourceContext['env'],
  text = SHEET_ID,
  patience: Patience = PATIENCE,
): Promise<Attempt> {
  const told: string[] = [];
  const waits: number[] = [];
  let now = Date.parse('2026-06-01T08:00:00Z');
  const time = {
    now: () => now,
    random: () => 0.5,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  const progress = (what: string) => {
    told.push(what);
  };
  try {
    const opened = await openGoogleSheet(text, { env, kept: null, progress, time }, patience);
    return { opened, fault: null, told, waits };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { opened: null, fault: error, told, waits };
  }
}
