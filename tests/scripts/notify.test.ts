import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { untold } from '../../scripts/deployed.ts';
import { messageFor, type News } from '../../scripts/notify/messages.ts';
import { send } from '../../scripts/notify/send.ts';
import { webhookOf } from '../../scripts/notify/webhook.ts';
import { en } from '../../src/words/en.ts';
import { runCommand } from '../helpers/run.ts';
import { change } from '../helpers/snapshots.ts';
import { startWebhookServer, type WebhookServer } from '../helpers/webhook-server.ts';
import { on, type Sheets, SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const HOSTILE = '<!channel> & @everyone <https://evil.example|click> `x`';

let folder: string;
let server: WebhookServer;
let plan: string;

/** The small plan with a title of its first action, and its due day. */
function planWith(title: string, due: string, locale: string): Sheets {
  const [head = [], first = []] = SMALL_PLAN.Actions ?? [];
  return {
    ...SMALL_PLAN,
    Actions: [head, first, ['M2', title, 'Ann Lee', on(due), null, null]],
    Settings: [
      ['Setting', 'Value'],
      ['Locale', locale],
    ],
  };
}

async function pulled(data: string, sheets: Sheets, day: string): Promise<void> {
  plan = await writeWorkbook(folder, 'plan.xlsx', sheets);
  const { code, stderr } = await runCommand('pull', ['--source', plan, '--data', data, '--as-of', day]);
  expect(stderr).not.toMatch(/foresee/);
  expect(code).toBe(0);
}

function notify(data: string, env: Readonly<Record<string, string>> = {}) {
  return runCommand('notify', ['--data', data], {
    env: { MILEPOST_WEBHOOK: server.address, MILEPOST_SITE: 'https://plan.example.com', ...env },
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-notify-'));
  server = await startWebhookServer();
});
afterAll(() => server.close());
beforeEach(() => void server.received.splice(0));

describe('a webhook', () => {
  test('is told what moved, what is due and where, and only once', async () => {
    const data = join(folder, 'moved');
    await pulled(data, planWith('Train the night shift', '2026-06-22', 'en-GB'), '2026-06-17');
    expect((await notify(data)).stderr).toContain('Told the webhook.');
    await pulled(data, planWith('Train the night shift', '2026-06-24', 'en-GB'), '2026-06-18');
    await notify(data, { MILEPOST_BASE: '/plan/' });
    await notify(data);
    expect(server.received).toMatchObject([
      { asOf: '2026-06-17', moved: { lines: [] }, due: { lines: [expect.stringContaining('22 Jun')] } },
      {
        version: 1,
        asOf: '2026-06-18',
        link: 'https://plan.example.com/plan/',
        moved: { lines: ['North · Train the night shift: due moved from 22 Jun to 24 Jun, 2 days later'] },
        due: { lines: ['24 Jun · Train the night shift (Ann Lee, North)'] },
      },
      { asOf: '2026-06-18', moved: { lines: [] } },
    ]);
  });

  test('is told later what it did not take, and nothing fails', async () => {
    const data = join(folder, 'later');
    await pulled(data, planWith('Train the night shift', '2026-06-22', 'de-DE'), '2026-06-17');
    await notify(data);
    await pulled(data, planWith('Train the night shift', '2026-06-24', 'de-DE'), '2026-06-18');
    server.reply({ status: 410 });
    const refused = await notify(data);
    expect(refused.code).toBe(0);
    expect(refused.stderr).toContain('The webhook was not told. It answered with status 410.');
    expect(refused.stdout + refused.stderr).not.toContain(server.secret);
    await pulled(data, planWith('Train the night shift', '2026-06-24', 'de-DE'), '2026-06-19');
    await notify(data);
    expect(server.received.at(-1)).toMatchObject({
      moved: { lines: [expect.stringContaining('Termin von 22. Juni auf 24. Juni verschoben')] },
    });
  });

  test('is left alone where none is named, and its address is never shown', async () => {
    const data = join(folder, 'off');
    await pulled(data, SMALL_PLAN, '2026-06-17');
    expect(await notify(data, { MILEPOST_WEBHOOK: '' })).toMatchObject({ code: 0, stderr: '' });
    const wrong = await notify(data, { MILEPOST_WEBHOOK: `http://hooks.example.com/${server.secret}` });
    expect(wrong.code).toBe(0);
    expect(wrong.stderr).toContain('MILEPOST_WEBHOOK is no https address.');
    expect(wrong.stderr).not.toContain(server.secret);
    expect(server.received).toEqual([]);
  });

  test('cannot be made to mention anybody by a cell', async () => {
    const data = join(folder, 'hostile');
    await pulled(data, planWith(HOSTILE, '2026-06-22', 'en-GB'), '2026-06-17');
    await notify(data, { MILEPOST_WEBHOOK_FORMAT: 'slack' });
    await notify(data, { MILEPOST_WEBHOOK_FORMAT: 'teams' });
    const [slack, teams] = server.received.map((message) => JSON.stringify(message));
    expect(slack).toContain("&lt;!channel&gt; &amp; @\u2060everyone &lt;https://evil.example|click&gt; 'x'");
    expect(slack).not.toMatch(/<(?!https:\/\/plan\.example\.com\/\|)/);
    expect(slack).not.toMatch(/"mrkdwn","text":"[^"]*"(?!,"verbatim":true)/);
    expect(teams).toContain('AdaptiveCard');
    expect(teams).not.toMatch(/"TextBlock"|@everyone|"entities"/);
  });
});

describe('sending', () => {
  /** A clock that waits for nobody. */
  function clock() {
    const slept: number[] = [];
    let time = 0;
    return {
      slept,
      now: () => time,
      random: () => 0.5,
      sleep: async (milliseconds: number) => {
        slept.push(milliseconds);
        time += milliseconds;
      },
    };
  }
  const webhook = () => ({ address: new URL(server.address), format: 'json' as const });

  test('waits as long as it is asked to, and tries again', async () => {
    const time = clock();
    server.reply({ status: 429, headers: { 'retry-after': '7' } }, { cut: true }, { status: 503 });
    expect(await send(webhook(), {}, time)).toBeNull();
    expect(server.received).toHaveLength(4);
    expect(time.slept).toEqual([7_000, 1_000, 2_000]);
  });

  test('gives up where the wait is too long, in the end, and at once where it is no use', async () => {
    server.reply({ status: 429, headers: { 'retry-after': '3600' } });
    expect(await send(webhook(), {}, clock())).toBe('It answered with status 429.');
    server.reply(...Array.from({ length: 40 }, () => ({ status: 503 })));
    expect(await send(webhook(), {}, clock())).toBe('It answered with status 503.');
    expect(server.received.length).toBeLessThan(30);
    server.reply(...Array.from({ length: 40 }, () => ({})));
    await Promise.all(Array.from({ length: 40 }, () => send(webhook(), {}, clock())));
    server.received.splice(0);
    server.reply({ status: 302, headers: { location: 'https://elsewhere.example/' } });
    expect(await send(webhook(), {}, clock())).toBe('It answered with status 302.');
    expect(server.received).toHaveLength(1);
  });
});

describe('the address', () => {
  const formatAt = (address: string, format = '') =>
    webhookOf({ MILEPOST_WEBHOOK: address, MILEPOST_WEBHOOK_FORMAT: format })?.format;

  test('tells the format, unless the environment does', () => {
    expect(formatAt('https://hooks.slack.com/services/a/b/c')).toBe('slack');
    expect(formatAt('https://prod-1.westeurope.logic.azure.com:443/workflows/a')).toBe('teams');
    expect(formatAt('https://x.1.environment.api.powerplatform.com/powerautomate/a')).toBe('teams');
    expect(formatAt('https://hooks.slack.com.example.org/a')).toBe('json');
    expect(formatAt('https://chat.example.org/a', 'Slack')).toBe('slack');
    expect(() => formatAt('https://chat.example.org/a', 'irc')).toThrow('no format');
  });

  test('is https, or on this computer', () => {
    expect(webhookOf({})).toBeNull();
    expect(() => formatAt('http://chat.example.org/a')).toThrow('no https address');
    expect(() => formatAt('ftp://127.0.0.1/a')).toThrow('no https address');
    expect(() => formatAt('https://me:secret@chat.example.org/a')).toThrow('user name');
  });
});

describe('a message', () => {
  test('stays within what its receiver takes', () => {
    const lines = Array.from({ length: 12 }, () => '𝄞<'.repeat(400));
    const parts = (['moved', 'due', 'problems'] as const).map((kind) => ({
      kind,
      title: kind,
      lines,
      more: 7,
    }));
    const digest = { title: 'T'.repeat(999), standing: 'fine', asOf: 'now', parts };
    const news: News = { digest, asOf: '2026-06-17', link: null, words: en.digest };
    expect(Buffer.byteLength(JSON.stringify(messageFor('teams', news)))).toBeLessThan(28_000);
    const slack = messageFor('slack', news);
    expect(slack).toMatchObject({ blocks: { length: 5 } });
    const texts = JSON.stringify(slack).match(/"text":"[^"]*"/g) ?? [];
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(3_020);
    expect(JSON.stringify(slack)).toContain('and 7 more');
    expect(JSON.stringify(slack)).not.toMatch(/&(lt?)?[\\"…]/);
  });
});

describe('what is new', () => {
  test('is what came after the last plan that was told of', () => {
    const changes = [change({ day: '2026-03-03' }), change({ row: 'b' }), change()];
    expect(untold({ changes, asOf: '2026-03-03' }, null)).toEqual(changes.slice(0, 1));
    const mark = { version: 1 as const, fingerprint: '', day: '2026-03-01', told: [] };
    expect(untold({ changes, asOf: '2026-03-03' }, mark)).toEqual(changes);
  });
});
