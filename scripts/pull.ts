import { command } from './command.ts';
import { pullAndKeep, say } from './store.ts';

await command('Pulls the plan: reads the workbook, checks it, rolls it up and keeps the result.', (options) =>
  pullAndKeep(options, say),
);
