import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../server/platform/log.ts';
import { createQueueBackend } from '../../server/queue/backend.ts';
import { createAnswerer, createCorrespondent, someContact } from '../support/correspondent.ts';
import { type MetaGraph, startMetaGraph } from '../support/meta-graph.ts';
import { createQueueKit, QUEUE_KINDS, type QueueKit } from '../support/queue-kinds.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

describe.each(QUEUE_KINDS)('answers to reporters on %s', (kind) => {
  let kit: QueueKit;
  let graph: MetaGraph;
  /** Doors and screens; nothing is sent from here. */
  let web: TestServer;
  let worker: TestServer;
  let operator: Awaited<ReturnType<typeof createAnswerer>>;

  beforeAll(async () => {
    kit = await createQueueKit(kind);
    graph = await startMetaGraph();
    web = await startTestServer({ settings: settings('web') });
    worker = await startTestServer({ databaseUrl: web.databaseUrl, settings: settings('worker') });
    operator = await createAnswerer(web);
  });
  afterAll(async () => {
    await worker.close();
    await web.close();
    await graph.close();
    await kit.stop();
  });

  const settings = (role: 'web' | 'worker') => ({
    ...{ ROLE: role, SWEEP_SECONDS: '1', ...(kit.redis && { REDIS_URL: kit.redis.url }) },
    WHATSAPP_ACCESS_TOKEN: graph.token,
    WHATSAPP_PHONE_NUMBER_ID: '1065403522',
    META_GRAPH_URL: graph.url,
  });
  const sentTo = (waId: string) => graph.sent.filter(({ body }) => body.to === waId);

  async function somebodyWrites() {
    const contact = someContact();
    const message = await createCorrespondent(web).writes(contact, { text: 'jalan berlubang besar' });
    return { contact, ticketId: await operator.ticketOf(message) };
  }

  test('an answer goes out once, and its state comes back', async () => {
    const { contact, ticketId } = await somebodyWrites();
    const body = { text: 'Petugas berangkat.', commandId: crypto.randomUUID() };
    await operator.replyTo(ticketId, body);
    await operator.replyTo(ticketId, body);
    await until(async () => (await operator.states(ticketId))[0] === 'sent');
    const [sent] = sentTo(contact.waId);
    await createCorrespondent(web).tells({ id: sent?.id ?? '', status: 'read' });
    expect(await operator.states(ticketId)).toEqual(['read']);
    expect(sentTo(contact.waId)).toHaveLength(1);
  });

  test('one that is refused for now is tried again, and goes out before the next to the same person', async () => {
    const { contact, ticketId } = await somebodyWrites();
    graph.answerNext({ status: 429, code: 130429 }, { status: 500, code: 131000 });
    await operator.replyTo(ticketId, { text: 'Satu.' });
    await operator.replyTo(ticketId, { text: 'Dua.' });
    await until(() => sentTo(contact.waId).length === 2);
    expect(sentTo(contact.waId).map(({ body }) => body.text?.body)).toEqual(['Satu.', 'Dua.']);
  });

  test('one that failed for good goes out when somebody sends it again', async () => {
    const { contact, ticketId } = await somebodyWrites();
    graph.answerNext({ status: 400, code: 131026 });
    await operator.replyTo(ticketId, { text: 'Kami periksa.' });
    const failed = await until(async () =>
      (await operator.replies(ticketId)).replies.find(({ state }) => state === 'failed'),
    );
    await operator.ask(`/api/tickets/${ticketId}/replies/${failed.id}/retry`, {});
    await until(async () => (await operator.states(ticketId))[0] === 'sent');
    expect(sentTo(contact.waId)).toHaveLength(1);
  });

  test('one whose job was lost is found, and goes out once', async () => {
    const { contact, ticketId } = await somebodyWrites();
    await worker.close();
    await operator.replyTo(ticketId, { text: 'Kami datang.' });
    const [reply] = (await operator.replies(ticketId)).replies;
    const redisUrl = kit.redis?.url ?? null;
    const log = createLog('silent');
    const backend = await createQueueBackend({ redisUrl, databaseUrl: web.databaseUrl, log });
    await until(() =>
      backend
        .queue('replies')
        .remove(`reply-${reply?.id}`)
        .then(() => true),
    );
    await backend.close();
    worker = await startTestServer({ databaseUrl: web.databaseUrl, settings: settings('worker') });
    await until(async () => (await operator.states(ticketId))[0] === 'sent');
    expect(sentTo(contact.waId)).toHaveLength(1);
  });
});
