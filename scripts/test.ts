import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findOrInstallBrowser } from './browser.ts';
import { PROJECT } from './project.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
const report = join(mkdtempSync(join(tmpdir(), 'milepost-test-')), 'report.json');

const browser = findOrInstallBrowser(say);
if (browser === null) process.exit(1);
say(`Browser tests use ${browser}.`);

const steps: readonly (readonly [string, ...string[]])[] = [
  ['biome', 'ci', '.'],
  ['astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['vitest', 'run', '--coverage', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
];
let failed = 0;
for (const [program, ...args] of steps) {
  say(`\n${program} ${args[0] ?? ''}`);
  const { status } = spawnSync(program, args, {
    cwd: PROJECT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, MILEPOST_BROWSER: browser, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) {
    failed += 1;
    say(`${program} found something to mend.`);
  }
}

const counts = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
const { numPassedTests, numFailedTests } = counts.parse(JSON.parse(readFileSync(report, 'utf8')));
process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
