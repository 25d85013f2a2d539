import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkOut, git, historyIn, makeOrigin } from '../helpers/origin.ts';
import { PROJECT, type Ran, runProcess } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const DOC = readFileSync(join(PROJECT, '.github/HOSTING.md'), 'utf8');

/** The code blocks of one language below a heading. */
function blocks(heading: string, language: string): string[] {
  const part = DOC.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...part.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , code = '']) => code);
}

let folder: string;
let origin: string;
let plan: string;

/** Runs commands of a recipe in a fresh clone. Hosts' own programs are noted instead of run, an install is there already. */
async function follow(
  name: string,
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran & { asked: string }> {
  const clone = join(folder, name);
  checkOut(origin, origin, git(origin, 'rev-parse', 'main'), clone);
  const bin = join(folder, `${name}-bin`);
  mkdirSync(bin);
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\necho "$@" >> "${join(bin, 'asked')}"\n`);
  chmodSync(join(bin, 'npx'), 0o755);
  writeFileSync(join(bin, 'asked'), '');
  const own = script.replace(/^npm ci .*$/gm, ':');
  const ran = await runProcess('bash', ['-e', '-c', own], clone, {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    MILEPOST_SOURCE: plan,
    ...env,
  });
  return { ...ran, asked: readFileSync(join(bin, 'asked'), 'utf8') };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-recipes-'));
  origin = makeOrigin(folder, { timeZone: 'UTC' });
  plan = await writeWorkbook(folder, 'plan.xlsx', SMALL_PLAN);
});

describe('the recipe for', () => {
  test('GitLab builds below the path of its pages, and commits the history', async () => {
    const [text = '', ...more] = blocks('GitLab', 'yaml');
    expect(more).toEqual([]);
    const job = z.strictObject({
      image: z.literal('node:24'),
      rules: z.array(z.strictObject({ if: z.string() })).length(2),
      resource_group: z.string(),
      interruptible: z.literal(false),
      cache: z.array(z.strictObject({ key: z.string(), paths: z.array(z.string()) })),
      script: z.array(z.string()),
      pages: z.strictObject({ publish: z.literal('dist') }),
      artifacts: z.strictObject({ paths: z.tuple([z.literal('dist/')]), expire_in: z.string() }),
    });
    const { script } = z.strictObject({ 'deploy-plan': job }).parse(parse(text))['deploy-plan'];
    const ran = await follow('gitlab', script.join('\n'), {
      CI_PAGES_URL: 'https://group.pages.example.com/plan',
      CI_COMMIT_BRANCH: 'main',
    });
    expect(ran.code, ran.stderr).toBe(0);
    const page = readFileSync(join(folder, 'gitlab/dist/index.html'), 'utf8');
    expect(page).toContain('href="https://group.pages.example.com/plan/"');
    expect(readFileSync(join(folder, 'gitlab/dist/index.html.br')).length).toBeLessThan(page.length);
    expect(historyIn(origin).length).toBeGreaterThan(3);
    expect(readFileSync(join(folder, 'gitlab/data/.deployed.json'), 'utf8')).toContain('fingerprint');
  });

  test.each([
    ['Netlify', 'netlify-cli@27 deploy --prod --no-build --dir=dist --site=an-id\n'],
    ['Cloudflare Pages', 'wrangler@4 pages deploy dist --project-name=a-project --branch=main\n'],
  ])('%s hands over a whole site', async (host, asked) => {
    const [script = '', ...more] = blocks(host, 'sh');
    expect(more).toEqual([]);
    const name = host.slice(0, 3);
    const ran = await follow(name, script, { NETLIFY_SITE_ID: 'an-id', CLOUDFLARE_PROJECT: 'a-project' });
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.asked).toBe(asked);
    expect(readFileSync(join(folder, name, 'dist/plan.json'), 'utf8')).toContain('First ward live');
  });

  test('a host hands over nothing where the plan cannot be read', async () => {
    const [script = ''] = blocks('Netlify', 'sh');
    const ran = await follow('none', script, { MILEPOST_SOURCE: join(folder, 'none.xlsx') });
    expect(ran.code).not.toBe(0);
    expect(ran.asked).toBe('');
  });
});
