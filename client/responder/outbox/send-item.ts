import type { LiveTicket } from '../../../shared/wire/live.ts';
import { type Api, RequestFailed } from '../../api/request.ts';
import type { SendResult } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import { readPhoto } from './phone-store.ts';

/** Sends one item and says what came of it. Nothing is known for sure without an answer: then it is sent again later. */
export async function sendItem(api: Api, item: OutboxItem): Promise<SendResult> {
  try {
    const ticket = await post(api, item);
    return ticket === null
      ? { outcome: 'refused', refusal: { cause: 'other', why: 'photo' } }
      : { outcome: 'sent', ticket };
  } catch (error) {
    if (error instanceof RequestFailed) return resultOf(error);
    throw error;
  }
}

async function post(api: Api, { id, ticketId, work, version }: OutboxItem): Promise<LiveTicket | null> {
  const path = `/api/tickets/${ticketId}`;
  if (work.kind === 'command') {
    const { command, note, reason } = work;
    return api.post<LiveTicket>(`${path}/${command}`, { version, commandId: id, note, reason });
  }
  const photo = await readPhoto(id);
  if (photo === null) return null;
  const form = new FormData();
  form.set('kind', work.photo);
  form.set('photo', photo, `${work.photo}.jpg`);
  return api.upload<LiveTicket>(`${path}/photos`, form);
}

function resultOf({ failure, problem }: RequestFailed): SendResult {
  switch (failure) {
    case 'offline':
    case 'unavailable':
    case 'too-many':
    case 'internal':
      return { outcome: 'later' };
    case 'unauthenticated':
      return { outcome: 'sign-in' };
    case 'forbidden':
    case 'not-found':
      return { outcome: 'refused', refusal: { cause: 'forbidden' } };
    case 'conflict':
      if (problem?.ticket) return { outcome: 'conflict', ticket: problem.ticket as LiveTicket };
      return { outcome: 'later' };
    default:
      return { outcome: 'refused', refusal: { cause: 'other', why: failure } };
  }
}
