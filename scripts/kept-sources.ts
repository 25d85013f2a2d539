import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Kept } from '../src/source/opened.ts';

/** A source's last good pull. */
export interface KeptPull extends Kept {
  /** When it was pulled, in milliseconds since 1970. */
  readonly at: number;
  /** What people know the workbook by. */
  readonly name: string;
}

const entry = z.object({
  version: z.literal(1),
  at: z.int(),
  name: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** The file with the bytes, named by what is in it. */
  bytes: z.string().regex(/^[0-9a-f]{16}-[0-9a-f]{16}\.bin$/),
});

/**
 * The last good pull of a source, or null where none was kept or it is damaged.
 * @param source as it is configured; it may hold a secret, and is kept nowhere
 */
export function readKeptPull(folder: string, source: string): KeptPull | null {
  try {
    const { at, name, etag, lastModified, bytes } = entry.parse(
      JSON.parse(readFileSync(join(folder, `${keyOf(source)}.json`), 'utf8')),
    );
    const content = readFileSync(join(folder, bytes));
    if (bytes !== fileOf(source, content)) return null;
    return { at, name, bytes: content, validators: { etag, lastModified } };
  } catch {
    return null;
  }
}

/** Keeps a pull in place of the one before; at whatever moment the process is killed, one of the two is whole. */
export function keepPull(folder: string, source: string, pull: KeptPull): void {
  mkdirSync(folder, { recursive: true });
  const key = keyOf(source);
  const bytes = fileOf(source, pull.bytes);
  replace(join(folder, bytes), pull.bytes);
  const { etag, lastModified } = pull.validators;
  const meta = { version: 1, at: pull.at, name: pull.name, etag, lastModified, bytes };
  replace(join(folder, `${key}.json`), `${JSON.stringify(meta, null, 2)}\n`);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${key}-`) && name !== bytes) rmSync(join(folder, name), { force: true });
  }
}

function replace(path: string, content: Uint8Array | string): void {
  const aside = `${path}.tmp-${process.pid}`;
  const file = openSync(aside, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
}

/** A file's name must not tell an address, which may be secret. */
function keyOf(source: string): string {
  return hash(source);
}

function fileOf(source: string, content: Uint8Array): string {
  return `${keyOf(source)}-${hash(content)}.bin`;
}

function hash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
