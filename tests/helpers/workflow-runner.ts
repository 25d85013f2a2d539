import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkOut } from './origin.ts';
import { cleanEnv, PROJECT } from './run.ts';

const text = z.union([z.string(), z.number(), z.boolean()]);
const step = z.strictObject({
  id: z.string().optional(),
  if: z.string().optional(),
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  with: z.record(z.string(), text).optional(),
  env: z.record(z.string(), text).optional(),
});
export const workflowFile = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      if: z.string().optional(),
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      outputs: z.record(z.string(), z.string()).optional(),
      environment: z.unknown().optional(),
      steps: z.array(step),
    }),
  ),
});
export type Workflow = z.infer<typeof workflowFile>;

/** A workflow of this repository. */
export function readWorkflow(name: string): Workflow {
  return workflowFile.parse(parse(readFileSync(join(PROJECT, '.github/workflows', name), 'utf8')));
}

/** What stands for GitHub: its caches, its artifacts and the site that Pages serve, as folders. */
export interface Host {
  readonly folder: string;
  /** Path of the repository. */
  readonly origin: string;
  /** By which clones know it. */
  readonly url: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What one run of a workflow came to. */
export interface WorkflowRun {
  /** By job: what it came to; a job that is left out was skipped. */
  readonly jobs: Readonly<Record<string, 'success' | 'failure'>>;
  readonly log: string;
  readonly summary: string;
}

type Outputs = Record<string, string>;

/**
 * Runs a workflow as GitHub does, job after job: its `run` steps by their very commands, in bash, in a clone of the
 * origin, with the files and the environment that GitHub gives. What actions do is done here in their place.
 * @param id the run's number @param commit that the event speaks of
 */
export async function runWorkflow(
  workflow: Workflow,
  host: Host,
  {
    id,
    commit,
    event = 'schedule',
    anyway = false,
  }: { id: number; commit: string; event?: string; anyway?: boolean },
): Promise<WorkflowRun> {
  const github = { run_id: id, run_attempt: 1, token: host.secrets.GITHUB_TOKEN ?? '', event_name: event };
  const needs: Record<string, { outputs: Outputs }> = {};
  const jobs: Record<string, 'success' | 'failure'> = {};
  const files = join(host.folder, `files-${id}`);
  mkdirSync(files, { recursive: true });
  const summary = join(files, 'summary.md');
  let log = '';
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needed = [job.needs ?? []].flat();
    if (needed.some((other) => jobs[other] !== 'success')) continue;
    const steps: Record<string, { outputs: Outputs }> = {};
    const contexts = {
      github: { ...github, event: { repository: { fork: false } }, repository_visibility: 'private' },
      vars: { MILEPOST_DEPLOY: 'on' },
      secrets: host.secrets,
      inputs: { anyway },
      needs,
      steps,
    };
    const fill = (value: string) =>
      value.replace(/\$\{\{(.*?)\}\}/g, (_, code: string) => String(worth(code, contexts)));
    const holds = (code: string | undefined) =>
      code === undefined || isTrue(worth(code.replace(/^\$\{\{|\}\}$/g, ''), contexts));
    if (!holds(job.if)) continue;
    const workspace = join(host.folder, `work-${id}-${name}`);
    mkdirSync(workspace, { recursive: true });
    const atEnd: (() => void)[] = [];
    jobs[name] = 'success';
    for (const [place, each] of job.steps.entries()) {
      if (!holds(each.if)) continue;
      const given = Object.fromEntries(
        Object.entries(each.with ?? {}).map(([key, value]) => [key, fill(String(value))]),
      );
      const output = join(files, `output-${name}-${place}`);
      writeFileSync(output, '');
      const outputs: Outputs = {};
      if (each.uses !== undefined) {
        const action = each.uses.split('@')[0] ?? '';
        const act = ACTIONS.get(action);
        if (!act) throw new Error(`No stand-in for ${action}`);
        Object.assign(outputs, act({ host, workspace, commit, given, atEnd }));
      } else if (!/^npm ci /.test(each.run ?? '')) {
        const env = Object.fromEntries(
          Object.entries(each.env ?? {}).map(([key, value]) => [key, fill(String(value))]),
        );
        const ran = await bash(fill(each.run ?? ''), workspace, {
          GITHUB_ACTIONS: 'true',
          CI: 'true',
          GITHUB_WORKSPACE: workspace,
          GITHUB_REF_NAME: 'main',
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          ...env,
        });
        log += ran.text;
        if (ran.code !== 0) {
          log += `exit code ${ran.code}\n`;
          jobs[name] = 'failure';
          break;
        }
      }
      for (const line of readFileSync(output, 'utf8').split('\n').filter(Boolean)) {
        const [key = '', value = ''] = line.split(/=(.*)/s);
        outputs[key] = value;
      }
      if (each.id !== undefined) steps[each.id] = { outputs };
    }
    if (jobs[name] === 'success') for (const end of atEnd) end();
    needs[name] = {
      outputs: Object.fromEntries(
        Object.entries(job.outputs ?? {}).map(([key, value]) => [key, fill(value)]),
      ),
    };
  }
  return { jobs, log, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
}

interface Call {
  readonly host: Host;
  readonly workspace: string;
  readonly commit: string;
  readonly given: Readonly<Record<string, string>>;
  /** What an action does once all steps are done. */
  readonly atEnd: (() => void)[];
}

const ACTIONS = new Map<string, (call: Call) => Outputs>([
  ['actions/setup-node', () => ({})],
  ['actions/configure-pages', () => ({ origin: 'https://plan.example.com', base_path: '/plan' })],
  [
    'actions/checkout',
    ({ host, workspace, commit }) => {
      checkOut(host.origin, host.url, commit, workspace);
      return {};
    },
  ],
  ['actions/cache/restore', restore],
  ['actions/cache/save', save],
  [
    'actions/cache',
    (call) => {
      call.atEnd.push(() => void save(call));
      return restore(call);
    },
  ],
  [
    'actions/upload-pages-artifact',
    ({ host, workspace, given }) => {
      cpSync(join(workspace, given.path ?? ''), join(host.folder, 'artifact'), { recursive: true });
      return {};
    },
  ],
  [
    'actions/deploy-pages',
    ({ host }) => {
      rmSync(join(host.folder, 'served'), { recursive: true, force: true });
      cpSync(join(host.folder, 'artifact'), join(host.folder, 'served'), { recursive: true });
      rmSync(join(host.folder, 'artifact'), { recursive: true });
      return { page_url: 'https://plan.example.com/plan/' };
    },
  ],
]);

/** The entry of that key, else the newest whose key begins as asked. */
function restore({ host, workspace, given }: Call): Outputs {
  const caches = join(host.folder, 'caches');
  const known = existsSync(caches) ? readdirSync(caches) : [];
  const number = (name: string) => Number(/-(\d+)-1$/.exec(name)?.[1]);
  const prefix = given['restore-keys'];
  const found =
    known.find((name) => name === given.key) ??
    (prefix === undefined
      ? undefined
      : known.filter((name) => name.startsWith(prefix)).sort((a, b) => number(b) - number(a))[0]);
  if (found === undefined) {
    if (given['fail-on-cache-miss'] === 'true') throw new Error(`No cache ${given.key}`);
    return {};
  }
  const to = join(workspace, given.path ?? '');
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(caches, found), to, { recursive: true });
  return {};
}

function save({ host, workspace, given }: Call): Outputs {
  const from = join(workspace, given.path ?? '');
  if (existsSync(from)) cpSync(from, join(host.folder, 'caches', given.key ?? ''), { recursive: true });
  return {};
}

/** GitHub's shell: it ends at the first command that fails. */
function bash(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; text: string }> {
  return new Promise((done) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd,
      env: { ...cleanEnv(), ...env },
    });
    let all = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        all += chunk;
      });
    child.on('close', (code) => done({ code, text: all }));
  });
}

/** What an expression says: those that our workflows have are JavaScript too, but that what is missing is empty. */
function worth(code: string, contexts: object): unknown {
  const names = Object.keys(contexts);
  const evaluate: unknown = new Function(...names, `return (${code.replaceAll('.', '?.')})`);
  return typeof evaluate === 'function' ? (evaluate(...Object.values(contexts)) ?? '') : '';
}

function isTrue(value: unknown): boolean {
  return value !== '' && value !== false && value !== 0 && value !== null;
}
