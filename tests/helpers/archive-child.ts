import { writeSync } from 'node:fs';
import { appendPull } from './archive-pulls.ts';

// Pulls plan after plan into an archive and says of each that it begins, until it has all or is killed.
const [folder, first, last] = process.argv.slice(2);
if (folder === undefined) throw new Error('The archive’s folder is missing');
for (let pull = Number(first); pull <= Number(last); pull += 1) {
  writeSync(1, `${pull}\n`);
  appendPull(folder, pull);
}
writeSync(1, 'end\n');
