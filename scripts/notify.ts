import { command } from './command.ts';
import { tellPeople } from './notify/tell-people.ts';
import { say } from './say.ts';

await command(
  'Tells people of a deployment, by the webhook that the environment names: what moved, what is due, problems by team.',
  (options) => tellPeople(options, say),
);
