import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanEnv, PROJECT } from './run.ts';

/** Runs git, and returns what it prints. */
export function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  return execFileSync('git', [...who, ...args], { cwd, env: cleanEnv(), stdio: 'pipe' })
    .toString()
    .trim();
}

/**
 * A bare repository that holds the program as it is now, and a plan's configuration.
 * @param config `data/milepost.json` @returns its path, `<folder>/origin.git`
 */
export function makeOrigin(folder: string, config: object): string {
  const seed = join(folder, 'seed');
  const files = git(PROJECT, 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0');
  for (const file of files.filter((name) => name !== '' && !/^(tests|data)\//.test(name))) {
    mkdirSync(dirname(join(seed, file)), { recursive: true });
    cpSync(join(PROJECT, file), join(seed, file));
  }
  mkdirSync(join(seed, 'data'), { recursive: true });
  writeFileSync(join(seed, 'data/milepost.json'), JSON.stringify(config));
  git(seed, 'init', '--quiet', '--initial-branch=main');
  git(seed, 'add', '--all');
  git(seed, 'commit', '--quiet', '-m', 'program: begin');
  const origin = join(folder, 'origin.git');
  git(folder, 'clone', '--quiet', '--bare', seed, origin);
  git(origin, 'config', 'http.receivepack', 'true');
  return origin;
}

/**
 * Clones as a host's runner does, with the project's packages in place of an install.
 * @param from path of the repository: it may be served by this very process @param url by which the clone knows it
 */
export function checkOut(from: string, url: string, commit: string, to: string): void {
  mkdirSync(to, { recursive: true });
  git(to, 'init', '--quiet', '--initial-branch=main');
  git(to, 'remote', 'add', 'origin', url);
  git(to, 'fetch', '--quiet', '--depth=1', `file://${from}`, commit);
  git(to, 'checkout', '--quiet', '-B', 'main', 'FETCH_HEAD');
  symlinkSync(join(PROJECT, 'node_modules'), join(to, 'node_modules'));
}

/** The lines of the history as a bare repository's main branch has them. */
export function historyIn(origin: string): string[] {
  try {
    return git(origin, 'show', 'main:data/history/events.jsonl').split('\n');
  } catch {
    return [];
  }
}
