/** The sheet of an annotated copy that lists the problems. It holds no rows, and is passed over without a word. */
export const LIST_SHEET = 'Milepost problems';
