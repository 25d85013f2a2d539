/** How large a drawing is and how much a milestone says. Lengths are in CSS pixels at full size. */
export interface TimelineForm {
  readonly name: 'wide' | 'narrow' | 'short';
  readonly width: number;
  /** Room on the left for the names of goals; 0 puts them above their lanes. */
  readonly gutter: number;
  /** Names stand beside their marks where lanes are wide, above their bars where they are narrow. */
  readonly names: 'beside' | 'above';
  readonly titleSize: number;
  readonly metaSize: number;
  /** The height of a line of milestones, and what a slip or a forecast below its bar adds to that. */
  readonly line: number;
  readonly lineBelow: number;
  /** From a line's top to the bar, and from the bar to the slip below it. */
  readonly barY: number;
  readonly belowY: number;
}

export const WIDE: TimelineForm = {
  name: 'wide',
  width: 1216,
  gutter: 216,
  names: 'beside',
  titleSize: 14,
  metaSize: 12,
  line: 38,
  lineBelow: 8,
  barY: 16,
  belowY: 25,
};

export const NARROW: TimelineForm = {
  name: 'narrow',
  width: 360,
  gutter: 0,
  names: 'above',
  titleSize: 14,
  metaSize: 12,
  line: 54,
  lineBelow: 6,
  barY: 38,
  belowY: 12,
};

/** For plans too large to say all of each milestone: names are cut, and bars left out. */
export const SHORT: TimelineForm = {
  ...WIDE,
  name: 'short',
  titleSize: 13,
  line: 22,
  lineBelow: 0,
  barY: 11,
  belowY: 0,
};

/** The radius of a status mark, with its outline. */
export const MARK_RADIUS = 9;
/** Between a mark and the name that stands beside it. */
export const NAME_GAP = 8;
/** The size of the axis's labels, and of today's. */
export const LABEL_SIZE = 12;
