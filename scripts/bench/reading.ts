import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const measured = z.object({ milliseconds: z.number(), megabytes: z.number(), found: z.string() });
type Measured = z.infer<typeof measured>;

/** Beside ours, what it is held against: exceljs's bare read, and the least that any reader must do. */
const STAGES = [
  { name: 'exceljs', title: 'exceljs, bare readFile' },
  { name: 'scan', title: 'unpack and find cells' },
  { name: 'read', title: 'workbook → grids' },
  { name: 'plan', title: 'workbook → linked plan' },
] as const;
const DEADLINE_SECONDS = 300;
/** Heap in megabytes, for readers that take more than others. */
const HEAP = 12_000;

/** Times the reading of plans of so many actions; the sides take turns, so that a busy machine is busy for all. */
export async function benchReading(sizes: readonly number[], say: (line: string) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  const rows: string[][] = [['actions', 'stage', 'median s', 'peak MB', 'of exceljs', 'found']];
  try {
    for (const size of sizes) {
      const path = join(folder, `${size}.xlsx`);
      say(`making a workbook of ${size} actions`);
      await run(['make', path, `${size}`]);
      const runs = size < 10_000 ? 5 : size < 100_000 ? 3 : 1;
      const times = new Map<string, (Measured | null)[]>();
      for (let turn = 1; turn <= runs; turn++) {
        for (const { name } of STAGES) {
          say(
            `${size} actions (${(statSync(path).size / 2 ** 20).toFixed(1)} MB), run ${turn} of ${runs}: ${name}`,
          );
          times.set(name, [...(times.get(name) ?? []), await measure(name, path)]);
        }
      }
      const base = median(times.get('exceljs') ?? []);
      for (const { name, title } of STAGES) {
        const own = median(times.get(name) ?? []);
        rows.push([
          `${size}`,
          title,
          own === null ? `over ${DEADLINE_SECONDS}, or out of memory` : (own.milliseconds / 1000).toFixed(2),
          own === null ? '–' : own.megabytes.toFixed(0),
          own === null || base === null ? '–' : (own.milliseconds / base.milliseconds).toFixed(2),
          own?.found ?? '–',
        ]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return table(rows);
}

function median(runs: readonly (Measured | null)[]): Measured | null {
  const done = runs.filter((each) => each !== null);
  return done.sort((one, other) => one.milliseconds - other.milliseconds)[done.length >> 1] ?? null;
}

async function measure(name: string, path: string): Promise<Measured | null> {
  const text = await run([name, path]);
  return text === null ? null : measured.parse(JSON.parse(text));
}

/** Null where the process fails or takes too long. */
function run(args: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    const stage = join(import.meta.dirname, 'stage.ts');
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, stage, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: DEADLINE_SECONDS * 1000,
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('close', (code) => done(code === 0 ? text : null));
  });
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) =>
          column === 1 || column === 5
            ? text.padEnd(widths[column] ?? 0)
            : text.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
