import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  metaJson,
  signMeta,
  whatsappMessages,
  whatsappStatuses,
} from '../../../scripts/simulate/whatsapp.ts';

const decoder = new TextDecoder();
const contact = { name: 'Budi', waId: '628111', bsuid: 'ID.1502576394655843' };

test('the signature is Meta’s HMAC over the bytes as sent', () => {
  const body = `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"type":"text","text":{"body":"Banjir \\u2614 di Ciledug"}}]}}]}]}`;
  expect(signMeta(new TextEncoder().encode(body), 'test-app-secret')).toBe(
    'sha256=536eda1029b6aa4a1a92eadf52e386c745e4c28181f0721d48a00fb05e8c32f0',
  );
});

test('webhooks are ASCII whatever was written, and read back as written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = metaJson({ text });
      expect(json).toMatch(/^[\0-\x7f]*$/);
      expect(JSON.parse(json)).toEqual({ text: JSON.parse(JSON.stringify(text)) });
    }),
  );
});

test('several messages of one person make one webhook with the person once', () => {
  const delivery = whatsappMessages([
    { id: 'wamid.A', contact, at: 1_779_000_000_900, type: 'text', text: 'Banjir ☔' },
    { id: 'wamid.B', contact, at: 1_779_000_001_000, type: 'location', lat: -6.2, lng: 106.6 },
  ]);
  expect(delivery.externalIds).toEqual(['wamid.A', 'wamid.B']);
  const [entry] = JSON.parse(decoder.decode(delivery.body)).entry;
  const [{ field, value }] = entry.changes;
  expect(field).toBe('messages');
  expect(value.contacts).toEqual([{ profile: { name: 'Budi' }, wa_id: '628111', user_id: contact.bsuid }]);
  expect(value.messages[0]).toEqual({
    from: '628111',
    from_user_id: contact.bsuid,
    id: 'wamid.A',
    timestamp: '1779000000',
    type: 'text',
    text: { body: 'Banjir ☔' },
  });
  expect(value.messages[1].location).toEqual({ latitude: -6.2, longitude: 106.6 });
});

test('a person with a username shows no number anywhere', () => {
  const hidden = { name: 'Budi', username: 'budi', bsuid: 'ID.77' };
  const text = { id: 'wamid.A', contact: hidden, at: 0, type: 'text' as const, text: 'halo' };
  const body = decoder.decode(whatsappMessages([text]).body);
  expect(body).toContain('"from_user_id":"ID.77"');
  expect(body).not.toContain('"from"');
  expect(body).not.toContain('wa_id');
});

test('statuses carry no report', () => {
  const delivery = whatsappStatuses([
    { id: 'wamid.OUT', status: 'read', at: 1_779_000_000_000, recipient: contact },
  ]);
  expect(delivery.externalIds).toEqual([]);
  expect(decoder.decode(delivery.body)).toContain(
    '"statuses":[{"id":"wamid.OUT","status":"read","timestamp":"1779000000","recipient_id":"628111"}]',
  );
});
