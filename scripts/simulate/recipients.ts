import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from './delivery.ts';
import type { SentMessage } from './graph-server.ts';
import type { Random } from './random.ts';
import { type WhatsappStatus, whatsappMessages, whatsappStatuses } from './whatsapp.ts';
import type { World } from './world.ts';

export type RecipientsOptions = {
  world: Pick<World, 'whereabouts'>;
  random: Random;
  deliver: (delivery: Delivery) => Promise<unknown>;
  signal?: AbortSignal | undefined;
  /** Multiplies every wait. */
  paceScale?: number;
};

const READ_SHARE = 0.85;

/**
 * Plays the people whom the city answers by WhatsApp: the platform tells that a message was sent and delivered, most
 * read it, and who is asked for a pin sends where they reported from, quoting the question.
 */
export function createRecipients({ world, random, deliver, signal, paceScale = 1 }: RecipientsOptions) {
  async function pause(ms: number): Promise<void> {
    await wait(ms * paceScale, undefined, signal === undefined ? {} : { signal });
  }

  async function play({ id, to, callbackData, asksForPin }: SentMessage): Promise<void> {
    const known = world.whereabouts.get(to);
    const recipient = known?.contact ?? { name: to, waId: to, bsuid: to };
    const tell = async (status: WhatsappStatus['status']) => {
      const told = { id, status, at: Date.now(), recipient, ...(callbackData && { callbackData }) };
      await deliver(whatsappStatuses([told]));
    };
    await pause(300);
    await tell('sent');
    await pause(random.int(500, 1500));
    await tell('delivered');
    if (!random.chance(READ_SHARE)) return;
    await pause(random.int(2000, 10_000));
    await tell('read');
    if (!asksForPin || known === undefined) return;
    await pause(random.int(2000, 6000));
    const { lat, lng, name: address } = known.place;
    const { contact } = known;
    const pin = { type: 'location' as const, lat, lng, address, quotes: id };
    await deliver(
      whatsappMessages([
        { id: `wamid.${randomUUID().replaceAll('-', '')}`, contact, at: Date.now(), ...pin },
      ]),
    );
  }

  return {
    /** Plays whoever gets this message; never throws. */
    async take(message: SentMessage): Promise<void> {
      await play(message).catch(() => undefined);
    },
  };
}
