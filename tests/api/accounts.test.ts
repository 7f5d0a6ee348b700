import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserView } from '../../shared/wire/access.ts';
import { type AccessServer, PASSWORD, postJson, startAccessServer } from '../support/access-server.ts';

let server: AccessServer;
let administrator: { id: string; cookie: string };

beforeAll(async () => {
  server = await startAccessServer();
  const { id, email } = await server.addUser('administrator');
  administrator = { id, cookie: await server.signIn(email) };
});
afterAll(() => server.close());

const create = (body: object) => postJson(`${server.url}/api/users`, body, { cookie: administrator.cookie });
const disable = (id: string) =>
  postJson(`${server.url}/api/users/${id}/disable`, {}, { cookie: administrator.cookie });

test('an administrator makes an account, sees it, and closes it', async () => {
  const response = await create({
    email: 'Siti@Kota.example',
    password: PASSWORD,
    role: 'responder',
    departmentCode: 'SIAGA',
    name: 'Siti',
  });
  expect(response.status).toBe(201);
  const user = (await response.json()) as UserView;
  expect(user).toMatchObject({
    email: 'siti@kota.example',
    name: 'Siti',
    role: 'responder',
    departmentCode: 'SIAGA',
    disabledAt: null,
  });
  const cookie = await server.signIn('siti@kota.example');
  const listed = await fetch(`${server.url}/api/users`, { headers: { cookie: administrator.cookie } });
  const text = await listed.text();
  expect(JSON.parse(text).users).toContainEqual(user);
  expect(text).not.toMatch(/password|hash/i);

  expect(await (await disable(user.id)).json()).toMatchObject({
    id: user.id,
    disabledAt: expect.any(String),
  });
  expect((await fetch(`${server.url}/api/me`, { headers: { cookie } })).status).toBe(401);
});

test.each([
  ['an unknown role', { role: 'king' }, 'role'],
  ['a responder without an OPD', { role: 'responder' }, 'departmentCode'],
  ['an operator with an OPD', { departmentCode: 'SIAGA' }, 'departmentCode'],
  ['an OPD the city does not have', { role: 'responder', departmentCode: 'NOWHERE' }, 'departmentCode'],
  ['a short password', { password: 'pendek' }, 'password'],
  ['a common password', { password: 'password12345' }, 'password'],
  ['a password with the email in it', { password: 'andi.wijaya-andi' }, 'password'],
  ['an email that is none', { email: 'andi' }, 'email'],
])('refuses %s, naming the field', async (_what, change, field) => {
  const response = await create({
    email: 'andi.wijaya@kota.example',
    password: PASSWORD,
    role: 'operator',
    ...change,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ field }] });
});

test('an email has one account, however it is written, also when two ask at once', async () => {
  const body = { email: 'twice@kota.example', password: PASSWORD, role: 'operator' };
  const both = await Promise.all([create(body), create({ ...body, email: 'TWICE@kota.example' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
});

test('administrators cannot close their own account, nor one that is not there', async () => {
  expect((await disable(administrator.id)).status).toBe(403);
  expect((await disable('0197a3c4-0000-7000-8000-000000000000')).status).toBe(404);
  expect((await disable('7')).status).toBe(400);
});
