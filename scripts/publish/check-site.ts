import { z } from 'zod';
import { addresses } from '../../src/site/address.ts';
import { sumOf } from '../sums.ts';
import { deadLinks, type Place, type SiteFiles, siteFiles } from './dead-links.ts';

const SHOWN = 10;

/** What of `plan.json` says which pages there have to be. Its own schema says the rest. */
const planPages = z.looseObject({
  asOf: z.string(),
  teams: z.array(z.looseObject({ id: z.string(), goals: z.array(z.looseObject({ id: z.string() })) })),
  people: z.array(z.looseObject({ id: z.string() })),
  customers: z.array(z.looseObject({ id: z.string() })),
});
const buildFile = z.looseObject({ asOf: z.string(), plan: z.string() });

/**
 * Whether a site that was just made is whole: every page is there to its end, no address leads nowhere, `plan.json` is as
 * its own schema says, and `build.json` speaks of it. Throws an Error that names what is missing.
 */
export function checkSite(folder: string, place: Place): void {
  const site = siteFiles(folder);
  const faults = [
    ...faultsOfPlan(site),
    ...faultsOfPages(site),
    ...deadLinks(site, place).map((link) => `leads nowhere: ${link}`),
  ];
  if (faults.length === 0) return;
  const more = faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : [];
  throw new Error(['the site came out not whole.', ...faults.slice(0, SHOWN), ...more].join('\n  '));
}

function faultsOfPlan(site: SiteFiles): string[] {
  const needed = ['index.html', '404.html', 'plan.json', 'plan.schema.json', 'build.json'];
  const missing = needed.filter((file) => !site.files.has(file));
  if (missing.length > 0) return missing.map((file) => `missing: ${file}`);
  const text = site.read('plan.json');
  const plan: unknown = JSON.parse(text);
  const checked = z.fromJSONSchema(JSON.parse(site.read('plan.schema.json'))).safeParse(plan);
  const faults = (checked.error?.issues ?? []).map(
    ({ path, message }) => `plan.json breaks its schema at ${path.join('.')}: ${message}`,
  );
  const build = buildFile.parse(JSON.parse(site.read('build.json')));
  const known = planPages.safeParse(plan);
  if (build.plan !== sumOf(text)) faults.push('build.json speaks of another plan.json');
  if (known.success) {
    const { asOf } = known.data;
    if (build.asOf !== asOf) faults.push(`build.json is as of ${build.asOf}, plan.json as of ${asOf}`);
    faults.push(
      ...pagesOf(known.data)
        .filter((page) => !site.files.has(page))
        .map((page) => `missing: ${page}`),
    );
  }
  return faults;
}

/** The pages that a plan must have, by their files. */
function pagesOf({ teams, people, customers }: z.infer<typeof planPages>): string[] {
  const { to, team, teamTimeline, goal, person, customer } = addresses('/');
  const all = [
    ...['/', '/timeline/', '/review/', '/changes/', '/problems/', '/help/', '/tv/'].map(to),
    ...teams.flatMap(({ id, goals }) => [team(id), teamTimeline(id), ...goals.map((each) => goal(each.id))]),
    ...(people.length > 0 ? [to('/people/')] : []),
    ...people.map(({ id }) => person(id)),
    ...(customers.length > 0 ? [to('/customers/')] : []),
    ...customers.map(({ id }) => customer(id)),
  ];
  return all.map((address) => `${decodeURIComponent(address).slice(1)}index.html`);
}

function faultsOfPages(site: SiteFiles): string[] {
  const pages = [...site.files].filter((file) => file.endsWith('.html'));
  // A page that only leads on to another has no end of its own.
  const isCut = (html: string) => !/<\/html>\s*$/.test(html) && !/http-equiv="refresh"/.test(html);
  return pages.filter((file) => isCut(site.read(file))).map((file) => `cut off: ${file}`);
}
