import { writable } from './characters.ts';

/** A feed by RFC 4287. */
export interface AtomFeed {
  /** A UUID that never changes. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** YYYY-MM-DD. */
  readonly updated: string;
  /** Whole addresses of the feed and of its page, where known. */
  readonly self: string | null;
  readonly page: string | null;
  /** The newest first. */
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly page: string | null;
  /** Plain text. */
  readonly content: string;
}

/** The feed as XML 1.0. Days stand for their first instant in UTC. */
export function atomText({ id, title, author, updated, self, page, entries }: AtomFeed): string {
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    ...head(id, title, updated),
    `<author>${element('name', author)}</author>`,
    element('generator', 'Milepost'),
    ...link('self', self),
    ...link('alternate', page),
    ...entries.flatMap((entry) => [
      '<entry>',
      ...head(entry.id, entry.title, entry.updated),
      ...link('alternate', entry.page),
      `<content type="text">${escaped(entry.content)}</content>`,
      '</entry>',
    ]),
    '</feed>',
  ].join('\n')}\n`;
}

function head(id: string, title: string, updated: string): string[] {
  return [
    element('id', `urn:uuid:${id}`),
    element('title', title.replace(/\s+/g, ' ')),
    element('updated', `${updated}T00:00:00Z`),
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(rel: string, address: string | null): string[] {
  return address === null ? [] : [`<link rel="${rel}" href="${escaped(address)}"/>`];
}

function escaped(text: string): string {
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
