import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads what a link leads to, over and over without a pause, until a file says that it is enough; then tells how often it
 * found it, and how often it did not.
 */
const [root = '', enough = ''] = process.argv.slice(2);
const page = join(root, 'current', 'build.json');
let found = 0;
let missed = 0;
process.stdout.write('reading\n');
do {
  for (let i = 0; i < 1000; i += 1) {
    try {
      readFileSync(page);
      found += 1;
    } catch {
      missed += 1;
    }
  }
} while (!existsSync(enough));
process.stdout.write(JSON.stringify({ found, missed }));
