import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { SourceFault } from '../src/source/fault.ts';
import { UsageFault } from './fault.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A clone of the repository that a folder lies in, and the branch of its `origin` that is written to. */
export interface Repository {
  readonly top: string;
  readonly branch: string;
  /** The branch's newest commit, by asking `origin`. Throws where that cannot be reached. */
  fetchTip(): string;
  /** What a file of a commit holds; null where it has none. @param path from the top, with slashes */
  read(commit: string, path: string): Buffer | null;
  /** A commit with a folder as it is on the disk, all else as in its parent; null where nothing is another. */
  commitFolder(parent: string, folder: string, message: string): string | null;
  /** Makes a commit the branch's newest, unless another came in between. @returns why it was refused, or null */
  push(commit: string): string | null;
  /** Moves the clone on, where it stood on the parent; else it stays, and takes the commit with its next pull. */
  moveOn(parent: string, commit: string, folder: string): void;
}

/** Who commits, where git does not know anybody. */
const NOBODY = { name: 'Milepost', email: 'milepost@localhost.invalid' };

/**
 * Opens the clone that a folder lies in. A token in `MILEPOST_PUSH_TOKEN` is handed to git by the environment: it stands
 * in no file, no argument and no message.
 */
export function openRepository(folder: string, env: Environment): Repository {
  const token = env.MILEPOST_PUSH_TOKEN ?? '';
  const hidden = (text: string) => {
    const bare = text.replace(/:\/\/[^@/\s]+@/g, '://').trim();
    return token === '' ? bare : bare.replaceAll(token, '***');
  };
  const run = (args: readonly string[], more: Environment = {}, cwd = folder) =>
    spawnSync('git', [...args], { cwd, env: { ...env, LC_ALL: 'C', ...more }, maxBuffer: 1 << 30 });
  const found = run(['rev-parse', '--show-toplevel']);
  if (found.status !== 0) {
    throw new UsageFault(
      `${folder} lies in no clone of a git repository, so that its history cannot be committed.`,
      'Run it in a clone, or use `npm run pull`, which commits nothing.',
    );
  }
  const top = found.stdout.toString().trim();
  const git = (args: readonly string[], more: Environment = {}): string => {
    const { status, stdout, stderr } = run(args, more, top);
    if (status === 0) return stdout.toString().trim();
    throw new Error(`git ${args[0]} failed: ${hidden(stderr.toString())}`);
  };
  const knows = (setting: string) => run(['config', setting], {}, top).status === 0;
  const branch = env.GITHUB_REF_NAME || env.CI_COMMIT_BRANCH || git(['symbolic-ref', '--short', 'HEAD']);
  const access = accessBy(token, run(['remote', 'get-url', 'origin'], {}, top).stdout.toString().trim());
  const inTop = (path: string) => relative(top, path).replaceAll('\\', '/');

  return {
    top,
    branch,
    fetchTip() {
      const { status, stderr } = run(['fetch', '--quiet', '--depth=1', 'origin', branch], access, top);
      if (status === 0) return git(['rev-parse', 'FETCH_HEAD']);
      throw new SourceFault({
        kind: 'unreachable',
        code: 'history-out-of-reach',
        what: `The branch ${branch}, which keeps the history, could not be read from origin.`,
        why: hidden(stderr.toString()),
        fix: 'Look whether the repository can be reached and the branch is there. What was published stays.',
      });
    },
    read(commit, path) {
      const { status, stdout } = run(['cat-file', 'blob', `${commit}:${path}`], {}, top);
      return status === 0 ? stdout : null;
    },
    commitFolder(parent, path, message) {
      const aside = mkdtempSync(join(tmpdir(), 'milepost-index-'));
      try {
        const index = { GIT_INDEX_FILE: join(aside, 'index') };
        git(['read-tree', parent], index);
        git(['add', '--all', '--', inTop(path)], index);
        const tree = git(['write-tree'], index);
        if (tree === git(['rev-parse', `${parent}^{tree}`])) return null;
        const who = knows('user.email')
          ? {}
          : {
              GIT_AUTHOR_NAME: env.GIT_AUTHOR_NAME ?? NOBODY.name,
              GIT_AUTHOR_EMAIL: env.GIT_AUTHOR_EMAIL ?? NOBODY.email,
              GIT_COMMITTER_NAME: env.GIT_COMMITTER_NAME ?? env.GIT_AUTHOR_NAME ?? NOBODY.name,
              GIT_COMMITTER_EMAIL: env.GIT_COMMITTER_EMAIL ?? env.GIT_AUTHOR_EMAIL ?? NOBODY.email,
            };
        return git(['commit-tree', tree, '-p', parent, '-m', message], who);
      } finally {
        rmSync(aside, { recursive: true, force: true });
      }
    },
    push(commit) {
      const { status, stderr } = run(
        ['push', '--quiet', 'origin', `${commit}:refs/heads/${branch}`],
        access,
        top,
      );
      return status === 0 ? null : hidden(stderr.toString());
    },
    moveOn(parent, commit, path) {
      const head = run(['symbolic-ref', '--quiet', 'HEAD'], {}, top).stdout.toString().trim();
      if (head !== `refs/heads/${branch}` || git(['rev-parse', 'HEAD']) !== parent) return;
      git(['update-ref', head, commit, parent]);
      git(['reset', '--quiet', '--', inTop(path)]);
    },
  };
}

/** The settings by which git shows a token to the host of `origin` alone. */
function accessBy(token: string, origin: string): Environment {
  if (token === '' || !URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol)) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(origin).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}
