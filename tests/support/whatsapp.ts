import { createHmac } from 'node:crypto';
import { APP_SECRET, type Doors } from './doors.ts';

type Json = Record<string, unknown>;

/** A text message as Meta sends it. */
export function textMessage(id: string, body: string, from = '628111'): Json {
  return { from, id, timestamp: '1779000000', type: 'text', text: { body } };
}

/** A webhook of one change. */
export function webhook(value: Json, field = 'messages'): Json {
  const metadata = { display_phone_number: '62215550000', phone_number_id: '1065403522' };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
}

/** Posts a webhook signed as Meta signs it: the bytes that are sent, with all but ASCII escaped. */
export function postWebhook(doors: Doors, body: unknown, secret = APP_SECRET): Promise<Response> {
  const bytes = JSON.stringify(body).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return doors.post('/channels/whatsapp', bytes, {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`,
  });
}
