import exceljs from 'exceljs';

/** Columns whose texts mean something to Milepost, or are no words. */
const UNDERSTOOD =
  /^(?:ID|Start|Due|Done on|Status|Progress|Kind|Direction|Setting|Value|Link|Priority|Weight|Baseline|Target|Current|Since|Date|Order|Satisfaction)$/;
const CURRENCY_OR_PERCENT = /^(?:[A-Z]{3}|%)$/;
/** Such as `H-1.2`, in a column that may name a row by its ID. */
const ID = /^\S*\d\S*$/;
const HEADER = /^(?:Team|Goal|Milestone|Action|Customer|Name|Update|Measure|Setting)$/;

export interface ForeignPlan {
  readonly locale: string;
  /** Adds so many days to the due day of each milestone that is still to come. */
  readonly later?: number;
}

/**
 * Writes a copy of a workbook with another locale, all of whose texts are spelled backwards, word by word: what is
 * English in its pages cannot come from the plan. References hold, since the same text becomes the same.
 */
export async function writeForeignPlan(from: string, to: string, { locale, later = 0 }: ForeignPlan) {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(from);
  for (const sheet of book.worksheets) {
    let headers: readonly string[] | null = null;
    sheet.eachRow((row) => {
      const shown = Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).text);
      if (headers === null) {
        if (shown.filter((text) => HEADER.test(text)).length > 0) headers = shown;
        else row.getCell(1).value = null;
        return;
      }
      for (const [index, header] of headers.entries()) {
        const cell = row.getCell(index + 1);
        if (header === 'Value' && shown[0] === 'Locale') cell.value = locale;
        else if (header === 'Value' && shown[0] === 'Title') cell.value = backwards(cell.text);
        else if (header === 'Due' && cell.value instanceof Date && sheet.name === 'Milestones')
          cell.value = new Date(cell.value.getTime() + later * 86_400_000);
        else if (header === 'Meaning') cell.value = null;
        else if (
          typeof cell.value === 'string' &&
          !UNDERSTOOD.test(header) &&
          !ID.test(cell.value) &&
          !CURRENCY_OR_PERCENT.test(cell.value)
        )
          cell.value = backwards(cell.value);
      }
    });
  }
  await book.xlsx.writeFile(to);
}

/** Every word of a text spelled backwards, after a letter with which no word that matters begins. */
export function backwards(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => `q${[...word].reverse().join('')}`);
}
