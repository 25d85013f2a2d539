import type { Workbook } from '../grid/grid.ts';
import type { Problem } from './problem.ts';

/** Problems with a link that opens the very cell, where their sheet has an address. */
export function withLinks(problems: readonly Problem[], books: readonly Workbook[]): Problem[] {
  const addresses = new Map<string, string>();
  for (const book of books) {
    for (const { sheet, address } of book.grids) {
      if (address !== undefined) addresses.set(JSON.stringify([book.name, sheet]), address);
    }
  }
  if (addresses.size === 0) return [...problems];
  return problems.map((problem) => {
    const address = addresses.get(JSON.stringify([problem.book, problem.sheet]));
    if (address === undefined) return problem;
    return { ...problem, link: problem.cell === null ? address : `${address}&range=${problem.cell}` };
  });
}
