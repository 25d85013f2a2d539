import { resolve } from 'node:path';

/** The project's own folder, whatever folder the command was started in. */
export const PROJECT = resolve(import.meta.dirname, '..');
