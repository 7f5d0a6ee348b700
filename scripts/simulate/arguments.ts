import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SCENARIOS } from './traffic.ts';

const USAGE = `npm run simulate -- [--url http://localhost:8080] [--scenario ${SCENARIOS.join('|')}] [--rate N] [--seconds S]
  --rate N             reports of people per second (default 2); the posts' readings come on top
  --seconds S          for how long (default 60)
  --at H               play the hour H of the day, 0 to 23 (default: the city's own)
  --seed N             the same seed gives the same city (default: a new one each time, printed)
  --city ID            the city pack (default: env CITY, or tangerang)
  --token T            channel token for 112, LAKSA and sensors (default: env CHANNEL_TOKEN;
                       for a server on this machine one is made for the time being)
  --whatsapp-secret S  Meta's app secret (default: env WHATSAPP_APP_SECRET, or the running demo's)
  --aml-key K          signs AML messages (default: env AML_HMAC_KEY)
  --mqtt URL           readings go to this broker instead of the HTTP door
  --mqtt-topic T       where (default sensors/water)
  --readings-every S   seconds between the posts' readings, 0 for none (default 10)
  --graph-port P       stand in for Meta's photo store on this port, so that people send photos by WhatsApp;
                       the server needs META_GRAPH_URL=http://127.0.0.1:P`;

const schema = z.object({
  url: z.url({ protocol: /^https?$/ }).default('http://localhost:8080'),
  scenario: z.enum(SCENARIOS).default('normal'),
  rate: z.coerce.number().positive().max(10_000).default(2),
  seconds: z.coerce.number().positive().default(60),
  at: z.coerce.number().int().min(0).max(23).optional(),
  seed: z.coerce.number().int().nonnegative().optional(),
  city: z.string().default('tangerang'),
  token: z.string().optional(),
  'whatsapp-secret': z.string().optional(),
  'aml-key': z.string().optional(),
  mqtt: z.url({ protocol: /^(mqtts?|wss?)$/ }).optional(),
  'mqtt-topic': z.string().optional(),
  'readings-every': z.coerce.number().nonnegative().default(10),
  'graph-port': z.coerce.number().int().min(1).max(65_535).optional(),
});

export type SimulateArguments = z.infer<typeof schema>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The command line of `npm run simulate`, with the environment's values where it says nothing.
 * @throws Error listing every fault, with the usage; or the usage alone for `--help`.
 */
export function readArguments(args: string[], environment: Environment): SimulateArguments {
  const strings = Object.keys(schema.shape).map((name) => [name, { type: 'string' }] as const);
  const options = { ...Object.fromEntries(strings), help: { type: 'boolean' } } as const;
  let values: Record<string, string | boolean | undefined>;
  try {
    values = parseArgs({ args, options }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
  if (values.help === true) throw new Error(USAGE);
  const defaults = {
    city: environment.CITY,
    token: environment.CHANNEL_TOKEN,
    'whatsapp-secret': environment.WHATSAPP_APP_SECRET,
    'aml-key': environment.AML_HMAC_KEY,
  };
  const result = schema.safeParse({ ...defaults, ...values });
  if (result.success) return { ...result.data, url: result.data.url.replace(/\/+$/, '') };
  const faults = result.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
  throw new Error(`${faults.join('\n')}\n\n${USAGE}`);
}
