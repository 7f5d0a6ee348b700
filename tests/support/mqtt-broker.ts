import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Aedes } from 'aedes';

export type MqttBroker = {
  url: string;
  /** Resolves when somebody has subscribed; what is published before that is for nobody. */
  subscribed: Promise<unknown>;
  /** Tells the payload of each message that a subscriber acknowledges. */
  onAcknowledged(listener: (payload: string) => void): void;
  close(): Promise<void>;
};

/** A real MQTT broker in this process; keeps what a known subscriber misses at QoS 1. */
export async function startMqttBroker(): Promise<MqttBroker> {
  const aedes = await Aedes.createBroker();
  const server = createServer((socket) => void aedes.handle(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const subscribed = once(aedes, 'subscribe');
  return {
    subscribed,
    url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onAcknowledged: (listener) => {
      aedes.on('ack', (packet) => listener('payload' in packet ? String(packet.payload) : ''));
    },
    close: async () => {
      await new Promise<void>((resolve) => aedes.close(resolve));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
