import type { APIRoute } from 'astro';
import { planJsonSchema } from '../snapshot/json-schema.ts';

export const GET: APIRoute = () => Response.json(planJsonSchema());
