import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';

// The floor of the WhatsApp door: bare Express, the same HMAC over the raw bytes, one INSERT, the same database.
const { DATABASE_URL = '', WHATSAPP_APP_SECRET = '', HOST = '127.0.0.1' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 });
await pool.query('create table if not exists inbox (external_id text primary key, raw jsonb not null)');

const app = express();
app.post('/channels/whatsapp', express.raw({ type: 'application/json', limit: '3mb' }), async (req, res) => {
  const expected = createHmac('sha256', WHATSAPP_APP_SECRET).update(req.body).digest();
  const given = Buffer.from((req.get('X-Hub-Signature-256') ?? '').slice(7), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    res.sendStatus(401);
    return;
  }
  const payload = JSON.parse(req.body.toString());
  const id = payload.entry[0].changes[0].value.messages[0].id;
  await pool.query('insert into inbox (external_id, raw) values ($1, $2) on conflict do nothing', [
    id,
    req.body.toString(),
  ]);
  res.sendStatus(200);
});
const server = app.listen(0, HOST, () => {
  process.stdout.write(`ready http://${HOST}:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
