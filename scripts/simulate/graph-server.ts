import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makePhoto } from './photo.ts';

/** A photo as it stands at the platform: its id, and the digest the webhook gives (base64, as real ones do). */
export type StoredPhoto = { mediaId: string; sha256: string };

/** A message that the city sends; `to`: the person's number, or their business-scoped id. */
export type SentMessage = { id: string; to: string; asksForPin: boolean; callbackData: string | undefined };

const KEEP = 200;
const MOST_BYTES = 64 * 1024;

/**
 * Stands in for Meta's Graph API. Messages: `POST /<version>/<phone number id>/messages` takes one and gives it an id; what
 * becomes of it is told by whoever plays the person (`onMessage`). Media: `GET /<version>/<media-id>` tells where the bytes are, and
 * `GET` on that address gives them, both with a bearer token. A photo is made from its id alone,
 * so that ids given out before a restart still work.
 */
export async function startGraphServer(options: { port?: number } = {}): Promise<{
  url: string;
  /** Puts a photo there; `seed` up to nine digits. */
  addPhoto(seed: number): Promise<StoredPhoto>;
  /** Calls back with each message that was taken. */
  onMessage(listener: (message: SentMessage) => void): void;
  close(): Promise<void>;
}> {
  const photos = createPhotoShelf();
  const listeners: ((message: SentMessage) => void)[] = [];
  const taken = (message: SentMessage) => {
    for (const listener of listeners) listener(message);
  };
  const server = createServer((request, response) => {
    answer(request, response, photos, taken).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    addPhoto: async (seed) => {
      const mediaId = idOfSeed(seed);
      return { mediaId, sha256: digest(await photos.get(mediaId)).toString('base64') };
    },
    onMessage: (listener) => void listeners.push(listener),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  photos: PhotoShelf,
  taken: (message: SentMessage) => void,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  if (!(request.headers.authorization ?? '').startsWith('Bearer ')) {
    return sendJson(response, 401, { error: { code: 190, message: 'Invalid OAuth access token.' } });
  }
  if (request.method === 'POST' && url.pathname.endsWith('/messages')) {
    return takeMessage(request, response, taken);
  }
  const [folder = '', mediaId = ''] = url.pathname.split('/').slice(1);
  if (request.method !== 'GET' || !/^77\d{15}$/.test(mediaId)) {
    return sendJson(response, 404, { error: { code: 100, message: 'Unsupported get request.' } });
  }
  const bytes = await photos.get(mediaId);
  if (folder === 'media') {
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
    return;
  }
  sendJson(response, 200, {
    messaging_product: 'whatsapp',
    url: `${url.origin}/media/${mediaId}`,
    mime_type: 'image/jpeg',
    sha256: digest(bytes).toString('hex'),
    file_size: String(bytes.length),
    id: mediaId,
  });
}

async function takeMessage(
  request: IncomingMessage,
  response: ServerResponse,
  taken: (message: SentMessage) => void,
): Promise<void> {
  const message = parseMessage(await readBody(request));
  if (message === null) {
    return sendJson(response, 400, { error: { code: 100, message: 'Invalid parameter' } });
  }
  sendJson(response, 200, {
    messaging_product: 'whatsapp',
    contacts: [{ input: message.to }],
    messages: [{ id: message.id, message_status: 'accepted' }],
  });
  taken(message);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let size = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return null;
  }
}

function parseMessage(body: unknown): SentMessage | null {
  const {
    to,
    recipient,
    interactive,
    biz_opaque_callback_data: callbackData,
  } = (body ?? {}) as {
    to?: unknown;
    recipient?: unknown;
    interactive?: { type?: unknown };
    biz_opaque_callback_data?: unknown;
  };
  const address = to ?? recipient;
  if (typeof address !== 'string') return null;
  return {
    id: `wamid.HB${randomUUID().replaceAll('-', '')}`,
    to: address,
    asksForPin: interactive?.type === 'location_request_message',
    callbackData: typeof callbackData === 'string' ? callbackData : undefined,
  };
}

type PhotoShelf = { get(mediaId: string): Promise<Buffer> };

/** Makes photos when asked and remembers the latest. */
function createPhotoShelf(): PhotoShelf {
  const shelf = new Map<string, Promise<Buffer>>();
  return {
    get: (mediaId) => {
      const kept = shelf.get(mediaId);
      if (kept !== undefined) return kept;
      const made = makePhoto(Number(mediaId.slice(2)));
      shelf.set(mediaId, made);
      for (const oldest of shelf.keys()) {
        if (shelf.size <= KEEP) break;
        shelf.delete(oldest);
      }
      return made;
    },
  };
}

function idOfSeed(seed: number): string {
  return `77${String(seed).padStart(15, '0')}`;
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
