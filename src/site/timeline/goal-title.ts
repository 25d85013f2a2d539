import { fitText, textWidth } from '../text-width.ts';
import type { TimelineForm } from './form.ts';

/** A goal's title in the gutter, on at most three lines unless another number is given; above its lane on one. */
export function goalTitle(title: string, form: TimelineForm, most = 3): string[] {
  if (form.gutter === 0) return [fitText(title, form.titleSize, form.width - 26)];
  const width = form.gutter - 44;
  const lines: string[] = [];
  let rest = title;
  while (rest !== '' && lines.length < most) {
    const taken =
      lines.length === most - 1
        ? fitText(rest, form.titleSize, width)
        : takeLine(rest, form.titleSize, width);
    lines.push(taken.trimEnd());
    rest = lines.length === most ? '' : rest.slice(taken.length).trimStart();
  }
  return lines;
}

/** As many whole words as fit; a word too wide for a line of its own is cut. */
function takeLine(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = 0;
  for (const match of text.matchAll(/\s+/g)) {
    if (textWidth(text.slice(0, match.index), size) > width) break;
    end = match.index;
  }
  if (end > 0) return text.slice(0, end);
  const cut = fitText(text, size, width);
  return text.slice(0, Math.max(1, cut.length - 1));
}
