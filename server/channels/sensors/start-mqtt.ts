import type { Pool } from 'pg';
import type { Database } from '../../database/connect.ts';
import { runOnOneNode } from '../../database/run-on-one-node.ts';
import type { Intake } from '../../intake/receive.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { createKeepMessage } from './keep-message.ts';
import { type MqttHealth, type MqttSettings, type MqttSubscription, subscribeMqtt } from './mqtt.ts';

/**
 * Takes sensors' readings from an MQTT broker. A broker knows a subscriber by its client id and ends the older of
 * two connections, so of several nodes one subscribes, and another takes over when it ends.
 */
export function startMqtt(deps: {
  settings: MqttSettings;
  pool: Pool;
  db: Database;
  intake: Intake;
  clock: Clock;
  log: Log;
  /** How often a node that is not subscribed asks whether it should be. */
  retryMs?: number;
}): { health(): MqttHealth | null; close(): Promise<void> } {
  const { settings, pool, db, intake, clock, log, retryMs } = deps;
  const keep = createKeepMessage({ intake, db, clock, log });
  let subscription: MqttSubscription | null = null;
  const running = runOnOneNode({
    pool,
    name: `mqtt ${settings.clientId}`,
    log,
    ...(retryMs === undefined ? {} : { retryMs }),
    start: () => {
      const started = subscribeMqtt({ settings, keep, log });
      subscription = started;
      return {
        close: async () => {
          subscription = null;
          await started.close();
        },
      };
    },
  });
  return {
    /** Null while another node is subscribed. */
    health: () => subscription?.health() ?? null,
    close: running.close,
  };
}
