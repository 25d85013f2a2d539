import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

const AT_ONCE = 16;

/** Makes the content of a file, or the names in a folder, outlast a loss of power, where the system can. */
export function flush(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** As `flush`, for many files: the disk is told of several at once. */
export async function flushAll(paths: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return;
  const rest = [...paths];
  const work = async () => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      const file = await open(path, 'r');
      await file.sync().finally(() => file.close());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
