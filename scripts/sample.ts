import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sampleWorkbook } from './sample/workbook.ts';

/** Writes the plan that comes with Milepost. The same plan gives the same bytes. */
const path = resolve(import.meta.dirname, '..', 'data', 'plan.xlsx');
writeFileSync(path, await sampleWorkbook());
process.stderr.write('Wrote data/plan.xlsx.\n');
