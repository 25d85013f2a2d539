/** Prints every cell of the workbooks named: run by a test in a process of its own, under another time zone. */
import { readExcelFile } from '../../src/source/excel-file.ts';

for (const path of process.argv.slice(2)) {
  process.stdout.write(`${JSON.stringify((await readExcelFile(path)).grids)}\n`);
}
process.stdout.write(`${new Date(0).getTimezoneOffset()}\n`);
