import { z } from 'zod';
import { type PublishedPlan, publishedPlan } from './published.ts';
import type { Snapshot } from './snapshot.ts';

/** What other programs may read: the pulled plan without what only the site's own pages need. */
export function publish(plan: Snapshot): PublishedPlan {
  return publishedPlan.parse(plan);
}

/**
 * The JSON Schema (draft 2020-12) of `plan.json`, made from the schema that it is checked by. It lets further keys pass:
 * a program that holds an older copy still understands a plan that has gained one.
 */
export function planJsonSchema() {
  const titled = publishedPlan.meta({
    title: 'Milepost plan',
    description: 'A plan of teams, goals, milestones and actions, rolled up as of a day. Shares are 0 to 1.',
  });
  const { $schema, ...schema } = z.toJSONSchema(titled, { io: 'input' });
  return { $schema, $id: 'plan.schema.json', ...schema };
}
