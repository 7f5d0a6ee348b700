import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findTokenActor } from '../../server/access/tokens.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { startAccessServer } from '../support/access-server.ts';
import { createTestDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/admin.ts');
const PASSWORD = 'lima-kapal-berlayar';
const USER = ['create-user', '--email', 'siti@kota.example', '--password', PASSWORD];

type Outcome = { code: number; lines: string[]; stderr: string };
type Settings = { DATA_DIR?: string; DATABASE_URL?: string };

function admin(settings: Settings, ...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env.PATH, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...args], { env, timeout: 40_000 }, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? -1) : 0;
      resolve({ code, lines: stdout.trimEnd().split('\n'), stderr });
    });
  });
}

describe('on the embedded database', () => {
  let folder: Awaited<ReturnType<typeof makeTempFolder>>;

  beforeEach(async () => {
    folder = await makeTempFolder();
  });
  afterEach(() => folder.remove());

  test('works without a server, and leaves nothing running', async () => {
    const here = { DATA_DIR: folder.path };
    const [made, token] = [
      await admin(here, ...USER, '--role', 'responder', '--opd', 'DPUPR', '--name', 'Bu Siti'),
      await admin(here, 'create-token', '--role', 'wall', '--name', 'Lobby'),
    ];
    expect(made).toMatchObject({ code: 0, lines: ['responder siti@kota.example can sign in now'] });
    expect(token.lines.at(-1)).toMatch(/^lr_wall_[\w-]{43}$/);

    const server = await startEmbeddedPostgres({ dataDir: folder.path, log: silentLog });
    try {
      const { db, close } = connectDatabase(server.url, { log: silentLog, max: 1 });
      expect(await findTokenActor(db, token.lines.at(-1) ?? '')).toMatchObject({
        role: 'wall',
        name: 'Lobby',
      });
      await close();
    } finally {
      await server.stop();
    }
  });

  test('works beside a running server, on its database', async () => {
    const server = await startEmbeddedPostgres({ dataDir: folder.path, log: silentLog });
    const pid = server.pid();
    try {
      const token = await admin(
        { DATA_DIR: folder.path },
        'create-token',
        '--role',
        'channel',
        '--name',
        'LAKSA',
      );
      expect(token).toMatchObject({ code: 0, stderr: '' });
      expect(server.pid()).toBe(pid);
      const { db, close } = connectDatabase(server.url, { log: silentLog, max: 1 });
      expect(await findTokenActor(db, token.lines.at(-1) ?? '')).toMatchObject({ role: 'channel' });
      await close();
    } finally {
      await server.stop();
    }
  });

  test('two at once take turns', async () => {
    const here = { DATA_DIR: folder.path };
    const names = ['one', 'two', 'three'];
    const outcomes = await Promise.all(
      names.map((name) => admin(here, 'create-token', '--role', 'wall', '--name', name)),
    );
    expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      names.map(() => ({ code: 0, stderr: '' })),
    );
    const listed = (await admin(here, 'list-tokens')).lines.join('\n');
    for (const name of names) expect(listed).toContain(name);
  });
});

describe('on a database of one’s own', () => {
  test('what it makes and takes away holds in a server on the same database', async () => {
    const server = await startAccessServer();
    const there = { DATABASE_URL: server.databaseUrl };
    try {
      await admin(there, ...USER, '--role', 'operator');
      const cookie = await server.signIn('siti@kota.example', PASSWORD);
      const me = () => fetch(`${server.url}/api/me`, { headers: { cookie } });
      expect((await me()).status).toBe(200);

      const changed = ['--email', 'SITI@kota.example', '--password', 'sembilan-layang-layang'];
      expect(await admin(there, 'set-password', ...changed)).toMatchObject({ code: 0 });
      await server.signIn('siti@kota.example', 'sembilan-layang-layang');
      expect(await admin(there, 'disable-user', '--email', 'siti@kota.example')).toMatchObject({ code: 0 });
      await expect(server.signIn('siti@kota.example', 'sembilan-layang-layang')).rejects.toThrow('401');
      expect((await admin(there, 'list-users')).lines[1]).toMatch(/siti@kota\.example .* operator .* \d{4}-/);

      const { id, token } = await server.addToken('wall');
      expect(await admin(there, 'revoke-token', '--id', id)).toMatchObject({ code: 0 });
      expect(await findTokenActor(server.db, token)).toBeNull();
      expect(
        await admin(there, 'revoke-token', '--id', '0197a3c4-0000-7000-8000-000000000000'),
      ).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('no token has the id'),
      });
    } finally {
      await server.close();
    }
  });

  test('refuses what cannot be done, naming every fault', async () => {
    const database = await createTestDatabase();
    const there = { DATABASE_URL: database.url };
    try {
      const typed = await admin(there, 'create-user', '--email', 'x', '--role', 'king', '--colour', 'red');
      expect(typed.code).toBe(2);
      for (const fault of [
        '--email: is no email',
        '--role: must be one of',
        '--password is missing',
        '--colour is unknown',
      ])
        expect(typed.stderr).toContain(fault);
      expect(typed.stderr).toContain('Usage: npm run admin -- create-user');

      const weak = await admin(
        there,
        'create-user',
        '--email',
        'a@b.example',
        '--password',
        'x',
        '--role',
        'responder',
      );
      expect(weak.code).toBe(2);
      for (const fault of ['--password must have at least 12', '--opd is needed'])
        expect(weak.stderr).toContain(fault);

      await admin(there, ...USER, '--role', 'operator');
      expect((await admin(there, ...USER, '--role', 'operator')).stderr).toContain('has an account already');
      expect((await admin(there, 'crown-user')).stderr).toContain('There is no command "crown-user".');
      expect((await admin(there)).stderr).toContain('create-token --role wall|channel|open311 --name N');
    } finally {
      await database.drop();
    }
  });

  test('says when the database cannot be reached', async () => {
    const outcome = await admin({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' }, 'list-users');
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('ECONNREFUSED') });
  });
});
