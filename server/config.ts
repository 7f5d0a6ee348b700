import { resolve } from 'node:path';
import { z } from 'zod';
import { USER_ROLES } from '../shared/access/actor.ts';
import { CITIES } from '../shared/city/packs.ts';
import { LOG_LEVELS } from './platform/log.ts';

/** An empty setting is an unset one. */
const unset = (value: unknown) => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(unset, schema.optional());
const secret = optional(z.string());
const remote = (protocol: RegExp) => optional(z.url({ protocol }));
const whole = (fallback: number, max: number) =>
  z.preprocess(unset, z.coerce.number().int().min(1).max(max).default(fallback));

const demoAccount = z.object({
  email: z.email(),
  password: z.string(),
  role: z.enum(USER_ROLES),
  departmentCode: z.string().nullable(),
  name: z.string(),
});
export type DemoAccount = z.infer<typeof demoAccount>;

const demoAccounts = z.string().transform((text, context) => {
  try {
    return z.array(demoAccount).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'not a JSON array of accounts' });
    return z.NEVER;
  }
});

const settings = z.object({
  PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65_535).default(8080)),
  HOST: z.preprocess(unset, z.string().default('0.0.0.0')),
  PUBLIC_URL: remote(/^https?$/),
  DATA_DIR: z.preprocess(unset, z.string().default('.data')).transform((path) => resolve(path)),
  DATABASE_URL: remote(/^postgres(ql)?$/),
  DATABASE_POOL: whole(20, 500),
  REDIS_URL: remote(/^rediss?$/),
  ROLE: z.preprocess(unset, z.enum(['all', 'web', 'worker']).default('all')),
  CITY: z.preprocess(unset, z.enum(CITIES).default('tangerang')),
  TILE_URL: optional(
    z.string().regex(/\{z\}.*\{x\}.*\{y\}|\{z\}.*\{y\}.*\{x\}/, 'must hold {z}, {x} and {y}'),
  ),
  LOG_LEVEL: z.preprocess(unset, z.enum(LOG_LEVELS).default('info')),
  TRUST_PROXY: optional(z.string()),
  AUTH_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  MQTT_URL: remote(/^(mqtts?|wss?)$/),
  MQTT_TOPICS: z.preprocess(unset, z.string().default('sensors/#')).transform((list) => list.split(',')),
  MQTT_CLIENT_ID: z.preprocess(unset, z.string().default('live-room')),
  AML_HMAC_KEY: secret,
  WHATSAPP_APP_SECRET: secret,
  WHATSAPP_VERIFY_TOKEN: secret,
  WHATSAPP_ACCESS_TOKEN: secret,
  WHATSAPP_PHONE_NUMBER_ID: secret,
  WHATSAPP_TEMPLATE_NAME: secret,
  WHATSAPP_TEMPLATE_LANGUAGE: z.preprocess(unset, z.string().default('id')),
  META_GRAPH_URL: z.preprocess(unset, z.url().default('https://graph.facebook.com/v26.0')),
  TOKEN_LIMIT_PER_MINUTE: whole(6000, 1_000_000),
  SENDER_LIMIT_PER_MINUTE: whole(60, 1_000_000),
  SWEEP_SECONDS: whole(5, 3600),
  LIVE_BATCH_MS: whole(50, 1000),
  PUSH_CONTACT: remote(/^(mailto|https)$/),
  PUSH_LOOPBACK: z.preprocess(unset, z.enum(['yes']).optional()),
  DEMO_ACCOUNTS: z.preprocess(unset, demoAccounts.optional()),
});

export type Config = ReturnType<typeof toConfig>;

/** A fault in the settings: all of them at once, one a line. */
export class ConfigError extends Error {
  constructor(faults: string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the settings from an environment. The only reader of `process.env`. Throws `ConfigError` naming every fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const result = settings.safeParse(environment);
  if (!result.success)
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  return toConfig(result.data);
}

function toConfig(env: z.infer<typeof settings>) {
  return {
    port: env.PORT,
    host: env.HOST,
    /** Where people reach the server; null: as they asked for it. */
    publicUrl: env.PUBLIC_URL ?? null,
    dataDir: env.DATA_DIR,
    /** Null: the embedded PostgreSQL. */
    databaseUrl: env.DATABASE_URL ?? null,
    databasePool: env.DATABASE_POOL,
    /** Null: queues live on the same PostgreSQL. */
    redisUrl: env.REDIS_URL ?? null,
    role: env.ROLE,
    city: env.CITY,
    tileUrl: env.TILE_URL ?? null,
    logLevel: env.LOG_LEVEL,
    /** Express's `trust proxy`, e.g. `loopback`; null when clients connect directly. */
    trustProxy: env.TRUST_PROXY ?? null,
    /** Signs session cookies; null: one made once and kept in the database. */
    authSecret: env.AUTH_SECRET ?? null,
    mqtt:
      env.MQTT_URL === undefined
        ? null
        : { url: env.MQTT_URL, topics: env.MQTT_TOPICS, clientId: env.MQTT_CLIENT_ID },
    amlHmacKey: env.AML_HMAC_KEY ?? null,
    whatsapp: {
      appSecret: env.WHATSAPP_APP_SECRET ?? null,
      verifyToken: env.WHATSAPP_VERIFY_TOKEN ?? null,
      accessToken: env.WHATSAPP_ACCESS_TOKEN ?? null,
      phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID ?? null,
      graphUrl: env.META_GRAPH_URL,
      /** For who wrote more than a day ago; null: they cannot be written to. */
      template:
        env.WHATSAPP_TEMPLATE_NAME === undefined
          ? null
          : { name: env.WHATSAPP_TEMPLATE_NAME, language: env.WHATSAPP_TEMPLATE_LANGUAGE },
    },
    limits: {
      perTokenPerMinute: env.TOKEN_LIMIT_PER_MINUTE,
      perSenderPerMinute: env.SENDER_LIMIT_PER_MINUTE,
    },
    sweepSeconds: env.SWEEP_SECONDS,
    /** Changes within this time of each other go out to the screens together. */
    liveBatchMs: env.LIVE_BATCH_MS,
    push: {
      /** Whom push services may write to about us; null: nobody is told anything. */
      contact: env.PUSH_CONTACT ?? null,
      /** Addresses of this machine are allowed, for tests. */
      loopback: env.PUSH_LOOPBACK === 'yes',
    },
    demoAccounts: env.DEMO_ACCOUNTS ?? null,
  };
}
