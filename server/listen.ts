import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';

/** Requests under way get this long when the server closes. */
const GRACE_MS = 3000;

/** Listens, and answers where: PUBLIC_URL, or the address itself. Rejects when the port is taken. */
export function listen(server: Server, { port, host, publicUrl }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: bound } = server.address() as AddressInfo;
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      resolve(publicUrl ?? `http://${name}:${bound}`);
    });
  });
}

/** Answers what is under way, ends idle connections at once, and those still open after a while too. */
export async function closeHttp(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(force);
}
