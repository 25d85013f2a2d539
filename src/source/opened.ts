import type { Workbook } from '../grid/grid.ts';
import type { Time } from './patience.ts';

/** What tells whether a source has changed since it was read: HTTP's own validators, each null where there is none. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A source as it was pulled: enough to read it again without reaching it. */
export interface Kept {
  /** The workbook's bytes, or the answers of the service as JSON. */
  readonly bytes: Uint8Array;
  readonly validators: Validators;
}

/** A source that was read. */
export interface Opened {
  readonly book: Workbook;
  /** What to keep of it for when it cannot be reached; null for a file, which is always there or gone for good. */
  readonly kept: Kept | null;
  /** True where the source said that nothing has changed, so that what was kept was read again. */
  readonly unchanged: boolean;
}

/** All that a source needs from outside. */
export interface SourceContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What was kept of this source, or null. */
  readonly kept: Kept | null;
  /** Told, in a few plain words, what is waited for: `waiting for docs.google.com`. Never a secret, never a query. */
  readonly progress: (what: string) => void;
  readonly time: Time;
}
