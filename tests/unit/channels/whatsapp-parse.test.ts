import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWhatsApp } from '../../../server/channels/whatsapp/parse.ts';

const NOW = Date.UTC(2026, 10, 21);

const one = (message: object) =>
  parseWhatsApp(
    {
      object: 'whatsapp_business_account',
      entry: [
        {
          changes: [
            {
              field: 'messages',
              value: { messages: [{ id: 'w', from: '628111', timestamp: '1779000000', ...message }] },
            },
          ],
        },
      ],
    },
    NOW,
  ).reports[0];

test.each([
  ['text', { type: 'text', text: { body: 'halo' } }, { text: 'halo' }],
  [
    'image with caption',
    { type: 'image', image: { id: '7', mime_type: 'image/jpeg', sha256: 'x', caption: 'ini' } },
    { text: 'ini', media: [{ mediaId: '7', mimeType: 'image/jpeg', sha256: 'x' }] },
  ],
  [
    'voice',
    { type: 'audio', audio: { id: '8', mime_type: 'audio/ogg; codecs=opus', voice: true } },
    { text: '', media: [{ mediaId: '8', mimeType: 'audio/ogg; codecs=opus' }] },
  ],
  [
    'location',
    { type: 'location', location: { latitude: -6.2, longitude: 106.6, name: 'Pasar', address: 'Jl. A' } },
    {
      text: '',
      location: { lat: -6.2, lng: 106.6, accuracyM: null, source: 'pin', address: 'Pasar, Jl. A' },
    },
  ],
  [
    'location off the earth',
    { type: 'location', location: { latitude: 96, longitude: 106.6 } },
    { location: null },
  ],
  ['quick reply', { type: 'button', button: { payload: 'P', text: 'Ya' } }, { text: 'Ya' }],
  [
    'list reply',
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'Banjir', description: 'air naik' } },
    },
    { text: 'Banjir air naik' },
  ],
  [
    'form with broken JSON',
    {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{' } },
    },
    { text: 'Sent' },
  ],
  [
    'reaction',
    { type: 'reaction', reaction: { message_id: 'w0', emoji: '👍' } },
    { text: '', inReplyTo: 'w0', setAside: 'reaction' },
  ],
  ['unsupported', { type: 'unsupported', errors: [{ code: 131051 }] }, { text: '' }],
  [
    'quoted',
    { type: 'text', text: { body: 'lanjut' }, context: { from: '62', id: 'w9' } },
    { inReplyTo: 'w9' },
  ],
])('reads %s', (_name, message, expected) => {
  expect(one(message)).toMatchObject({ channel: 'whatsapp', externalId: 'w', ...expected });
});

test('the account is the business-scoped id where there is one, and the number need not be there', () => {
  const value = {
    contacts: [{ profile: { name: 'Sari', username: 'sari' }, user_id: 'ID.9' }],
    messages: [{ id: 'w', from_user_id: 'ID.9', timestamp: '1779000000', type: 'text', text: { body: 'x' } }],
  };
  const body = { object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'messages', value }] }] };
  expect(parseWhatsApp(body, NOW).reports[0]?.reporter).toEqual({ name: 'Sari', accountId: 'ID.9' });
});

test('a message without an id is the same message when it comes again', () => {
  const ids = [1, 2].map(() => one({ id: undefined, type: 'text', text: { body: 'x' } })?.externalId);
  expect(ids[0]).toBe(ids[1]);
  expect(one({ id: undefined, type: 'text', text: { body: 'y' } })?.externalId).not.toBe(ids[0]);
});

test('law: whatever is in them, every message of every level becomes a report, and nothing throws', () => {
  const message = fc.oneof(
    fc.record(
      {
        id: fc.string({ minLength: 1 }),
        from: fc.jsonValue(),
        timestamp: fc.jsonValue(),
        type: fc.oneof(
          fc.constantFrom('text', 'image', 'location', 'interactive', 'reaction', 'button', '__proto__'),
          fc.jsonValue(),
        ),
        text: fc.jsonValue(),
        image: fc.jsonValue(),
        location: fc.jsonValue(),
        interactive: fc.jsonValue(),
        context: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue(),
  );
  const value = fc.record(
    { messages: fc.array(message), contacts: fc.jsonValue() },
    { requiredKeys: ['messages'] },
  );
  const entry = fc.record({ changes: fc.array(fc.record({ field: fc.constant('messages'), value })) });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const { reports } = parseWhatsApp({ object: 'whatsapp_business_account', entry: entries }, NOW);
      const messages = entries
        .flatMap(({ changes }) => changes.flatMap((change) => change.value.messages))
        .filter((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
      expect(reports.length).toBe(messages.length);
      for (const report of reports) expect(Number.isNaN(Date.parse(report.occurredAt))).toBe(false);
    }),
  );
});
