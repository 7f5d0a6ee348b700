import type { Page } from 'playwright-core';
import type { ServerToClient } from '../../shared/wire/live.ts';

/**
 * Listens to what a page says on its live connection, and speaks to it as if the server did; everything else goes
 * between the page and the real server as it is. To be called before the page is opened.
 */
export async function tapLive(page: Page) {
  const said: [event: string, payload: unknown][] = [];
  let speak: ((frame: string) => void) | null = null;
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    speak = (frame) => socket.send(frame);
    socket.onMessage((message) => {
      const event = /^42\/live,\d*(\[.*)$/s.exec(String(message))?.[1];
      if (event) said.push(JSON.parse(event));
      server.send(message);
    });
  });
  return {
    /** What the page has said of that name, the newest last. */
    heard: (event: string): unknown[] =>
      said.filter(([name]) => name === event).map(([, payload]) => payload),
    /** Says it to the page; its connection has to be there. */
    tell<E extends keyof ServerToClient>(event: E, ...payload: Parameters<ServerToClient[E]>): void {
      if (speak === null) throw new Error('the page has no live connection yet');
      speak(`42/live,${JSON.stringify([event, ...payload])}`);
    },
  };
}
