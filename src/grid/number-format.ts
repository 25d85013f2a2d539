/** True where a number format shows a share as percent: it has a percent sign outside of quoted or escaped text. */
export function isPercentFormat(format: string | null): boolean {
  return format?.replace(/"[^"]*"|\\.|_.|\*./g, '').includes('%') ?? false;
}
