/** How large a drawing is and how much a milestone says. Lengths are in CSS pixels at full size. */
export interface TimelineForm {
  readonly width: number;
  /** Room on the left for the names of goals; 0 puts them above their lanes. */
  readonly gutter: number;
  /** Names stand beside their marks where lanes are wide, above their bars where they are narrow. */
  readonly names: 'beside' | 'above';
  readonly titleSize: number;
  readonly metaSize: number;
}

export const WIDE: TimelineForm = {
  width: 1216,
  gutter: 216,
  names: 'beside',
  titleSize: 14,
  metaSize: 12,
};
export const NARROW: TimelineForm = { width: 360, gutter: 0, names: 'above', titleSize: 14, metaSize: 12 };

/** The radius of a status mark, with its outline. */
export const MARK_RADIUS = 9;
