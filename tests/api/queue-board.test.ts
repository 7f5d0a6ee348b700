import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe.each(['postgres', 'redis'])('the dashboard of queues on %s', (kind) => {
  let redis: TestRedis | null = null;
  let server: TestServer;

  beforeAll(async () => {
    redis = kind === 'redis' ? await startRedis() : null;
    server = await startTestServer({ settings: redis ? { REDIS_URL: redis.url } : {} });
  });
  afterAll(async () => {
    await server.close();
    await redis?.stop();
  });

  const get = async (path: string, role: 'administrator' | 'supervisor') => {
    const { cookie } = await server.signIn(role);
    return fetch(`${server.url}${path}`, { headers: { cookie } });
  };

  test('shows administrators every queue', async () => {
    const answer = await get('/admin/queues/api/queues', 'administrator');
    expect(answer.status).toBe(200);
    const { queues } = (await answer.json()) as { queues: { name: string }[] };
    const names = ['reports-urgent', 'reports', 'media', 'sla', 'push', 'replies'];
    expect(queues.map(({ name }) => name)).toEqual(names);
  });

  test('is a page whose scripts our content security policy lets run', async () => {
    const answer = await get('/admin/queues', 'administrator');
    const page = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)/g)];
    const running = scripts.filter(([, attributes = '']) => !attributes.includes('application/json'));
    expect(running.length).toBeGreaterThan(0);
    for (const [, attributes, body] of running) {
      expect(attributes).toMatch(/src="static\//);
      expect(body).toBe('');
    }
    const source = /src="(static\/js\/main[^"]*)"/.exec(page)?.[1];
    expect((await get(`/admin/queues/${source}`, 'administrator')).status).toBe(200);
  });

  test('is closed to everybody else', async () => {
    expect((await get('/admin/queues/api/queues', 'supervisor')).status).toBe(403);
    expect((await get('/admin/queues', 'supervisor')).status).toBe(403);
    expect((await fetch(`${server.url}/admin/queues`)).status).toBe(401);
  });
});
