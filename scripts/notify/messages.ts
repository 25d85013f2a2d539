import type { Digest, DigestPart } from '../../src/site/digest.ts';
import type { Words } from '../../src/words/en.ts';
import { plain } from '../report/plain.ts';
import type { WebhookFormat } from './webhook.ts';

/** What a webhook is told. */
export interface News {
  readonly digest: Digest;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The site's address; null where it is not known. */
  readonly link: string | null;
  readonly words: Words['digest'];
}

/** Rises when a field of the plain JSON is taken away or changes its meaning, not when one is added. */
const JSON_VERSION = 1;
/** Slack takes 3,000 characters in one block, signs written out, and 150 in a header. */
const SLACK_LINE = 220;
const SLACK_HEADER = 150;
/** Teams takes 28 KB in all: 3 parts of 12 lines, of which a character may take 4 bytes. */
const LINE_LENGTH = 160;
/** Joins two characters that would be a sign together, and shows nothing. */
const JOINER = '\u2060';

/** The body of the request, as its receiver wants it. */
export function messageFor(format: WebhookFormat, news: News): unknown {
  if (format === 'slack') return slackMessage(news);
  return format === 'teams' ? teamsMessage(news) : jsonMessage(news);
}

function jsonMessage({ digest, asOf, link }: News): unknown {
  const of = (kind: DigestPart['kind']) => {
    const found = digest.parts.find((part) => part.kind === kind);
    return { lines: found?.lines ?? [], more: found?.more ?? 0 };
  };
  const { title, standing } = digest;
  return {
    version: JSON_VERSION,
    title,
    standing,
    asOf,
    link,
    moved: of('moved'),
    due: of('due'),
    problems: of('problems'),
  };
}

function slackMessage({ digest, link, words }: News): unknown {
  const section = (text: string) => ({
    type: 'section',
    // Verbatim: Slack makes no links and no mentions of what looks like some.
    text: { type: 'mrkdwn', text, verbatim: true },
  });
  const { title, standing, asOf, parts } = digest;
  return {
    text: slackText(`${title}: ${standing}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: short(plain(title), SLACK_HEADER), emoji: false } },
      section(`${slackText(standing)}\n${slackText(asOf)}`),
      ...parts.map((part) =>
        section(
          [`*${part.title}*`, ...linesOf(part, words).map((line) => `• ${slackText(line)}`)].join('\n'),
        ),
      ),
      ...(link === null ? [] : [section(`<${slackAddress(link)}|${words.open}>`)]),
    ],
  };
}

const SLACK_SIGNS = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['`', "'"],
]);

/** Text that Slack shows as it is, cut where it is long: it is no mention, no link, no channel and no code. */
function slackText(text: string): string {
  let written = '';
  for (const character of bare(text)) {
    const next = SLACK_SIGNS.get(character) ?? character;
    if (written.length + next.length > SLACK_LINE) return `${written.replace(/…$/, '')}…`;
    written += next;
  }
  return written;
}

function slackAddress(link: string): string {
  return link.replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C');
}

/** An Adaptive Card. Its text runs know no markup at all, and nobody is mentioned whom the card does not list. */
function teamsMessage({ digest, link, words }: News): unknown {
  const line = (text: string, more: object = {}) => ({
    type: 'RichTextBlock',
    spacing: 'None',
    inlines: [{ type: 'TextRun', text: bare(text), ...more }],
  });
  const { title, standing, asOf, parts } = digest;
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            line(title, { size: 'Large', weight: 'Bolder' }),
            line(standing),
            line(asOf, { isSubtle: true }),
            ...parts.flatMap((part) => [
              { ...line(part.title, { weight: 'Bolder' }), spacing: 'Medium' },
              ...linesOf(part, words).map((text) => line(`• ${text}`)),
            ]),
          ],
          actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: words.open, url: link }],
        },
      },
    ],
  };
}

function linesOf({ lines, more }: DigestPart, words: Words['digest']): string[] {
  return [...lines.map((line) => short(line, LINE_LENGTH)), ...(more === 0 ? [] : [words.more(more)])];
}

/** On one line, without controls, and without a sign that some chat takes for a mention or a channel. */
function bare(text: string): string {
  return plain(text).replace(/[@#＠](?=\S)/gu, (sign) => sign + JOINER);
}

function short(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
