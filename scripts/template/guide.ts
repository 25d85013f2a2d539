import type ExcelJS from 'exceljs';
import { localeFacts } from '../../src/grid/locale.ts';
import { readDayText } from '../../src/grid/read-day.ts';
import { inEnglish } from '../../src/grid/said.ts';
import { SHEETS, type SheetSpec } from '../../src/plan/columns.ts';
import type { ActionState, Declared } from '../../src/plan/plan.ts';
import { COLOURS, FONT, filled, headerStyle, MARKS, wrappedHeight } from './look.ts';
import { LAYOUTS, lettersOf, type SheetLayout } from './sheets.ts';
import { capitalised } from './validations.ts';

/** Of the column of texts, in characters. */
const WIDTH = 96;

const RULES: readonly (readonly [rule: string, how: string])[] = [
  [
    'One row, one thing',
    'A row is one goal, one milestone or one action. Blank rows and columns of your own do no harm; merge no cells, and put no headings between rows.',
  ],
  [
    'Name the parent',
    'A milestone names its goal, an action its milestone: by the title as it stands in the other sheet (pick it from the list), or by its ID. Where two have the same title, give them IDs and write those.',
  ],
  [
    'Days are days',
    'Type a day such as 2026-03-31, so that the cell shows it as a day. “ASAP”, “Q2” and “end of March” are no days: choose one.',
  ],
  [
    'One owner',
    'One name, spelt as in People. What two people own, nobody owns: give the second one an action of their own.',
  ],
  [
    'Statuses from the list',
    'Pick one of those below, or none: a blank action is not started, and of goals and milestones the figures tell.',
  ],
];

const STATUSES: Readonly<Record<ActionState | Declared, string>> = {
  'not started': 'Nobody works on it yet.',
  'in progress': 'It is under way. An action earns nothing until it is done.',
  blocked: 'It cannot go on, and needs help.',
  done: 'It is finished. Fill in Done on too, the day on which it was.',
  dropped: 'It is given up, and counts nowhere.',
  'on track': 'For goals and milestones, not actions: as its owner sees it, it goes as it should.',
  'at risk': 'For goals and milestones: as its owner sees it, it needs care.',
  'off track': 'For goals and milestones: as its owner sees it, it will not be reached as things are.',
};

const AFTERWARDS: readonly (readonly [what: string, how: string])[] = [
  [
    'Save, and go on working',
    'Milepost reads the workbook and never changes it. The pages show each team where it stands, what comes next, and who waits for whom.',
  ],
  [
    'Keep it up to date',
    'Fill in Done on when something is done, and add the next action. Move a day when it moves: what was promised first stays known.',
  ],
];

/**
 * Fills the first page: what each sheet is for, the rules that matter, what the colours mean, what happens then. Texts
 * stand in one cell each, with none merged.
 */
export function fillGuide(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [{ width: 3 }, { width: 28 }, { width: WIDTH }];
  const lines = new Lines(sheet);
  lines.title('Your plan starts here');
  lines.text(
    'Fill in Goals, Milestones and Actions, in this order: one goal, its first milestones, the next action of each. All else can wait.',
  );
  lines.text(
    'Names in Teams, People and Customers become drop-downs in the other sheets. Rest the pointer on a header to read what goes below it.',
  );
  lines.heading('The sheets');
  for (const layout of LAYOUTS) lines.link(SHEETS[layout.kind], layout);
  lines.heading('Five rules');
  for (const [index, [rule, how]] of RULES.entries()) lines.pair(`${index + 1}  ${rule}`, how);
  lines.heading('What the statuses say');
  for (const [status, meaning] of Object.entries(STATUSES)) lines.pair(capitalised(status), meaning);
  lines.heading('What the colours mean');
  lines.sample('Goal', headerStyle(true), 'A column with a star: every row needs it.');
  lines.sample(
    'Notes',
    headerStyle(false),
    'Any other column: fill it in where it helps, hide it where it does not.',
  );
  lines.sample('', shown(MARKS.missing), 'A cell that its row still needs.');
  lines.sample('Order the filters', shown(MARKS.overdue), 'Past its due day, and still open.');
  lines.sample('Order the filters', shown(MARKS.done), 'Done: its status says so, or Done on is filled.');
  lines.sample(
    'Order the filters',
    shown(MARKS.dropped),
    'Dropped: it counts nowhere, nor does what is below it.',
  );
  lines.heading('What happens then');
  for (const [what, how] of AFTERWARDS) lines.pair(what, how);
  lines.pair('What cannot be read', problemExample());
}

/** A problem in the very words in which it would be told. */
function problemExample(): string {
  const reading = readDayText('ASAP', { locale: localeFacts(null), date1904: false });
  const told = reading.ok
    ? ''
    : ` For example: ${SHEETS.actions.name}!${lettersOf('actions', 'due')}14 – ${inEnglish(reading.fault.message)} ${inEnglish(reading.fault.fix)}`;
  return `Every problem is told with its sheet, its cell, and how to mend it: on the page Problems, and by “npm run check”. The other rows count all the same.${told}`;
}

/** The look of a conditional format as that of a cell. */
function shown({ fill, font }: Partial<ExcelJS.Style>): Partial<ExcelJS.Style> {
  const colour = fill?.type === 'pattern' ? fill.bgColor?.argb : undefined;
  return {
    ...(colour === undefined ? {} : { fill: filled(colour) }),
    font: { ...FONT, ...font },
    alignment: { vertical: 'middle' },
    border: { bottom: { style: 'thin', color: { argb: COLOURS.paper } } },
  };
}

/** Writes a page from the top down. */
class Lines {
  readonly #sheet: ExcelJS.Worksheet;
  #row = 1;

  constructor(sheet: ExcelJS.Worksheet) {
    this.#sheet = sheet;
  }

  title(text: string): void {
    const cell = this.#sheet.getCell(this.#row, 2);
    cell.value = text;
    cell.font = { ...FONT, bold: true, size: 22, color: { argb: COLOURS.ink } };
    this.#sheet.getRow(this.#row).height = 36;
    cell.alignment = { vertical: 'middle' };
    this.#row += 1;
  }

  /** A line that runs over both columns: so short that it is not cut. */
  text(text: string): void {
    const cell = this.#sheet.getCell(this.#row, 2);
    cell.value = text;
    cell.font = FONT;
    this.#sheet.getRow(this.#row).height = 17;
    this.#row += 1;
  }

  heading(text: string): void {
    this.#row += 1;
    for (const column of [2, 3]) {
      const cell = this.#sheet.getCell(this.#row, column);
      cell.border = { bottom: { style: 'medium', color: { argb: COLOURS.ink } } };
      cell.font = { ...FONT, bold: true, size: 13, color: { argb: COLOURS.ink } };
      if (column === 2) cell.value = text;
    }
    this.#sheet.getRow(this.#row).height = 24;
    this.#row += 1;
  }

  pair(what: string, how: string): void {
    const name = this.#cell(2, what);
    name.font = { ...FONT, bold: true };
    this.#cell(3, how);
    this.#row += 1;
  }

  link({ name, needed }: SheetSpec, { purpose }: SheetLayout): void {
    const cell = this.#cell(2, name);
    cell.value = { text: name, hyperlink: `${name}!A1`, tooltip: `Go to ${name}` };
    cell.font = { ...FONT, bold: needed, underline: true, color: { argb: COLOURS.link } };
    this.#cell(3, `${needed ? 'Needed. ' : ''}${purpose}`);
    this.#row += 1;
  }

  sample(text: string, style: Partial<ExcelJS.Style>, meaning: string): void {
    const cell = this.#cell(2, text);
    cell.style = style;
    this.#cell(3, meaning);
    this.#row += 1;
  }

  #cell(column: number, text: string): ExcelJS.Cell {
    const cell = this.#sheet.getCell(this.#row, column);
    cell.value = text === '' ? null : text;
    cell.alignment = { vertical: 'middle', horizontal: 'left', wrapText: true, indent: column === 3 ? 1 : 0 };
    cell.font = FONT;
    const row = this.#sheet.getRow(this.#row);
    row.height = Math.max(row.height ?? 0, wrappedHeight(text, WIDTH));
    return cell;
  }
}
