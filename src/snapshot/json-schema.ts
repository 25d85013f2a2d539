import { z } from 'zod';
import { type PublishedPlan, publishedPlan } from './published.ts';
import type { Snapshot } from './snapshot.ts';

/** What other programs may read: the pulled plan without what only the site's own pages need. */
export function publish(plan: Snapshot): PublishedPlan {
  return publishedPlan.parse(plan);
}

/** The JSON Schema (draft 2020-12) of `plan.json`, made from the schema that it is checked by. */
export function planJsonSchema() {
  return z.toJSONSchema(
    publishedPlan.meta({ title: 'Milepost plan', description: 'A plan, rolled up as of a day.' }),
  );
}
