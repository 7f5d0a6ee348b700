import type { Request } from 'express';
import type { z } from 'zod';
import { parseBody } from '../platform/parse.ts';
import { bytesOf, parseJson } from './raw-body.ts';

/** The JSON body as the schema's type, with the body as it came; throws the 400 that names every field at fault. */
export function readJson<Schema extends z.ZodType>(
  req: Request,
  schema: Schema,
): { body: z.output<Schema>; raw: unknown } {
  const raw = parseJson(bytesOf(req));
  return { body: parseBody(schema, raw), raw };
}
