import { parseArgs } from 'node:util';
import { benchReading } from './bench/reading.ts';
import { guard } from './command.ts';
import { UsageFault } from './fault.ts';

const HELP = `Measures how fast Milepost is, beside something that does the same or less, and prints a table.

  npm run bench -- reading            reading workbooks of 3,600, 36,000 and 360,000 actions
  npm run bench -- reading --rows N   of N actions (may be repeated)

Each stage runs in a process of its own, in turns; its peak of memory is that process's.
`;
const SIZES = [3_600, 36_000, 360_000];

await guard(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rows: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
      debug: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const parts = positionals.length > 0 ? positionals : ['reading'];
  const unknown = parts.find((part) => part !== 'reading');
  if (unknown !== undefined)
    throw new UsageFault(`There is no benchmark “${unknown}”.`, 'Run `npm run bench -- --help`.');
  const sizes = values.rows?.map(Number) ?? SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new UsageFault('--rows must be a whole number above 0.', 'Write it as --rows 3600.');
  process.stdout.write(`${await benchReading(sizes, (line) => process.stderr.write(`${line}\n`))}\n`);
});
