import { spawnSync } from 'node:child_process';
import { PROJECT } from './project.ts';

// The test is the rehearsal: `npm test` has a few days of it.
const { status } = spawnSync('vitest', ['run', 'tests/scripts/rehearsal.test.ts', ...process.argv.slice(2)], {
  cwd: PROJECT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, MILEPOST_REHEARSAL_DAYS: '30' },
});
process.exitCode = status === 0 ? 0 : 1;
