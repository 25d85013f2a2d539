import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A process that ran to its end. */
export interface Run {
  /** From its start to its end, as its user waits for it. */
  readonly seconds: number;
  /** What all processors worked for it, which hangs less on what else the machine does. */
  readonly cpu: number;
  /** Its peak of memory. */
  readonly megabytes: number;
  readonly stdout: string;
}

/** Heap in megabytes, for what takes more than others. */
const HEAP = 12_000;

/** Runs a script as a process of its own. Throws with what it said where it fails. @param args the script and its arguments */
export async function runScript(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-run-'));
  const peak = join(folder, 'peak');
  const start = performance.now();
  try {
    const stdout = await new Promise<string>((done, fail) => {
      const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, '--import', PEAK, ...args], {
        env: { ...process.env, ...env, BENCH_PEAK: peak },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let text = '';
      let said = '';
      child.stdout.on('data', (chunk) => {
        text += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      child.on('error', fail);
      child.on('close', (code) => (code === 0 ? done(text) : fail(new Error(`${args.join(' ')}: ${said}`))));
    });
    const seconds = (performance.now() - start) / 1000;
    const { maxRSS, userCPUTime, systemCPUTime } = usage.parse(JSON.parse(readFileSync(peak, 'utf8')));
    // In kilobytes and microseconds.
    return { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const usage = z.object({ maxRSS: z.number(), userCPUTime: z.number(), systemCPUTime: z.number() });

/** Has a process tell at its end what it used. */
const PEAK = `data:text/javascript,${encodeURIComponent(`import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, JSON.stringify(process.resourceUsage())));`)}`;

/** The middle one, by a figure of each. Throws where there are none. */
export function medianBy<T>(runs: readonly T[], figure: (run: T) => number): T {
  const middle = [...runs].sort((a, b) => figure(a) - figure(b))[runs.length >> 1];
  if (middle === undefined) throw new RangeError('there is nothing to take the middle of');
  return middle;
}
