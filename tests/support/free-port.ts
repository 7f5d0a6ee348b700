import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that was free a moment ago. Where a server can listen on port 0, let it. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
