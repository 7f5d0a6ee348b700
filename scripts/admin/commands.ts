import { z } from 'zod';
import {
  createUser,
  disableUser,
  findUserByEmail,
  listUsers,
  setPassword,
} from '../../server/access/accounts.ts';
import { issueToken, listTokens, revokeToken } from '../../server/access/tokens.ts';
import type { Database } from '../../server/database/connect.ts';
import { checkKpi } from '../../server/insight/check-kpi.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { TOKEN_ROLES, USER_ROLES } from '../../shared/access/actor.ts';
import { readOptions } from './arguments.ts';
import { formatTable } from './table.ts';

/** What a command works with: the database, the codes of the city's OPDs and its time zone. */
export type CommandDeps = { db: Database; departmentCodes: readonly string[]; timeZone: string };

/** Checks the arguments (throws `ArgumentsError`) and answers what is left to do; that answers what to print. */
export type Command = { usage: string; read(args: string[]): (deps: CommandDeps) => Promise<string> };

const email = z.email('is no email address').max(320).toLowerCase();
const password = z.string().max(200, 'must have at most 200 characters');
const name = z.string().trim().min(1, 'must not be empty').max(200);
const id = z.uuid('is no id; the list commands show ids');

function command<Shape extends z.ZodRawShape>(
  usage: string,
  schema: z.ZodObject<Shape>,
  run: (options: z.output<z.ZodObject<Shape>>, deps: CommandDeps) => Promise<string>,
): Command {
  return {
    usage,
    read(args) {
      const options = readOptions(args, schema);
      return (deps) => run(options, deps);
    },
  };
}

const createUserOptions = z.object({
  email,
  password,
  role: z.enum(USER_ROLES, `must be one of ${USER_ROLES.join(', ')}`),
  opd: z.string().trim().min(1).max(40).optional(),
  name: name.optional(),
});

/** Every command by its name. */
export const COMMANDS: Record<string, Command> = {
  'create-user': command(
    `--email E --password P --role ${USER_ROLES.join('|')} [--opd CODE] [--name N]`,
    createUserOptions,
    async ({ opd, ...user }, deps) => {
      const created = await createUser(deps, { ...user, departmentCode: opd ?? null });
      return `${created.role} ${created.email} can sign in now`;
    },
  ),
  'list-users': command('', z.object({}), async (_options, { db }) =>
    formatTable(
      (await listUsers({ db })).map(({ id, email, name, role, departmentCode, disabledAt }) => ({
        id,
        email,
        name,
        role,
        opd: departmentCode,
        closed: disabledAt,
      })),
      'There are no accounts yet. Make one with create-user.',
    ),
  ),
  'set-password': command(
    '--email E --password P',
    z.object({ email, password }),
    async (options, { db }) => {
      await setPassword({ db }, options);
      return `${options.email} has a new password; sessions of the old one have ended`;
    },
  ),
  'disable-user': command('--email E', z.object({ email }), async (options, { db }) => {
    await disableUser({ db }, (await findUserByEmail(db, options.email)).id);
    return `${options.email} can sign in no more; open sessions have ended`;
  }),
  'create-token': command(
    `--role ${TOKEN_ROLES.join('|')} --name N`,
    z.object({ role: z.enum(TOKEN_ROLES, `must be one of ${TOKEN_ROLES.join(', ')}`), name }),
    async (options, { db }) => (await issueToken(db, options)).token,
  ),
  'list-tokens': command('', z.object({}), async (_options, { db }) =>
    formatTable(
      (await listTokens(db)).map(({ id, role, name, createdAt, lastUsedAt, revokedAt }) => ({
        id,
        role,
        name,
        created: createdAt,
        used: lastUsedAt,
        revoked: revokedAt,
      })),
      'There are no tokens yet. Make one with create-token.',
    ),
  ),
  'revoke-token': command('--id ID', z.object({ id }), async (options, { db }) => {
    await revokeToken(db, options.id);
    return `token ${options.id} is revoked`;
  }),
  'check-kpi': command('', z.object({}), async (_options, { db, timeZone }) => {
    const { tickets, seq, differences, examples } = await checkKpi({ db, timeZone, clock: systemClock });
    const counted = `${tickets} tickets counted anew from the log, up to entry ${seq}`;
    if (differences === 0) return `${counted}: the figures are right`;
    process.exitCode = 1;
    return [`${counted}: ${differences} differences`, ...examples.map((one) => `  ${one}`)].join('\n');
  }),
};
