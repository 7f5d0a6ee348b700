import { z } from 'zod';

/** An OpenAPI operation object, as far as we use it. */
export type Operation = Record<string, unknown>;

type Options = {
  answer: string;
  status?: number;
  body?: z.ZodType;
  query?: z.ZodObject;
  /** No sign-in needed. */
  open?: boolean;
  /** Only a system's own token will do. */
  token?: boolean;
  /** Media types and schemas, for bodies that are not JSON of ours. */
  content?: Record<string, object>;
};

const PROBLEM = { description: 'What was wrong (application/problem+json)' };

/** An operation with its answer, its body or query and the refusals all share. */
export function operation(summary: string, options: Options): Operation {
  const content =
    options.content ?? (options.body && { 'application/json': { schema: toJson(options.body) } });
  return {
    summary,
    security: options.open ? [] : options.token ? [{ token: [] }] : [{ session: [] }, { token: [] }],
    ...(options.query && { parameters: queryParameters(options.query) }),
    ...(content && { requestBody: { required: true, content } }),
    responses: { [options.status ?? 200]: { description: options.answer }, default: PROBLEM },
  };
}

function toJson(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

function queryParameters(query: z.ZodObject): object[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}
