import { TextDecoder } from 'node:util';
import type { Database } from '../../database/connect.ts';
import type { IncomingReport } from '../../intake/incoming.ts';
import type { Intake } from '../../intake/receive.ts';
import { keepUnreadable } from '../../intake/unreadable.ts';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { keepWithin } from '../../platform/within.ts';
import { parseJson } from '../raw-body.ts';
import type { MqttMessage } from './mqtt.ts';
import { parseReadings } from './parse.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Keeps the readings of one MQTT message (a SenML pack). What cannot be read is kept as it came and resolves too:
 * refused, it would come again for ever. Rejects when nothing can be kept now.
 */
export function createKeepMessage(deps: { intake: Intake; db: Database; clock: Clock; log: Log }) {
  const { intake, db, clock, log } = deps;

  return async (message: MqttMessage): Promise<void> => {
    const readings = tryParse(message, clock.now());
    if (readings.reports) {
      await intake.receive(readings.reports);
      return;
    }
    log.warn({ topic: message.topic, reason: readings.reason }, 'a sensor sends what cannot be read');
    const { topic, payload } = message;
    await keepWithin(keepUnreadable(db, 'sensor', readings.reason, [{ topic, ...toJson(payload) }]));
  };
}

type Readings = { reports: IncomingReport[] } | { reports: null; reason: string };

function tryParse({ payload, retain }: MqttMessage, now: number): Readings {
  try {
    const { reports, isRelative } = parseReadings(parseJson(payload), now);
    // A retained message may be of any age; without a time of its own nobody knows of which.
    if (retain && isRelative) return { reports: null, reason: 'retained, with no time of its own' };
    return { reports };
  } catch (error) {
    if (error instanceof AppError && error.problem === 'invalid')
      return { reports: null, reason: error.message };
    throw error;
  }
}

function toJson(payload: Buffer): { text: string } | { base64: string } {
  try {
    return { text: strictUtf8.decode(payload) };
  } catch {
    return { base64: payload.toString('base64') };
  }
}
