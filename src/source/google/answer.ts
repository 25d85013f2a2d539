import { z } from 'zod';

/**
 * The fields that are asked for: all that a grid needs, and nothing else. One call brings every sheet. Values alone
 * (`values:batchGet`) would need a call for the list of sheets before it, one more for the values as shown, and still
 * one with the cells' formats, without which a day is a bare number.
 */
export const FIELDS = [
  'spreadsheetId',
  'properties(title,locale,timeZone)',
  `sheets(${[
    'properties(sheetId,title,sheetType,hidden)',
    'merges',
    `data(${[
      'startRow',
      'startColumn',
      'rowMetadata(hiddenByFilter,hiddenByUser)',
      `rowData.values(${[
        'effectiveValue(numberValue,stringValue,boolValue,errorValue.type)',
        'formattedValue',
        'userEnteredValue.formulaValue',
        'effectiveFormat.numberFormat(type,pattern)',
        'hyperlink',
        'textFormatRuns.format.link.uri',
        'chipRuns.chip.richLinkProperties.uri',
      ].join(',')})`,
    ].join(',')})`,
  ].join(',')})`,
].join(',');

const count = z.number().int().nonnegative();

/** Google leaves out whatever is empty, zero or false. */
const cellData = z.object({
  effectiveValue: z
    .object({
      numberValue: z.number().optional(),
      stringValue: z.string().optional(),
      boolValue: z.boolean().optional(),
      errorValue: z.object({ type: z.string().optional() }).optional(),
    })
    .optional(),
  formattedValue: z.string().optional(),
  userEnteredValue: z.object({ formulaValue: z.string().optional() }).optional(),
  effectiveFormat: z
    .object({
      numberFormat: z.object({ type: z.string().optional(), pattern: z.string().optional() }).optional(),
    })
    .optional(),
  hyperlink: z.string().optional(),
  textFormatRuns: z
    .array(
      z.object({
        format: z.object({ link: z.object({ uri: z.string().optional() }).optional() }).optional(),
      }),
    )
    .optional(),
  chipRuns: z
    .array(
      z.object({
        chip: z
          .object({ richLinkProperties: z.object({ uri: z.string().optional() }).optional() })
          .optional(),
      }),
    )
    .optional(),
});

const gridRange = z.object({
  startRowIndex: count.default(0),
  endRowIndex: count,
  startColumnIndex: count.default(0),
  endColumnIndex: count,
});

const gridData = z.object({
  startRow: count.default(0),
  startColumn: count.default(0),
  rowMetadata: z
    .array(z.object({ hiddenByFilter: z.boolean().optional(), hiddenByUser: z.boolean().optional() }))
    .default([]),
  rowData: z.array(z.object({ values: z.array(cellData).default([]) })).default([]),
});

const sheetData = z.object({
  properties: z.object({
    sheetId: count.default(0),
    title: z.string(),
    sheetType: z.string().default('GRID'),
    hidden: z.boolean().default(false),
  }),
  merges: z.array(gridRange).default([]),
  data: z.array(gridData).default([]),
});

/** A spreadsheet as `spreadsheets.get` answers for FIELDS. */
export const spreadsheetAnswer = z.object({
  spreadsheetId: z.string().regex(/^[A-Za-z0-9_-]{15,100}$/),
  properties: z.object({
    title: z.string(),
    locale: z.string().optional(),
    timeZone: z.string().optional(),
  }),
  sheets: z.array(sheetData).default([]),
});

export type CellAnswer = z.output<typeof cellData>;
export type SheetAnswer = z.output<typeof sheetData>;
export type SpreadsheetAnswer = z.output<typeof spreadsheetAnswer>;

/** Reads an answer's text; null where it is not JSON, or no spreadsheet. */
export function parseAnswer(text: string): SpreadsheetAnswer | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = spreadsheetAnswer.safeParse(json);
  return parsed.success ? parsed.data : null;
}
