import { createHmac } from 'node:crypto';
import { bytesOf, type Delivery } from './delivery.ts';

/** A person as WhatsApp names them. Since 2026 some come without a number, by business-scoped id (BSUID) only. */
export type WhatsappContact = { name: string; username?: string; waId?: string; bsuid: string };

/** One message of a person; times in ms since the epoch. Shapes: Meta, WhatsApp Cloud API webhooks, messages. */
export type WhatsappMessage = { id: string; contact: WhatsappContact; at: number; quotes?: string } & (
  | { type: 'text'; text: string }
  | { type: 'image'; mediaId: string; sha256: string; caption?: string }
  | { type: 'location'; lat: number; lng: number; name?: string; address?: string }
);

/** What became of a message the city sent. */
export type WhatsappStatus = {
  id: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  at: number;
  recipient: WhatsappContact;
  /** What the sender gave along, which comes back with each status. */
  callbackData?: string;
  /** With `failed`: why. */
  errors?: { code: number; title: string }[];
};

/** The city's own number at WhatsApp. */
export type WhatsappAccount = { businessId: string; phoneNumberId: string; displayNumber: string };

const ACCOUNT: WhatsappAccount = {
  businessId: '102290129340398',
  phoneNumberId: '1065403522',
  displayNumber: '62215550000',
};

/** A webhook with one or several messages, as Meta batches them when they come close together. */
export function whatsappMessages(messages: WhatsappMessage[], account = ACCOUNT): Delivery {
  const value = {
    messaging_product: 'whatsapp',
    metadata: metadataOf(account),
    contacts: [...new Set(messages.map(({ contact }) => contact))].map(presentContact),
    messages: messages.map(presentMessage),
  };
  return webhook(value, account, idsOf(messages));
}

/** A webhook about messages the city sent; it carries no report. */
export function whatsappStatuses(statuses: WhatsappStatus[], account = ACCOUNT): Delivery {
  const value = {
    messaging_product: 'whatsapp',
    metadata: metadataOf(account),
    statuses: statuses.map(({ id, status, at, recipient, callbackData, errors }) => ({
      id,
      status,
      timestamp: seconds(at),
      recipient_id: recipient.waId ?? recipient.bsuid,
      ...(callbackData === undefined ? {} : { biz_opaque_callback_data: callbackData }),
      ...(errors === undefined ? {} : { errors }),
    })),
  };
  return webhook(value, account, []);
}

/** The value of `X-Hub-Signature-256` over the bytes as they are sent. */
export function signMeta(body: Uint8Array, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** JSON as Meta writes it: everything beyond ASCII as \uXXXX, so that the signed bytes are ASCII. */
export function metaJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function webhook(value: object, account: WhatsappAccount, externalIds: string[]): Delivery {
  const envelope = {
    object: 'whatsapp_business_account',
    entry: [{ id: account.businessId, changes: [{ value, field: 'messages' }] }],
  };
  return {
    door: 'whatsapp',
    path: '/channels/whatsapp',
    proof: 'meta-signature',
    headers: { 'content-type': 'application/json' },
    body: bytesOf(metaJson(envelope)),
    externalIds,
  };
}

function metadataOf(account: WhatsappAccount): object {
  return { display_phone_number: account.displayNumber, phone_number_id: account.phoneNumberId };
}

function presentContact({ name, username, waId, bsuid }: WhatsappContact): object {
  return {
    profile: { name, ...(username === undefined ? {} : { username }) },
    ...(waId === undefined ? {} : { wa_id: waId }),
    user_id: bsuid,
  };
}

function presentMessage(message: WhatsappMessage): object {
  const { waId, bsuid } = message.contact;
  return {
    ...(waId === undefined ? {} : { from: waId }),
    from_user_id: bsuid,
    id: message.id,
    timestamp: seconds(message.at),
    ...(message.quotes === undefined ? {} : { context: { from: ACCOUNT.displayNumber, id: message.quotes } }),
    type: message.type,
    [message.type]: contentOf(message),
  };
}

function contentOf(message: WhatsappMessage): object {
  switch (message.type) {
    case 'text':
      return { body: message.text };
    case 'image':
      return {
        ...(message.caption === undefined ? {} : { caption: message.caption }),
        mime_type: 'image/jpeg',
        sha256: message.sha256,
        id: message.mediaId,
      };
    case 'location':
      return {
        latitude: message.lat,
        longitude: message.lng,
        ...(message.name === undefined ? {} : { name: message.name }),
        ...(message.address === undefined ? {} : { address: message.address }),
      };
  }
}

/** Meta's timestamps are strings of Unix seconds. */
function seconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}

function idsOf(messages: WhatsappMessage[]): string[] {
  return messages.map(({ id }) => id);
}
