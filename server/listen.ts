import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';

/** Requests under way get this long when the server closes. */
const GRACE_MS = 3000;

/** Listens, and answers where: PUBLIC_URL, or the address itself. Rejects when the port is taken. */
export function listen(server: Server, { port, host, publicUrl }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(inPlainWords(error, port));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const { port: bound } = server.address() as AddressInfo;
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      resolve(publicUrl ?? `http://${name}:${bound}`);
    });
  });
}

function inPlainWords(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`PORT ${port} is taken by another program. Stop it, or set PORT to another number.`, {
      cause: error,
    });
  return error;
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
