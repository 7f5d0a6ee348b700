import { expect, test } from 'vitest';
import { sendWhatsApp } from '../../../server/replies/send-whatsapp.ts';
import type { Outgoing } from '../../../server/replies/sending.ts';

const ANSWER: Outgoing = {
  ...{ id: crypto.randomUUID(), kind: 'template', sendTo: '628111', text: 'Sudah selesai.' },
  ...{ ticketNumber: 'KKL-2026-000001', quotes: 'wamid.1', attempts: 1, isDoubtful: false },
};

test('an answer whose template nobody here knows waits for a node that does, and says what is missing', async () => {
  const settings = { graphUrl: 'http://127.0.0.1:9', accessToken: 't', phoneNumberId: '1', template: null };
  const outcome = await sendWhatsApp(settings, ANSWER);
  expect(outcome).toMatchObject({ later: expect.stringContaining('WHATSAPP_TEMPLATE_NAME') });
});
