import mqtt from 'mqtt';
import type { Delivery } from './delivery.ts';

/**
 * A gateway that hands its readings to a broker instead of the HTTP door: QoS 1, kept and sent again by the
 * client until the broker has them. `topic` is where packs go.
 */
export async function createMqttSender(options: { url: string; topic?: string }): Promise<{
  /** Resolves when the broker has the pack. */
  send(delivery: Delivery): Promise<void>;
  close(): Promise<void>;
}> {
  const { url, topic = 'sensors/water' } = options;
  const client = await mqtt.connectAsync(url, { protocolVersion: 4, reconnectPeriod: 500 });
  client.on('error', () => undefined);
  return {
    send: async (delivery) => {
      await client.publishAsync(topic, Buffer.from(delivery.body), { qos: 1 });
    },
    close: () => client.endAsync(),
  };
}
