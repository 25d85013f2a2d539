import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
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

/** The SHA-256 of files with their names. @param paths as they are named, from the folder on */
export function sumOfFiles(folder: string, paths: readonly string[]): string {
  const sum = createHash('sha256');
  for (const path of [...paths].sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest();
    sum.update(`${path}\0`).update(content);
  }
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
