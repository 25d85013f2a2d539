import { writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PEOPLE = 40;
const ACTIONS_A_MILESTONE = 5;
const MILESTONES_A_GOAL = 6;
const GOALS_A_TEAM = 3;
/** The serial of 2026-01-01. */
const FIRST_DAY = 46_023;

/** The texts of a workbook, each kept once, as spreadsheet programs keep them. */
class Texts {
  readonly #numbers = new Map<string, number>();

  cell(column: string, row: number, text: string): string {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return `<c r="${column}${row}" t="s"><v>${number}</v></c>`;
  }

  get xml(): string {
    const items = [...this.#numbers.keys()].map((text) => `<si><t>${text}</t></si>`);
    return `${HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

const day = (column: string, row: number, offset: number): string =>
  `<c r="${column}${row}" s="1"><v>${FIRST_DAY + offset}</v></c>`;
const number = (column: string, row: number, value: number): string =>
  `<c r="${column}${row}"><v>${value}</v></c>`;

/**
 * Writes a workbook with a plan of so many actions, each of 12 columns, with the teams, goals and milestones that they
 * need: 90 actions a team.
 * @param more what the names of teams, goals and milestones end with
 */
export function writeBigWorkbook(path: string, actions: number, more = ''): void {
  const texts = new Texts();
  const milestones = Math.ceil(actions / ACTIONS_A_MILESTONE);
  const goals = Math.ceil(milestones / MILESTONES_A_GOAL);
  const sheets: Record<string, Buffer> = {
    Goals: sheet(
      texts,
      ['ID', 'Team', 'Goal', 'For the customer', 'For us', 'Owner', 'Start', 'Due'],
      goals,
      (row, index) =>
        texts.cell('A', row, `G${index}`) +
        texts.cell('B', row, `Team ${Math.floor(index / GOALS_A_TEAM)}${more}`) +
        texts.cell('C', row, `Goal ${index} of its team${more}`) +
        texts.cell('D', row, 'Safe water') +
        texts.cell('E', row, 'A reference') +
        texts.cell('F', row, person(index)) +
        day('G', row, 0) +
        day('H', row, 364),
    ),
    Milestones: sheet(
      texts,
      ['ID', 'Goal', 'Milestone', 'Owner', 'Start', 'Due', 'Status', 'Done on'],
      milestones,
      (row, index) =>
        texts.cell('A', row, `M${index}`) +
        texts.cell('B', row, `G${Math.floor(index / MILESTONES_A_GOAL)}`) +
        texts.cell('C', row, `Milestone ${index} on the way${more}`) +
        texts.cell('D', row, person(index)) +
        day('E', row, startOf(index)) +
        day('F', row, startOf(index) + 90) +
        texts.cell('G', row, isDone(index) ? 'Done' : 'In progress') +
        (isDone(index) ? day('H', row, startOf(index) + 80) : ''),
    ),
    Actions: sheet(
      texts,
      [
        'ID',
        'Milestone',
        'Action',
        'Owner',
        'Due',
        'Done on',
        'Status',
        'Weight',
        'Priority',
        'Promised to',
        'Notes',
        'Link',
      ],
      actions,
      (row, index) =>
        texts.cell('A', row, `A${index}`) +
        texts.cell('B', row, `M${milestoneOf(index)}`) +
        texts.cell('C', row, `Call number ${index} of the plan`) +
        texts.cell('D', row, person(index)) +
        day('E', row, startOf(milestoneOf(index)) + ((index * 7) % 80)) +
        (isOver(index) ? day('F', row, startOf(milestoneOf(index)) + ((index * 7) % 80)) : '') +
        texts.cell('G', row, isOver(index) ? 'Done' : 'Open') +
        number('H', row, 1 + (index % 3)) +
        texts.cell('I', row, 'Normal') +
        texts.cell('J', row, person(index + 1)) +
        texts.cell('K', row, `A note on ${index % 500}`) +
        texts.cell('L', row, `https://example.com/${index % 900}`),
    ),
  };
  const names = Object.keys(sheets);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${names.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': list(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': list(
      ...names.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': texts.xml,
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheets[name] ?? '']),
    ),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)]));
  writeFileSync(path, zipSync(files, { level: 4 }));
}

const milestoneOf = (action: number): number => Math.floor(action / ACTIONS_A_MILESTONE);
/** Days from the first one on to a milestone's start; those of the first two months are done by June. */
const startOf = (milestone: number): number => (milestone * 11) % 250;
const isDone = (milestone: number): boolean => startOf(milestone) < 60;
const isOver = (action: number): boolean =>
  isDone(milestoneOf(action)) || (startOf(milestoneOf(action)) < 80 && action % 3 === 0);

function person(index: number): string {
  const number = index % PEOPLE;
  return `Person ${String.fromCharCode(65 + (number % 26))}${number}`;
}

/** In blocks, as a string of hundreds of megabytes is more than an engine may hold. */
function sheet(
  texts: Texts,
  headers: readonly string[],
  rows: number,
  cells: (row: number, index: number) => string,
): Buffer {
  const blocks: Buffer[] = [];
  const header = headers.map((text, index) => texts.cell(String.fromCharCode(65 + index), 1, text)).join('');
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${header}</row>`;
  for (let index = 0; index < rows; index++) {
    text += `<row r="${index + 2}">${cells(index + 2, index)}</row>`;
    if (text.length < 4_000_000) continue;
    blocks.push(Buffer.from(text));
    text = '';
  }
  blocks.push(Buffer.from(`${text}</sheetData></worksheet>`));
  return Buffer.concat(blocks);
}

function list(...entries: readonly (readonly [type: string, target: string])[]): string {
  const items = entries.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
