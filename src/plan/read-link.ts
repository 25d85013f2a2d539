import type { Cell } from '../grid/grid.ts';
import { quoted, said } from '../grid/said.ts';
import { cellText } from '../grid/text.ts';
import type { Finding } from './report.ts';

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

export interface LinkRead {
  readonly link: string | null;
  readonly odd: Finding | null;
}

/** The address in a Link cell: that of its hyperlink, else its text. Only http, https and mailto are let through. */
export function readLink(cell: Cell | undefined): LinkRead {
  if (cell === undefined) return { link: null, odd: null };
  return checked(cell.link ?? cellText(cell));
}

/** The hyperlink of a title. One that leads to another place in the workbook is none, and nothing odd. */
export function readTitleLink(cell: Cell | undefined): LinkRead {
  const link = cell?.link ?? '';
  return link.startsWith('#') ? { link: null, odd: null } : checked(link);
}

function checked(address: string): LinkRead {
  if (address === '') return { link: null, odd: null };
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && SAFE_SCHEMES.has(url.protocol)) return { link: url.href, odd: null };
  return {
    link: null,
    odd: {
      code: 'unsafe-link',
      message: said`${quoted(address)} is no web or mail address, and is not published.`,
      fix: said`Write a whole address that begins with https:// or http://.`,
    },
  };
}
