import type { Grid, Workbook } from '../grid/grid.ts';
import { findHeader, HEADER_ROWS, type HeaderColumn } from '../grid/header.ts';
import { localeFacts } from '../grid/locale.ts';
import { cellText, quote } from '../grid/text.ts';
import { closest } from './closest.ts';
import { type ColumnProfile, profileColumns } from './column-profile.ts';
import { type ColumnSpec, SHEETS, type SheetKind } from './columns.ts';
import { nameKey } from './name.ts';
import { headerNaming, sheetNamed } from './naming.ts';
import { LEVELS } from './shared-table.ts';

/** Which column of a workbook may hold a field of a plan. */
export interface ProposedColumn {
  readonly field: string;
  /** Its header; null where no column seems to hold it, so that every row must have the same value. */
  readonly header: string | null;
  readonly why: string;
}

/** From which sheet of a workbook the rows of a plan's sheet may come. */
export interface Proposal {
  readonly kind: SheetKind;
  readonly book: string;
  readonly sheet: string;
  /** The needed columns, and some more of which the content leaves no doubt. */
  readonly columns: readonly ProposedColumn[];
}

/**
 * Guesses how a workbook that cannot be read as it is may be mapped to a plan, for a person to check: by headers that
 * are close to known ones, and by what the columns hold.
 */
export function proposeMapping(book: Workbook, localeTag: string | null): Proposal[] {
  const proposals: Proposal[] = [];
  const titles = new Map<SheetKind, ReadonlySet<string>>();
  for (const kind of LEVELS) {
    const own = book.grids.find(({ sheet }) => sheetNamed(sheet) === kind);
    // A sheet with the usual name of one is not proposed for another.
    const free = book.grids.filter(({ sheet }) => sheetNamed(sheet) === null);
    const tries = (own ? [own] : free).flatMap((grid) => {
      const found = propose(book, grid, kind, titles, localeTag);
      return found === null ? [] : [found];
    });
    const best = tries.sort((one, other) => other.score - one.score)[0];
    if (best === undefined) continue;
    titles.set(kind, best.titles);
    proposals.push(best.proposal);
  }
  return proposals;
}

/** Proposals as what is pasted into `data/milepost.json`; only what differs from the usual names. */
export function mappingOf(proposals: readonly Proposal[]): Record<string, Record<string, string>> {
  const mapping: Record<string, Record<string, string>> = {};
  for (const { kind, sheet, columns } of proposals) {
    const { name, columns: specs } = SHEETS[kind];
    const naming = headerNaming(kind);
    const own: Record<string, string> = sheetNamed(sheet) === kind ? {} : { from: sheet };
    for (const { field, header } of columns) {
      if (header === null || naming(header)?.field !== field)
        own[field] = header ?? placeholder(specs, field);
    }
    if (Object.keys(own).length > 0) mapping[name] = own;
  }
  return mapping;
}

/** What stands for a value that only the reader knows; days have a form of their own. */
function placeholder(specs: readonly ColumnSpec[], field: string): string {
  return specs.find((spec) => spec.field === field)?.reads === 'day' ? 'YYYY-MM-DD' : '…';
}

interface Try {
  readonly proposal: Proposal;
  readonly score: number;
  readonly titles: ReadonlySet<string>;
}

function propose(
  book: Workbook,
  grid: Grid,
  kind: SheetKind,
  titles: ReadonlyMap<SheetKind, ReadonlySet<string>>,
  localeTag: string | null,
): Try | null {
  const head = likelyHeader(grid, kind);
  if (head === null) return null;
  const context = { locale: localeFacts(localeTag), date1904: book.date1904 };
  const profiles = profileColumns(grid, head.bottom, head.columns, context).filter(
    ({ filled }) => filled > 0,
  );
  if (profiles.length === 0) return null;
  const spec = SHEETS[kind];
  const taken = new Set<ColumnProfile>();
  const columns = new Map<string, ProposedColumn>();
  const wanted = spec.columns.filter((column) => column.needed || column.reads === 'status');
  let score = sheetNamed(grid.sheet) === kind ? 20 : 0;
  score += closest(grid.sheet, [spec.name]).length * 5 - (grid.hidden ? 3 : 0);
  for (const judge of JUDGES) {
    for (const column of wanted.filter(({ field }) => !columns.has(field))) {
      const judged = profiles
        .filter((profile) => !taken.has(profile))
        .map((profile) => ({ profile, verdict: judge({ kind, column, profile, profiles, titles }) }))
        .flatMap(({ profile, verdict }) => (verdict === null ? [] : [{ profile, ...verdict }]))
        .sort((one, other) => other.weight - one.weight)[0];
      if (judged === undefined) continue;
      taken.add(judged.profile);
      columns.set(column.field, { field: column.field, header: judged.profile.column.text, why: judged.why });
      score += column.needed ? judged.weight : 0;
    }
  }
  const title = profiles.find(({ column }) => column.text === columns.get(spec.title)?.header);
  if (title === undefined) return null;
  const ids = profiles.find(({ column }) => headerNaming(kind)(column.text)?.field === 'id');
  const found = wanted.flatMap(({ field, needed }): ProposedColumn[] => {
    const column = columns.get(field);
    if (column !== undefined) return [column];
    return needed
      ? [{ field, header: null, why: 'no column seems to hold it: write the value that every row has' }]
      : [];
  });
  return {
    proposal: { kind, book: book.name, sheet: grid.sheet, columns: found },
    score,
    titles: new Set([...title.texts, ...(ids?.texts ?? [])]),
  };
}

/** The row that comes closest to a header; without any known name, the first with several texts over further rows. */
function likelyHeader(
  grid: Grid,
  kind: SheetKind,
): { bottom: number; columns: readonly HeaderColumn[] } | null {
  const needed = SHEETS[kind].columns.filter((column) => column.needed).map(({ field }) => field);
  const search = findHeader(grid, headerNaming(kind), needed);
  const header = search.found ? search.header : search.best;
  if (header !== null && header.columns.size > 1) {
    const columns = [...header.columns.values(), ...header.unknown, ...header.repeated];
    return { bottom: header.bottom, columns };
  }
  const width = Math.max(0, ...grid.rows.slice(0, HEADER_ROWS).map(({ cells }) => cells.length));
  const row = grid.rows.find(
    ({ row: number, cells }) =>
      number <= HEADER_ROWS &&
      cells.length >= Math.max(2, width * 0.6) &&
      cells.every(({ kind: of }) => of === 'text' || of === 'blank'),
  );
  if (row === undefined) return null;
  const columns = row.cells.map((cell) => ({ column: cell.column, text: cellText(cell), cell }));
  return { bottom: row.row, columns: columns.filter(({ text }) => text !== '') };
}

interface Judged {
  readonly kind: SheetKind;
  readonly column: ColumnSpec;
  readonly profile: ColumnProfile;
  readonly profiles: readonly ColumnProfile[];
  readonly titles: ReadonlyMap<SheetKind, ReadonlySet<string>>;
}

/** How likely a column holds a field, from 0 to 10, and why; null where nothing speaks for it. */
type Judge = (judged: Judged) => { readonly weight: number; readonly why: string } | null;

const MOST = 0.6;
const PARENT_OF: ReadonlyMap<string, SheetKind> = new Map([
  ['goal', 'goals'],
  ['milestone', 'milestones'],
]);

/** From the surest sign to the least sure. */
const JUDGES: readonly Judge[] = [
  ({ kind, column, profile }) =>
    headerNaming(kind)(profile.column.text)?.field === column.field
      ? { weight: 10, why: `${quote(profile.column.text)} is one of its names` }
      : null,
  ({ column, profile }) => {
    const close = closest(profile.column.text, column.names)[0];
    return close === undefined ? null : { weight: 8, why: `the header is close to ${quote(close)}` };
  },
  // A column that holds what another sheet has as its titles.
  ({ kind, column, profile, titles }) => {
    const parent = PARENT_OF.get(column.field);
    const known = parent === undefined || parent === kind ? undefined : titles.get(parent);
    const hits = known === undefined ? 0 : profile.texts.filter((text) => known.has(nameKey(text))).length;
    if (parent === undefined || hits < profile.filled * MOST || hits === 0) return null;
    return { weight: 7, why: `${hits} of ${profile.filled} cells name a ${SHEETS[parent].row}` };
  },
  ({ column, profile, profiles }) => {
    if (column.reads !== 'day' || profile.days < profile.filled * MOST) return null;
    const days = profiles.filter((each) => each.days >= each.filled * MOST);
    const place = days.filter((each) => (each.medianDay ?? 0) > (profile.medianDay ?? 0)).length;
    const rank = column.field === 'due' ? days.length - place : place;
    // A lone column of days is when rows are due, not when they start.
    if (days.length < 2 && column.field !== 'due') return null;
    const which =
      days.length < 2
        ? ''
        : column.field === 'due'
          ? ', the latest of the columns with days'
          : ', the earliest of the columns with days';
    return { weight: 3 + rank / 10, why: `${profile.days} of ${profile.filled} cells are days${which}` };
  },
  ({ column, profile }) =>
    column.reads === 'status' && profile.statuses >= profile.filled * MOST
      ? { weight: 4, why: `${profile.statuses} of ${profile.filled} cells are statuses` }
      : null,
  ({ column, profile }) =>
    column.reads === 'names' && profile.people >= profile.filled * MOST && isText(profile)
      ? {
          weight: 3 + profile.people / profile.filled - profile.distinct / profile.filled,
          why: `${profile.people} of ${profile.filled} cells look like names of people`,
        }
      : null,
  ({ kind, column, profile }) =>
    column.field === SHEETS[kind].title && isText(profile) && profile.distinct > profile.filled * MOST
      ? {
          weight: 2 + profile.length / 100,
          why: `its texts are the longest, and ${profile.distinct} of ${profile.filled} differ`,
        }
      : null,
  ({ kind, column, profile }) =>
    column.reads === 'text' &&
    column.field !== SHEETS[kind].title &&
    isText(profile) &&
    profile.distinct < profile.filled * MOST
      ? {
          weight: 1 + 1 - profile.distinct / profile.filled,
          why: `its ${profile.filled} cells repeat ${profile.distinct === 1 ? 'one text' : `${profile.distinct} texts`}, as a ${column.names[0]} over several rows would`,
        }
      : null,
];

function isText(profile: ColumnProfile): boolean {
  return (
    profile.days < profile.filled * MOST &&
    profile.numbers < profile.filled * MOST &&
    profile.statuses < profile.filled * MOST
  );
}
