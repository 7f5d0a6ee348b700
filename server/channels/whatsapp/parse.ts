import { createHash } from 'node:crypto';
import type { Reporter } from '../../../shared/report/report.ts';
import { type IncomingReport, storableId } from '../../intake/incoming.ts';
import { AppError } from '../../platform/errors.ts';
import { believedTime } from '../../platform/plausible-time.ts';
import { asArray, asNumber, asRecord, asText, isRecord, type JsonRecord } from '../lenient.ts';
import { readContent } from './content.ts';

/** One `statuses[]` item: what became of a message we sent. `status` as Meta names it, `at` ISO 8601 UTC. */
export type MessageStatus = { messageId: string; status: string; at: string; raw: unknown };

/** A webhook taken apart. `others`: what is neither message nor status (account errors, other fields), as it came. */
export type WhatsAppDelivery = { reports: IncomingReport[]; statuses: MessageStatus[]; others: unknown[] };

/**
 * Takes a webhook of the WhatsApp Cloud API apart (Meta, "messages webhook reference"): entry × changes ×
 * messages or statuses, each level an array. Only a body that is no WhatsApp webhook is refused (400); within
 * one, whatever can be told apart is kept, and one malformed message takes no other with it.
 */
export function parseWhatsApp(body: unknown, now: number): WhatsAppDelivery {
  const delivery: WhatsAppDelivery = { reports: [], statuses: [], others: [] };
  for (const entry of readEntries(body)) {
    for (const change of asArray(asRecord(entry).changes)) readChange(change, now, delivery);
    if (!Array.isArray(asRecord(entry).changes)) delivery.others.push(entry);
  }
  return delivery;
}

function readEntries(body: unknown): unknown[] {
  const { object, entry } = asRecord(body);
  const errors = [
    ...(object === 'whatsapp_business_account'
      ? []
      : [{ field: 'object', message: 'expected whatsapp_business_account' }]),
    ...(Array.isArray(entry) ? [] : [{ field: 'entry', message: 'expected an array' }]),
  ];
  if (errors.length > 0)
    throw new AppError('invalid', {
      detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
      errors,
    });
  return asArray(entry);
}

function readChange(change: unknown, now: number, delivery: WhatsAppDelivery): void {
  const { field, value: anyValue } = asRecord(change);
  const value = asRecord(anyValue);
  const contacts = asArray(value.contacts);
  const isEcho = field === 'smb_message_echoes';
  const messages = asArray(value[isEcho ? 'message_echoes' : 'messages']).filter(isRecord);
  for (const message of messages) delivery.reports.push(readMessage(message, contacts, value, now, isEcho));
  const statuses = asArray(value.statuses).map((status) => readStatus(status, now));
  delivery.statuses.push(...statuses.filter((status) => status !== null));
  const unread = statuses.includes(null) || isEmpty(messages, statuses);
  if (unread || 'errors' in value) delivery.others.push(change);
}

function isEmpty(messages: unknown[], statuses: unknown[]): boolean {
  return messages.length === 0 && statuses.length === 0;
}

function readMessage(
  message: JsonRecord,
  contacts: unknown[],
  value: JsonRecord,
  now: number,
  isEcho: boolean,
): IncomingReport {
  const contact = findContact(message, contacts);
  const inReplyTo = asText(asRecord(message.context).id);
  const { setAside, ...content } = readContent(message);
  const reason = isEcho ? 'echo' : setAside;
  return {
    channel: 'whatsapp',
    externalId: asText(message.id) ?? digestOf(message),
    occurredAt: readTime(message.timestamp, now),
    reporter: isEcho ? null : readReporter(message, contact),
    ...content,
    ...(content.inReplyTo === undefined && inReplyTo !== undefined ? { inReplyTo } : {}),
    ...(reason === undefined ? {} : { setAside: reason }),
    raw: { message, contact: contact ?? null, metadata: value.metadata ?? null },
  };
}

/** The contact who sent it: by business-scoped user id, else by number, else the only one there is. */
function findContact(message: JsonRecord, contacts: unknown[]): JsonRecord | undefined {
  const records = contacts.filter(isRecord);
  const { from_user_id: userId, from } = message;
  return (
    records.find((contact) => userId !== undefined && contact.user_id === userId) ??
    records.find((contact) => from !== undefined && contact.wa_id === from) ??
    (records.length === 1 && userId === undefined && from === undefined ? records[0] : undefined)
  );
}

/** A phone number need not be there, and may change: the account is the business-scoped user id where there is one. */
function readReporter(message: JsonRecord, contact: JsonRecord | undefined): Reporter | null {
  const name = asText(asRecord(contact?.profile).name);
  const waId = asText(message.from) ?? asText(contact?.wa_id);
  const accountId = asText(message.from_user_id) ?? asText(contact?.user_id) ?? waId;
  if (name === undefined && accountId === undefined) return null;
  return {
    ...(name === undefined ? {} : { name }),
    ...(waId === undefined ? {} : { phone: storableId(/^\d+$/.test(waId) ? `+${waId}` : waId) }),
    ...(accountId === undefined ? {} : { accountId: storableId(accountId) }),
  };
}

function readStatus(status: unknown, now: number): MessageStatus | null {
  const { id, status: name, timestamp } = asRecord(status);
  const messageId = asText(id);
  const statusName = asText(name);
  if (messageId === undefined || statusName === undefined) return null;
  return {
    messageId: storableId(messageId),
    status: storableId(statusName),
    at: readTime(timestamp, now),
    raw: status,
  };
}

/** Meta writes Unix seconds as a text. */
function readTime(timestamp: unknown, now: number): string {
  return believedTime((asNumber(timestamp) ?? Number.NaN) * 1000, now);
}

/** A message without an id is known by its content, so that sent again it is still taken once. */
function digestOf(message: JsonRecord): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(message)).digest('hex')}`;
}
