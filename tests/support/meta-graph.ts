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
  /** `METHOD path` of every request, in order. */
  requests: string[];
  close(): Promise<void>;
};

const VERSION = 'v26.0';

/**
 * Stands in for the media part of Meta's Graph API: `GET /<version>/<id>` tells an address, `GET` there gives the
 * bytes, both with the bearer token; an id it does not know is an error object and 400, as Meta answers.
 */
export async function startMetaGraph(): Promise<MetaGraph> {
  const token = 'EAAG-test-token';
  const shelf = new Map<string, Media>();
  const requests: string[] = [];
  let failures = 0;
  const server = createServer((req, res) => {
    requests.push(`${req.method} ${req.url}`);
    if (failures > 0) {
      failures -= 1;
      answer(res, 500, { error: { code: 2, message: 'Service temporarily unavailable' } });
    } else if (req.headers.authorization === `Bearer ${token}`) serve(req, res, shelf);
    else answer(res, 401, { error: { code: 190, message: 'Invalid OAuth access token.' } });
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
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
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
