import { sql } from 'kysely';
import type { ChannelHealth } from '../../shared/wire/api.ts';
import type { Database } from '../database/connect.ts';
import type { ChannelSettings } from './routes.ts';
import type { MqttHealth } from './sensors/mqtt.ts';

/**
 * How each channel is doing: without its settings it is off, and says which are missing. `mqtt`: how this node's
 * subscription is doing; null where it has none.
 */
export async function readChannelHealth(
  db: Database,
  settings: ChannelSettings,
  mqtt: MqttHealth | null,
): Promise<ChannelHealth[]> {
  const tokens = await countTokens(db);
  const byToken: Omit<ChannelHealth, 'channel'> =
    tokens === 0
      ? {
          state: 'off',
          detail: 'There is no channel token yet (npm run admin -- create-token --role channel).',
        }
      : { state: 'on', detail: `${tokens} channel ${tokens === 1 ? 'token' : 'tokens'}.` };
  const positions = settings.amlHmacKey === null ? ' AML is taken unverified: AML_HMAC_KEY is not set.' : '';
  return [
    readWhatsApp(settings.whatsapp),
    { channel: '112', ...byToken, detail: byToken.detail + positions },
    { channel: 'laksa', ...byToken },
    { channel: 'sensor', ...withMqtt(byToken, mqtt, settings.mqtt !== null) },
  ];
}

function readWhatsApp(whatsapp: ChannelSettings['whatsapp']): ChannelHealth {
  const missing = [
    whatsapp.appSecret === null ? 'WHATSAPP_APP_SECRET' : null,
    whatsapp.verifyToken === null ? 'WHATSAPP_VERIFY_TOKEN' : null,
  ].filter((name) => name !== null);
  if (missing.length > 0)
    return { channel: 'whatsapp', state: 'off', detail: `Not set: ${missing.join(', ')}.` };
  const detail =
    whatsapp.accessToken === null
      ? 'Messages come in. Pictures stay at Meta: WHATSAPP_ACCESS_TOKEN is not set.'
      : 'Messages and pictures come in.';
  return { channel: 'whatsapp', state: 'on', detail };
}

function withMqtt(
  http: Omit<ChannelHealth, 'channel'>,
  mqtt: MqttHealth | null,
  isSet: boolean,
): Omit<ChannelHealth, 'channel'> {
  if (!isSet) return { ...http, detail: `${http.detail} MQTT is off: MQTT_URL is not set.` };
  if (!mqtt) return { state: 'on', detail: `${http.detail} MQTT: a worker node is subscribed.` };
  return { state: mqtt.isFailing ? 'failing' : 'on', detail: `${http.detail} MQTT: ${mqtt.detail}.` };
}

async function countTokens(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from access_token where role = 'channel' and revoked_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}
