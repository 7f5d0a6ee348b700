import { amlLocation, callEvent } from '../../scripts/simulate/call112.ts';
import { createSender } from '../../scripts/simulate/sender.ts';
import { type WhatsappContact, whatsappMessages } from '../../scripts/simulate/whatsapp.ts';
import type { TestServer } from './server.ts';

type Point = { lat: number; lng: number };

/** Who speaks to the city through its real doors; nothing of this may ever be read on a wall. */
export const CITIZEN: WhatsappContact & { waId: string } = {
  name: 'Zubaidah Kertanegara',
  username: 'zubaidah.k',
  waId: '6281277770001',
  bsuid: 'ID.7700112233445566',
};

/** A citizen with a phone: signed WhatsApp webhooks, 112 calls. Throws when a door does not take a message. */
export async function createCitizen(server: TestServer, contact = CITIZEN) {
  const sender = createSender({
    url: server.url,
    channelToken: await server.token('channel'),
    whatsappSecret: 'test-app-secret',
    giveUpAfterMs: 5_000,
  });

  async function deliver(delivery: Parameters<typeof sender.send>[0]): Promise<void> {
    const outcome = await sender.send(delivery);
    if (!outcome.ok) throw new Error(`${delivery.path} did not take it: ${JSON.stringify(outcome)}`);
  }

  return {
    /** Writes words, and where they are given a place, sends that as a pin right after. */
    async writes(text: string, place?: Point): Promise<void> {
      const common = { contact, at: Date.now() };
      const id = () => `wamid.${crypto.randomUUID()}`;
      await deliver(
        whatsappMessages([
          { ...common, id: id(), type: 'text', text },
          ...(place ? [{ ...common, id: id(), type: 'location' as const, ...place }] : []),
        ]),
      );
    },
    /** A call event of the exchange. */
    async calls(callId: string, state: 'ringing' | 'answered' | 'ended'): Promise<void> {
      await deliver(callEvent({ callId, state, callerNumber: `+${contact.waId}`, at: Date.now() }));
    },
    /** What the phone says of its place during a call. */
    async isLocated({ lat, lng }: Point): Promise<void> {
      const at = Date.now();
      const deviceNumber = `+${contact.waId}`;
      await deliver(
        amlLocation({ deviceNumber, lat, lng, accuracyM: 12, source: 'GPS', locatedAt: at, calledAt: at }),
      );
    },
  };
}
