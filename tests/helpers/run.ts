import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of this process, without what the test runner, a workflow and the user's own plan put there. */
export function cleanEnv(): Record<string, string> {
  const own =
    /^(MILEPOST_(?!BROWSER)|GITHUB_|FORCE_COLOR$|VITEST|VITE_|NODE_ENV$|BASE_URL$|MODE$|DEV$|PROD$|SSR$|TEST$)/;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value === undefined || own.test(key) ? [] : [[key, value]],
    ),
  );
}

/** Runs one of the project's commands as a process of its own, as `npm run` does. */
export function runCommand(
  name: string,
  args: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Ran> {
  const script = join(PROJECT, 'scripts', `${name}.ts`);
  return runProcess(process.execPath, [script, ...args], options.cwd ?? PROJECT, options.env);
}

/** Runs a program to its end. */
export function runProcess(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(program, [...args], { cwd, env: { ...cleanEnv(), NO_COLOR: '1', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
