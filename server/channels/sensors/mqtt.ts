import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import type { Log } from '../../platform/log.ts';

export type MqttSettings = { url: string; topics: string[]; clientId: string };

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** A message as it came. */
export type MqttMessage = { topic: string; payload: Buffer; retain: boolean };

/** How a subscription is doing; `detail`: the topics, or what fails. */
export type MqttHealth = { state: 'subscribed' | 'failing'; detail: string };

export type MqttSubscription = {
  health(): MqttHealth;
  /** Ends the connection; the broker keeps what comes until the next one (a session of its own, QoS 1). */
  close(): Promise<void>;
};

/**
 * Subscribes with QoS 1 and acknowledges each message only when `keep` has resolved, that is: when it is committed.
 * When it rejects the message stays unacknowledged and the connection is broken on purpose, because a broker
 * delivers again only on a new one; then with ever longer pauses. `keep` must settle well within a keepalive (60 s).
 */
export function subscribeMqtt(options: {
  settings: MqttSettings;
  keep: (message: MqttMessage) => Promise<void>;
  log: Log;
  firstPauseMs?: number;
}): MqttSubscription {
  const { settings, keep, log, firstPauseMs = FIRST_PAUSE_MS } = options;
  let fault: string | null = 'not connected yet';
  let failures = 0;
  // A session that outlives the connection: `clean: false` and always the same client id.
  const clientOptions: IClientOptions = {
    clientId: settings.clientId,
    clean: false,
    protocolVersion: 4,
    reconnectPeriod: firstPauseMs,
    connectTimeout: CONNECT_TIMEOUT_MS,
    resubscribe: false,
  };
  const client = connect(settings.url, clientOptions);

  client.on('connect', () => {
    client.subscribe(settings.topics, { qos: 1 }, (error, granted) => {
      const refused = granted?.filter(({ qos }) => qos > 2).map(({ topic }) => topic) ?? [];
      fault = error ? error.message : refused.length > 0 ? `the broker refuses ${refused.join(', ')}` : null;
      if (fault === null) log.info({ topics: settings.topics }, 'subscribed to sensors');
      else log.warn({ fault }, 'cannot subscribe to sensors');
    });
  });
  client.on('close', () => {
    fault ??= 'the connection to the broker is closed';
  });
  client.on('error', (err) => {
    fault = err.message;
    log.warn({ err }, 'the connection to the sensors failed');
  });

  // Not the `message` event: that is told, this is asked, and the acknowledgement waits for the answer.
  client.handleMessage = (packet, acknowledge) => {
    const connection = client.stream;
    const { topic, retain } = packet;
    const payload = Buffer.from(packet.payload);
    keep({ topic, payload, retain }).then(
      () => {
        failures = 0;
        client.options.reconnectPeriod = firstPauseMs;
        // A new connection has delivered it again, or will: that delivery is acknowledged, not this one.
        if (client.stream === connection) acknowledge();
      },
      (err: unknown) => {
        fault = 'readings cannot be kept safe';
        log.warn({ err, topic }, 'a reading could not be kept and is not acknowledged');
        if (client.stream === connection) breakConnection(client, pauseAfter(failures++, firstPauseMs));
      },
    );
  };

  return {
    health: () =>
      fault === null
        ? { state: 'subscribed', detail: settings.topics.join(', ') }
        : { state: 'failing', detail: fault },
    close: async () => {
      await client.endAsync(true);
    },
  };
}

function pauseAfter(failures: number, firstPauseMs: number): number {
  return Math.min(LONGEST_PAUSE_MS, firstPauseMs * 2 ** Math.min(failures, 20));
}

function breakConnection(client: MqttClient, pauseMs: number): void {
  client.options.reconnectPeriod = pauseMs;
  client.stream.destroy();
}
