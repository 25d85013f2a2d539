import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The SHA-256 of a content, in hexadecimal digits. */
export function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The SHA-256 of several texts; that two of them are parted differently is another sum. */
export function sumOfAll(parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(createHash('sha256').update(part).digest());
  return sum.digest('hex');
}

/**
 * Sums of files, for those who need them more than once: a file is read again only where it does not stand on the disk as it
 * did before it was read. That its folder was moved is the same to it.
 */
export class FileSums {
  readonly #known = new Map<string, Buffer>();

  /** The SHA-256 of a file. */
  of(path: string): Buffer {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    const stand = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
    const known = this.#known.get(stand);
    if (known !== undefined) return known;
    const sum = createHash('sha256').update(readFileSync(path)).digest();
    this.#known.set(stand, sum);
    return sum;
  }
}

/**
 * The SHA-256 of files with their names.
 * @param paths as they are named, from the folder on @param sums those that were taken already
 */
export function sumOfFiles(folder: string, paths: readonly string[], sums = new FileSums()): string {
  const sum = createHash('sha256');
  for (const path of [...paths].sort()) sum.update(`${path}\0`).update(sums.of(join(folder, path)));
  return sum.digest('hex');
}

/** All files in a folder and those below, by their paths from it on, with slashes. */
export function filesBelow(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, path);
    return entry.isFile() ? [path] : [];
  });
}
