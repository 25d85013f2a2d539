import { command } from './command.ts';
import { recordAndDecide } from './record/record-and-decide.ts';
import { say } from './say.ts';

await command(
  'Pulls the plan, commits what its history learned to the repository, and tells whether its site is to be deployed.',
  (options) => recordAndDecide(options, say),
);
