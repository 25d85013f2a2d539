import { existsSync, readFileSync } from 'node:fs';
import { type Snapshot, snapshot } from './snapshot.ts';

/**
 * The pulled plan. Throws, in plain words, where it is missing or not whole: pages are never made from less.
 */
export function readSnapshot(path: string): Snapshot {
  if (!existsSync(path)) throw new Error(`There is no pulled plan at ${path}. Run \`npm run pull\` first.`);
  const parsed = snapshot.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const where = first?.path.join('.') || 'its top level';
  throw new Error(
    `The pulled plan at ${path} is damaged or of another version (${where}: ${first?.message}). Run \`npm run pull\` again.`,
  );
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`The pulled plan at ${path} is not whole JSON. Run \`npm run pull\` again.`);
  }
}
