import { setTimeout as wait } from 'node:timers/promises';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { CallView } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { type Account, type ApiClient, createApiClient } from './api-client.ts';
import { type Plan, planNext } from './department-habits.ts';
import type { Random } from './random.ts';
import type { CallSubject } from './world.ts';

export type DepartmentsOptions = {
  url: string;
  pack: CityPack;
  random: Random;
  /** Signs in for the control room, and acts by phone for departments that have nobody signed in. */
  operator: Account;
  /** One for each department that works with the product. */
  responders: Account[];
  /** What a call was about, as the call-taker hears it; undefined for a call that was not simulated. */
  subjectOf: (callId: string) => CallSubject | undefined;
  signal: AbortSignal;
  everyMs?: number;
  /** How many times faster than in the demo they work; 1 by default. */
  haste?: number;
  onTrouble?: (reason: string) => void;
};

/** Beyond so many unfinished tickets the older ones are left alone. */
const MOST = 1000;

/**
 * The control room and the departments at work, over the API like anybody: calls are answered, tickets verified,
 * routed as suggested, acknowledged, worked on, resolved, now and then returned. Runs until the signal.
 */
export async function runDepartments(options: DepartmentsOptions): Promise<void> {
  const { url, signal, everyMs = 2000 } = options;
  const office = createOffice(options);
  const operator = createApiClient({ url, account: options.operator });
  while (!signal.aborted) {
    try {
      office.look(await operator.unfinishedTickets(MOST), await readCalls(operator));
      await office.actOnDue(operator);
    } catch (error) {
      if (!signal.aborted) options.onTrouble?.(error instanceof Error ? error.message : String(error));
    }
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

type Intention = { ticket: LiveTicket; plan: Plan | null };

function createOffice(options: DepartmentsOptions) {
  const { url, pack, random, responders, subjectOf, haste = 1 } = options;
  const clients = new Map(
    responders.map((account) => [account.departmentCode, createApiClient({ url, account })]),
  );
  const intentions = new Map<string, Intention>();
  const talks = new Map<string, number>();
  let calls: CallView[] = [];

  /** Takes in what there is now and decides about what is new or has moved. */
  function look(tickets: LiveTicket[], current: CallView[]): void {
    calls = current;
    const callOf = new Map(calls.map((call) => [call.ticketId, call]));
    const seen = new Set(tickets.map(({ id }) => id));
    for (const id of intentions.keys()) if (!seen.has(id)) intentions.delete(id);
    for (const ticket of tickets) {
      const known = intentions.get(ticket.id);
      const call = callOf.get(ticket.id);
      const isEmptyCall = call !== undefined && subjectOf(call.callId) === null;
      const plan =
        known?.ticket.status === ticket.status
          ? known.plan
          : planNext(random, { ...ticket, isEmptyCall }, Date.now(), haste);
      intentions.set(ticket.id, { ticket, plan });
    }
  }

  async function actOnDue(operator: ApiClient): Promise<void> {
    await answerCalls(operator);
    for (const intention of [...intentions.values()]) {
      const { ticket, plan } = intention;
      if (plan === null || plan.at > Date.now()) continue;
      // Whatever comes of it (another operator may have been faster), the next look decides anew.
      intentions.delete(ticket.id);
      await act(operator, ticket, plan);
    }
  }

  async function act(operator: ApiClient, ticket: LiveTicket, plan: Plan): Promise<void> {
    const { command, words } = plan;
    const isDepartments = ['acknowledge', 'start', 'resolve', 'return'].includes(command);
    const client = (isDepartments ? clients.get(ticket.departmentCode) : undefined) ?? operator;
    const body = {
      version: ticket.version,
      ...words,
      ...(command === 'route' ? { departmentCode: ticket.departmentCode } : {}),
    };
    await client.post(`/api/tickets/${ticket.id}/${command}`, body);
  }

  /** The call-taker listens a few seconds and writes down what and where. */
  async function answerCalls(operator: ApiClient): Promise<void> {
    const live = new Set(calls.map(({ callId }) => callId));
    for (const callId of talks.keys()) if (!live.has(callId)) talks.delete(callId);
    for (const call of calls) {
      const subject = subjectOf(call.callId);
      const ticket = call.ticketId === null ? undefined : intentions.get(call.ticketId)?.ticket;
      if (!subject || ticket?.category !== pack.callCategory) continue;
      const since = talks.get(call.callId);
      if (since === undefined) talks.set(call.callId, Date.now() + random.between(4000, 12_000) / haste);
      else if (since <= Date.now()) {
        talks.set(call.callId, Number.POSITIVE_INFINITY);
        await operator.post('/api/tickets', entryOf(call.callId, subject));
        intentions.delete(ticket.id);
      }
    }
  }

  return { look, actOnDue };
}

function entryOf(callId: string, { categoryCode, lat, lng, text }: NonNullable<CallSubject>): object {
  return { entryId: `entry-${callId}`, callId, category: categoryCode, text, location: { lat, lng } };
}

async function readCalls(client: ApiClient): Promise<CallView[]> {
  const { status, body } = await client.get('/api/calls');
  return status === 200 ? (body as { calls: CallView[] }).calls : [];
}
