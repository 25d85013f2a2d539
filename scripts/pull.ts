import { command } from './command.ts';
import { say } from './say.ts';
import { pullAndKeep } from './store.ts';

await command(
  'Pulls the plan: reads the workbook, checks it, rolls it up and keeps the result.',
  async (options) => {
    await pullAndKeep(options, say);
  },
);
