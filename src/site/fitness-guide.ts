import { CHECKS as RULES } from '../rollup/fitness/fitness.ts';

/** The checks of team fitness, and why each is there. */
export const CHECKS: readonly { readonly name: string; readonly why: string }[] = RULES;
