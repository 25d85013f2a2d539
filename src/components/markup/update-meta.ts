import type { Site } from '../../site/plan.ts';
import { teamsById } from '../../site/teams-by-id.ts';
import { aboutOf } from '../../site/updates.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { html, type Markup } from './html.ts';

/** The line below an update: whose it is, its kind, what it is about, who said so. @param names whether it names the team, and the day */
export function updateMeta(
  update: Snapshot['updates'][number],
  { formats, plan, links, words }: Site,
  names: { readonly team?: boolean; readonly day?: boolean } = {},
): Markup {
  const parts = [
    names.day && { title: formats.day(update.day), href: null },
    names.team && {
      title: teamsById(plan).get(update.team)?.name ?? update.team,
      href: links.team(update.team),
    },
    update.kind && { title: words.team.updateKinds[update.kind], href: null },
    aboutOf(update, plan, links),
    update.by && { title: update.by, href: null },
  ].filter((part) => typeof part === 'object' && part !== null);
  return html`${parts.map(
    ({ title, href }, i) =>
      html` ${i > 0 && ' · '} ${href === null ? title : html`<a href="${href}">${title}</a>`} `,
  )}`;
}
