import { parseArgs } from 'node:util';
import { benchReading } from './bench/reading.ts';
import { saveTables, tablesOf } from './bench/results.ts';
import { benchWhole } from './bench/whole.ts';
import { guard } from './command.ts';
import { UsageFault } from './fault.ts';

const HELP = `Measures how fast Milepost is, beside something that does the same or less, and prints tables.

  npm run bench                       plans of 5, 50, 500 and 2,000 teams, from workbook to site, stage by stage
  npm run bench -- --teams N          of N teams (may be repeated)
  npm run bench -- --runs N           so many runs of each, of which the median counts
  npm run bench -- --save             writes the tables into scripts/bench/RESULTS.md too
  npm run bench -- reading            reading workbooks of 3,600, 36,000 and 360,000 actions
  npm run bench -- reading --rows N   of N actions (may be repeated)

Each side runs in a process of its own, in turns; its peak of memory is that process's.
`;
const SIZES = [3_600, 36_000, 360_000];
const TEAMS = [5, 50, 500, 2_000];

await guard(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rows: { type: 'string', multiple: true },
      teams: { type: 'string', multiple: true },
      runs: { type: 'string' },
      save: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      debug: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [part = 'whole', ...more] = positionals;
  if ((part !== 'whole' && part !== 'reading') || more.length > 0)
    throw new UsageFault(
      `There is no benchmark “${positionals.join(' ')}”.`,
      'Run `npm run bench -- --help`.',
    );
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (part === 'reading') {
    process.stdout.write(`${await benchReading(wholeNumbers('rows', values.rows) ?? SIZES, say)}\n`);
    return;
  }
  const [runs = null] = wholeNumbers('runs', values.runs === undefined ? undefined : [values.runs]) ?? [];
  const tables = tablesOf(await benchWhole(wholeNumbers('teams', values.teams) ?? TEAMS, runs, say));
  process.stdout.write(`${tables}\n`);
  if (values.save) saveTables(tables);
});

function wholeNumbers(name: string, texts: readonly string[] | undefined): number[] | null {
  if (texts === undefined) return null;
  const numbers = texts.map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new UsageFault(`--${name} must be a whole number above 0.`, `Write it as --${name} 3.`);
  return numbers;
}
