import { createSender } from '../../scripts/simulate/sender.ts';
import {
  type WhatsappContact,
  type WhatsappMessage,
  type WhatsappStatus,
  whatsappMessages,
  whatsappStatuses,
} from '../../scripts/simulate/whatsapp.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { RepliesAnswer, ReplyAnswer } from '../../shared/wire/replies.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

/** Someone at WhatsApp with a number of their own. */
export function someContact(name = 'Sari'): WhatsappContact & { waId: string } {
  const digits = String(Math.trunc(Math.random() * 1e9)).padStart(9, '0');
  return { name, waId: `628${digits}`, bsuid: `ID.${digits}${digits}` };
}

type Words = { text: string } | { lat: number; lng: number };

/** Sends messages and statuses through the real, signed door; answers the ids that messages were given. */
export function createCorrespondent(server: Pick<TestServer, 'url'>) {
  const sender = createSender({ url: server.url, whatsappSecret: 'test-app-secret', giveUpAfterMs: 5000 });
  async function deliver(delivery: Parameters<typeof sender.send>[0]): Promise<void> {
    const outcome = await sender.send(delivery);
    if (!outcome.ok) throw new Error(`the door did not take it: ${JSON.stringify(outcome)}`);
  }
  return {
    async writes(contact: WhatsappContact, words: Words, more: { quotes?: string; at?: number } = {}) {
      const id = `wamid.IN${crypto.randomUUID()}`;
      const common = { id, contact, at: Date.now(), ...more };
      const message: WhatsappMessage =
        'text' in words ? { ...common, type: 'text', ...words } : { ...common, type: 'location', ...words };
      await deliver(whatsappMessages([message]));
      return id;
    },
    async tells(...statuses: (Omit<WhatsappStatus, 'at' | 'recipient'> & { at?: number })[]) {
      const recipient = someContact();
      await deliver(whatsappStatuses(statuses.map((status) => ({ at: Date.now(), recipient, ...status }))));
    },
  };
}

/** A person of the control room who answers, over HTTP. */
export async function createAnswerer(server: TestServer, role: 'operator' | 'supervisor' = 'operator') {
  const { cookie } = await server.signIn(role);
  async function ask(path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const response = await fetch(server.url + path, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { cookie, 'Content-Type': 'application/json', Origin: server.url },
    });
    return { status: response.status, body: await response.json() };
  }
  const read = async <T>(path: string): Promise<T> => (await ask(path)).body as T;
  return {
    cookie,
    ask,
    /** The ticket that holds a message of WhatsApp's id. */
    ticketOf: (externalId: string): Promise<string> =>
      until(
        async () =>
          (
            await server.db
              .selectFrom('report')
              .select('ticket_id')
              .where('external_id', '=', externalId)
              .executeTakeFirst()
          )?.ticket_id,
        { what: 'the ticket of a message' },
      ),
    detail: (ticketId: string) => read<TicketDetail>(`/api/tickets/${ticketId}`),
    replies: (ticketId: string) => read<RepliesAnswer>(`/api/tickets/${ticketId}/replies`),
    /** Answers about the version there is; throws what the server refuses. */
    async replyTo(ticketId: string, body: object): Promise<ReplyAnswer> {
      const { version } = await read<TicketDetail>(`/api/tickets/${ticketId}`);
      const answer = await ask(`/api/tickets/${ticketId}/reply`, { version, ...body });
      if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
      return answer.body as ReplyAnswer;
    },
    /** The states of a ticket's answers, oldest first. */
    states: async (ticketId: string) =>
      (await read<RepliesAnswer>(`/api/tickets/${ticketId}/replies`)).replies.map(({ state }) => state),
  };
}
