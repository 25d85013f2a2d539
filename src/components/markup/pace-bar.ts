import type { Site } from '../../site/plan.ts';
import type { Status } from '../../snapshot/snapshot.ts';
import { html, type Markup } from './html.ts';

export interface Pace {
  readonly progress: number | null;
  readonly expected: number | null;
  readonly status: Status;
  /** What it is the progress of, for a screen reader. */
  readonly of: string;
  readonly size?: 'large' | 'small';
}

/** Progress as a filled road, and the post that stands where it should be by today. The way still missing is hatched. */
export function paceBar(
  { progress, expected, status, of, size = 'small' }: Pace,
  { formats, words }: Pick<Site, 'formats' | 'words'>,
): Markup {
  const done = progress === null ? 0 : percent(progress);
  const post = expected === null ? null : percent(expected);
  const label =
    progress === null
      ? words.figures.nothingToMeasure(of)
      : words.figures.pace(of, formats.percent(progress), formats.percent(expected));
  return html`<svg class="pace pace-${size} ${status.replace(' ', '-')}" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${label}">
    <rect class="road" x="0" y="2" width="100" height="6"></rect>
    ${post !== null && post > done && html`<rect class="missing" x="${done}" y="2" width="${post - done}" height="6"></rect>`}
    <rect class="way" x="0" y="2" width="${done}" height="6"></rect>
    ${post !== null && html`<line class="post" x1="${post}" x2="${post}" y1="0" y2="10"></line>`}
  </svg>`;
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
