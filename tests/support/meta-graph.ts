import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Media = {
  bytes: Buffer;
  mimeType?: string;
  /** What Meta says of it where that is not what it is. */
  claims?: { url?: string; sha256?: string; file_size?: string };
};

export type MetaGraph = {
  /** For META_GRAPH_URL. */
  url: string;
  token: string;
  /** Puts a file there and answers its id. */
  add(media: Media): string;
  /** Answers so many requests with 500 before it works again. */
  failNext(count: number): void;
  /** Bodies of messages that were taken, in order; the id each was given. */
  sent: { id: string; body: SentMessage }[];
  /** Answers the next messages so, one after the other, instead of taking them; `lost` takes it and gives no answer. */
  answerNext(...answers: (MessageRefusal | 'lost')[]): void;
  /** `METHOD path` of every request, in order. */
  requests: string[];
  close(): Promise<void>;
};

/** As much of a message as tests look at (Meta, Cloud API, messages). */
export type SentMessage = {
  to?: string;
  recipient?: string;
  type: string;
  text?: { body: string };
  interactive?: { type: string; body: { text: string } };
  template?: { name: string; components: { parameters: { text: string }[] }[] };
  context?: { message_id: string };
  biz_opaque_callback_data?: string;
};
export type MessageRefusal = { status: number; code: number };

const VERSION = 'v26.0';

/**
 * Stands in for two parts of Meta's Graph API. Messages: `POST /<version>/<phone number id>/messages` takes one, and gives
 * it an id. Media: `GET /<version>/<id>` tells an address, `GET` there gives the
 * bytes, both with the bearer token; an id it does not know is an error object and 400, as Meta answers.
 */
export async function startMetaGraph(): Promise<MetaGraph> {
  const token = 'EAAG-test-token';
  const shelf = new Map<string, Media>();
  const requests: string[] = [];
  const sent: MetaGraph['sent'] = [];
  const answers: (MessageRefusal | 'lost')[] = [];
  let failures = 0;
  const server = createServer((req, res) => {
    requests.push(`${req.method} ${req.url}`);
    if (failures > 0) {
      failures -= 1;
      answer(res, 500, { error: { code: 2, message: 'Service temporarily unavailable' } });
    } else if (req.headers.authorization !== `Bearer ${token}`)
      answer(res, 401, { error: { code: 190, message: 'Invalid OAuth access token.' } });
    else if (req.method === 'POST') void takeMessage(req, res, sent, answers);
    else serve(req, res, shelf);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/${VERSION}`,
    token,
    add(media) {
      const id = String(1_000_000_000 + shelf.size);
      shelf.set(id, media);
      return id;
    },
    failNext(count) {
      failures = count;
    },
    requests,
    sent,
    answerNext(...next) {
      answers.push(...next);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function takeMessage(
  req: IncomingMessage,
  res: ServerResponse,
  sent: MetaGraph['sent'],
  answers: (MessageRefusal | 'lost')[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const next = answers.shift();
  if (next !== undefined && next !== 'lost') {
    answer(res, next.status, { error: { code: next.code, message: `(#${next.code}) refused` } });
    return;
  }
  const id = `wamid.OUT${sent.length + 1}`;
  sent.push({ id, body: JSON.parse(Buffer.concat(chunks).toString()) as SentMessage });
  if (next === 'lost') req.socket.destroy();
  else
    answer(res, 200, {
      messaging_product: 'whatsapp',
      messages: [{ id, message_status: 'accepted' }],
    });
}

function serve(req: IncomingMessage, res: ServerResponse, shelf: Map<string, Media>): void {
  const [folder, id = ''] = (req.url ?? '').slice(1).split('/');
  const media = shelf.get(id);
  if (!media) {
    answer(res, 400, { error: { code: 100, message: 'Unsupported get request.' } });
    return;
  }
  const mimeType = media.mimeType ?? 'image/jpeg';
  if (folder === 'files') {
    res.writeHead(200, { 'content-type': mimeType }).end(media.bytes);
    return;
  }
  answer(res, 200, {
    messaging_product: 'whatsapp',
    url: `http://${req.headers.host}/files/${id}`,
    mime_type: mimeType,
    sha256: createHash('sha256').update(media.bytes).digest('hex'),
    file_size: String(media.bytes.length),
    id,
    ...media.claims,
  });
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
