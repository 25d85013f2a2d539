/** The fields of a spreadsheet that are known here, of those that the Sheets API has. */
const KNOWN = {
  spreadsheetId: {},
  spreadsheetUrl: {},
  properties: { title: {}, locale: {}, timeZone: {}, autoRecalc: {} },
  sheets: {
    properties: { sheetId: {}, title: {}, index: {}, sheetType: {}, hidden: {}, gridProperties: {} },
    merges: { sheetId: {}, startRowIndex: {}, endRowIndex: {}, startColumnIndex: {}, endColumnIndex: {} },
    data: {
      startRow: {},
      startColumn: {},
      rowMetadata: { pixelSize: {}, hiddenByFilter: {}, hiddenByUser: {} },
      rowData: {
        values: {
          userEnteredValue: { numberValue: {}, stringValue: {}, boolValue: {}, formulaValue: {} },
          effectiveValue: {
            numberValue: {},
            stringValue: {},
            boolValue: {},
            errorValue: { type: {}, message: {} },
          },
          formattedValue: {},
          effectiveFormat: { numberFormat: { type: {}, pattern: {} }, backgroundColor: {}, textFormat: {} },
          hyperlink: {},
          note: {},
          textFormatRuns: { startIndex: {}, format: { bold: {}, link: { uri: {} } } },
          chipRuns: { startIndex: {}, chip: { richLinkProperties: { uri: {}, mimeType: {} } } },
        },
      },
    },
  },
};

/** Fields to keep; a field without fields of its own is kept whole. */
export interface Mask extends Map<string, Mask> {}

/** Reads a field mask, such as `a,b.c,d(e,f/g)`; null where it is none, or names a field that does not exist. */
export function parseMask(text: string): Mask | null {
  const tokens = text.match(/[A-Za-z]+|[.,/()]/g) ?? [];
  if (tokens.join('') !== text) return null;
  let at = 0;
  const list = (): Mask | null => {
    const mask: Mask = new Map();
    do {
      if (!path(mask)) return null;
    } while (tokens[at] === ',' && at++ >= 0);
    return mask;
  };
  const path = (mask: Mask): boolean => {
    for (let level = mask; ; ) {
      const name = tokens[at++] ?? '';
      if (!/^[A-Za-z]+$/.test(name)) return false;
      const below = level.get(name) ?? new Map();
      level.set(name, below);
      if (tokens[at] === '(') {
        at++;
        const inner = list();
        if (inner === null || tokens[at++] !== ')') return false;
        for (const [key, value] of inner) below.set(key, value);
        return true;
      }
      if (tokens[at] !== '.' && tokens[at] !== '/') return true;
      at++;
      level = below;
    }
  };
  const mask = list();
  return mask !== null && at === tokens.length && isKnown(mask, KNOWN) ? mask : null;
}

function isKnown(mask: Mask, known: object): boolean {
  return [...mask].every(([name, below]) => {
    const inner: unknown = Object.hasOwn(known, name) ? Reflect.get(known, name) : null;
    return typeof inner === 'object' && inner !== null && isKnown(below, inner);
  });
}

/** What a mask leaves of a resource. */
export function applyMask(resource: unknown, mask: Mask): unknown {
  if (mask.size === 0 || typeof resource !== 'object' || resource === null) return resource;
  if (Array.isArray(resource)) return resource.map((each) => applyMask(each, mask));
  const entries = Object.entries(resource).filter(([name]) => mask.has(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, applyMask(value, mask.get(name) ?? new Map())]),
  );
}
