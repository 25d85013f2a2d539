import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/site/text-width.ts';
import { NARROW, WIDE } from '../../../src/site/timeline/form.ts';
import { goalTitle } from '../../../src/site/timeline/goal-title.ts';

describe('a goal’s title', () => {
  it('breaks between words, and loses none of a short one', () => {
    const lines = goalTitle('Milk from Bryndal stays fresh two days longer', WIDE);
    expect(lines.length).toBe(2);
    expect(lines.join(' ')).toBe('Milk from Bryndal stays fresh two days longer');
  });

  it('is cut on the third line, and on the first above its lane', () => {
    const long = 'Keep all nine customers of the first year and make each of them glad to be one';
    const wide = goalTitle(long, WIDE);
    expect(wide.length).toBe(3);
    expect(wide[2]).toMatch(/…$/);
    expect(goalTitle(long, NARROW)).toEqual([expect.stringMatching(/^Keep all nine .*…$/)]);
  });

  it('fits its room even as one word that is wider', () => {
    const lines = goalTitle('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenträgerverein', WIDE);
    for (const line of lines) expect(textWidth(line, WIDE.titleSize)).toBeLessThanOrEqual(WIDE.gutter - 20);
  });
});
