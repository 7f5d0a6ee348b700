import type { LiveTicket } from '../../shared/wire/live.ts';
import type { TestServer } from './server.ts';

/** An operator who speaks HTTP: opens tickets and gives commands. Throws on any answer that is no success. */
export async function createOperator(server: TestServer) {
  const { cookie } = await server.signIn('operator');

  async function post(path: string, body: object): Promise<LiveTicket> {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: server.url },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as LiveTicket;
  }

  return {
    cookie,
    /** A new ticket in the small city's Batu Satu. */
    open: (category: string, text = 'asap tebal') =>
      post('/api/tickets', {
        entryId: crypto.randomUUID(),
        category,
        text,
        location: { lat: -2.98, lng: 120.18 },
      }),
    give: (ticket: Pick<LiveTicket, 'id' | 'version'>, command: string, body: object = {}) =>
      post(`/api/tickets/${ticket.id}/${command}`, { version: ticket.version, ...body }),
  };
}
