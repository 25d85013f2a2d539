import { SHEETS } from '../../src/plan/columns.ts';
import { mappingOf, type Proposal } from '../../src/plan/propose.ts';
import { plain } from './plain.ts';

/**
 * How a workbook may be mapped to a plan: what each column could be and why, and the lines to paste; null where there is
 * nothing to propose. A workbook alone, as the configuration has one mapping for all.
 */
export function describeProposals(proposals: readonly Proposal[]): string | null {
  const book = proposals[0]?.book;
  const own = proposals.filter((proposal) => proposal.book === book);
  const mapping = mappingOf(own);
  if (Object.keys(mapping).length === 0) return null;
  const reasons = own.flatMap(({ kind, sheet, columns }) => {
    if (mapping[SHEETS[kind].name] === undefined) return [];
    const width = Math.max(...columns.map(({ field }) => field.length));
    const lines = columns.map(({ field, header, why }) => {
      const from = header === null ? 'no column' : `“${header}”`;
      return `    ${field.padEnd(width)}  ${plain(header === null ? why : `${from}: ${why}`)}`;
    });
    return [`  ${SHEETS[kind].name} could be the sheet “${plain(sheet)}”:`, ...lines];
  });
  // Marks that cannot be seen do not count when names are compared, so that the line to paste can do without them.
  const json = JSON.stringify(mapping, null, 2)
    .replace(/\p{Cf}/gu, '')
    .split('\n')
    .slice(1, -1)
    .join('\n');
  return [
    'The workbook may be read with names of its own. What each needed column could be, and why:',
    ...reasons,
    '',
    'If that is right, paste this into data/milepost.json beside "sources" (and correct what is not):',
    '',
    json,
  ].join('\n');
}
