import { connect } from 'node:net';
import { LIVE_NAMESPACE } from '../../shared/wire/live.ts';
import { createFrameSkipper } from './skip-frames.ts';

/** Longest text that is waited for; it may lie across two chunks. */
const LONGEST_MARKER = 64;

export type RawLiveClient = {
  /** Resolves when the text has come over the line, with the time of it (`performance.now()`). */
  saw(marker: string): Promise<number>;
  close(): void;
};

/**
 * A client of `/live` that signs in, syncs and then reads bytes without making anything of them, so that a
 * measurement is of the server and not of five hundred clients in one process. It speaks just enough WebSocket
 * (RFC 6455), Engine.IO 4 and Socket.IO 5. Resolves when a whole snapshot has arrived.
 */
export async function openRawLiveClient(url: string, token: string): Promise<RawLiveClient> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let waiting: { marker: Buffer; resolve: (at: number) => void }[] = [];
  let tail: Buffer = Buffer.alloc(0);

  const skipFrames = createFrameSkipper(() => socket.write(frame('3')));
  socket.on('data', (chunk: Buffer) => {
    const seam = Buffer.concat([tail, chunk.subarray(0, LONGEST_MARKER)]);
    skipFrames(chunk);
    const found = waiting.filter(({ marker }) => chunk.includes(marker) || seam.includes(marker));
    tail = chunk.subarray(-LONGEST_MARKER);
    if (found.length === 0) return;
    waiting = waiting.filter((one) => !found.includes(one));
    for (const { resolve } of found) resolve(performance.now());
  });
  const broken = new Promise<never>((_resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server ended a live connection')));
  });
  broken.catch(() => undefined);
  const saw = (text: string): Promise<number> => {
    const { promise, resolve } = Promise.withResolvers<number>();
    waiting.push({ marker: Buffer.from(text), resolve });
    return Promise.race([promise, broken]);
  };

  const opened = saw('"sid"');
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await opened;
  const connected = saw(`40${LIVE_NAMESPACE},{`);
  socket.write(frame(`40${LIVE_NAMESPACE},${JSON.stringify({ token })}`));
  await connected;
  const synced = saw('"done":[');
  socket.write(frame(`42${LIVE_NAMESPACE},0["sync",{"after":null}]`));
  await synced;
  return { saw, close: () => socket.destroy() };
}

/** A text frame from client to server; its mask of zeros leaves the text as it is. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), payload]);
}

/** So many clients, a few at a time. */
export async function openRawLiveClients(
  url: string,
  token: string,
  count: number,
): Promise<RawLiveClient[]> {
  const AT_ONCE = 20;
  const clients: RawLiveClient[] = [];
  while (clients.length < count) {
    const few = Math.min(AT_ONCE, count - clients.length);
    clients.push(...(await Promise.all(Array.from({ length: few }, () => openRawLiveClient(url, token)))));
  }
  return clients;
}
