import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP line to a server that can be cut, held and led elsewhere. */
export async function startRelay(targetUrl: string) {
  let target = new URL(targetUrl);
  let held = false;
  let down = false;
  const lines = new Set<Socket>();
  const server = createServer((inner) => {
    if (down) {
      inner.destroy();
      return;
    }
    const outer = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      lines.add(from);
      from.on('data', (bytes) => {
        if (!to.write(bytes)) from.pause();
      });
      to.on('drain', () => {
        if (!held) from.resume();
      });
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        lines.delete(from);
        to.destroy();
      });
      if (held) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    /** The target's URL with the relay's address in it. */
    url: Object.assign(new URL(targetUrl), {
      host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    }).href.replace(/\/$/, ''),
    /** Breaks every connection; new ones are taken. */
    cut(): void {
      for (const line of lines) line.destroy();
    },
    /** Breaks every connection and takes no new ones until `up`. */
    down(): void {
      down = true;
      for (const line of lines) line.destroy();
    },
    up(): void {
      down = false;
    },
    /** Lets nothing through, in either direction, without breaking anything. */
    hold(): void {
      held = true;
      for (const line of lines) line.pause();
    },
    release(): void {
      held = false;
      for (const line of lines) line.resume();
    },
    /** New connections go to another server. */
    leadTo(url: string): void {
      target = new URL(url);
    },
    async close(): Promise<void> {
      for (const line of lines) line.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
