import type { Day } from '../../grid/day.ts';
import type { Words } from '../../words/en.ts';
import type { Formats } from '../format.ts';
import type { TimeAxis } from '../time-axis.ts';
import type { Moves } from './description.ts';
import type { TimelineForm } from './form.ts';

/** What it takes to put a milestone in its place and to say what it says. */
export interface Placer {
  readonly axis: TimeAxis;
  readonly asOf: Day;
  readonly formats: Formats;
  readonly form: TimelineForm;
  readonly words: Words;
  /** Whether each milestone names its next action. */
  readonly withNext: boolean;
  /** The last move of each milestone's due day. */
  readonly moves: Moves;
}
