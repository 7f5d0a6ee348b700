import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { securityHeaders } from '../../server/access/security-headers.ts';

async function headersOf(options: Parameters<typeof securityHeaders>[0]): Promise<Headers> {
  const app = express().use(securityHeaders(options));
  app.use((_req, res) => void res.end());
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).headers;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const policyOf = (headers: Headers) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values] as const;
    }),
  );

test('scripts come from our own files alone, and nobody frames our pages', async () => {
  const headers = await headersOf({ publicUrl: null, tileUrl: null });
  const policy = policyOf(headers);
  expect(policy['default-src']).toEqual(["'self'"]);
  expect(policy['script-src']).toEqual(["'self'"]);
  expect(policy['script-src-attr']).toEqual(["'none'"]);
  expect(policy['object-src']).toEqual(["'none'"]);
  expect(policy['frame-ancestors']).toEqual(["'none'"]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('sockets may be opened to the host that was asked for', async () => {
  const policy = policyOf(await headersOf({ publicUrl: null, tileUrl: null }));
  expect(policy['connect-src']).toEqual([
    "'self'",
    expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+$/),
    expect.stringMatching(/^wss:\/\/127\.0\.0\.1:\d+$/),
  ]);
});

test('on plain HTTP nothing asks browsers for HTTPS, on HTTPS everything does', async () => {
  const plain = await headersOf({ publicUrl: 'http://ruang.kota.example', tileUrl: null });
  expect(policyOf(plain)).not.toHaveProperty('upgrade-insecure-requests');
  expect(plain.get('strict-transport-security')).toBeNull();
  const secure = await headersOf({ publicUrl: 'https://ruang.kota.example', tileUrl: null });
  expect(policyOf(secure)).toHaveProperty('upgrade-insecure-requests');
  expect(secure.get('strict-transport-security')).toContain('max-age=');
});

test.each([
  ['https://tile.example/{z}/{x}/{y}.png?key=1', ['https://tile.example']],
  ['https://{s}.tile.example/{z}/{x}/{y}.png', ['https://*.tile.example']],
  ['http://10.0.0.7:8081/{z}/{x}/{y}.webp', ['http://10.0.0.7:8081']],
  ['/tiles/{z}/{x}/{y}.png', []],
  ["https://evil.example;script-src'*'/{z}/{x}/{y}", []],
  ['https://{s}/{z}/{x}/{y}.png', []],
  [null, []],
])('pictures of %s may come from %j', async (tileUrl, sources) => {
  const policy = policyOf(await headersOf({ publicUrl: null, tileUrl }));
  expect(policy['img-src']).toEqual(["'self'", 'data:', 'blob:', ...sources]);
});
