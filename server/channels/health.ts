import { sql } from 'kysely';
import type { ChannelHealth, ChannelRemark } from '../../shared/wire/api.ts';
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
      ? { state: 'off', remarks: [{ code: 'no-token' }] }
      : { state: 'on', remarks: [{ code: 'tokens', value: String(tokens) }] };
  const positions: ChannelRemark[] =
    settings.amlHmacKey === null ? [{ code: 'aml-unverified', value: 'AML_HMAC_KEY' }] : [];
  const subscription = readMqtt(mqtt, settings.mqtt !== null);
  return [
    readWhatsApp(settings.whatsapp),
    { channel: '112', ...byToken, remarks: [...byToken.remarks, ...positions] },
    { channel: 'laksa', ...byToken },
    {
      channel: 'sensor',
      state: sensorState(byToken.state, subscription.code),
      remarks: [...byToken.remarks, subscription],
    },
  ];
}

function readWhatsApp(whatsapp: ChannelSettings['whatsapp']): ChannelHealth {
  const missing: ChannelRemark[] = [];
  if (whatsapp.appSecret === null) missing.push({ code: 'not-set', value: 'WHATSAPP_APP_SECRET' });
  if (whatsapp.verifyToken === null) missing.push({ code: 'not-set', value: 'WHATSAPP_VERIFY_TOKEN' });
  if (missing.length > 0) return { channel: 'whatsapp', state: 'off', remarks: missing };
  const pictures: ChannelRemark[] =
    whatsapp.accessToken === null ? [{ code: 'pictures-stay', value: 'WHATSAPP_ACCESS_TOKEN' }] : [];
  return { channel: 'whatsapp', state: 'on', remarks: pictures };
}

function readMqtt(mqtt: MqttHealth | null, isSet: boolean): ChannelRemark {
  if (!isSet) return { code: 'mqtt-off', value: 'MQTT_URL' };
  if (!mqtt) return { code: 'mqtt-elsewhere' };
  return { code: `mqtt-${mqtt.state}`, value: mqtt.detail };
}

/** Readings come by HTTP with a token, by MQTT without one. */
function sensorState(http: ChannelHealth['state'], mqtt: ChannelRemark['code']): ChannelHealth['state'] {
  if (mqtt === 'mqtt-failing') return 'failing';
  return mqtt === 'mqtt-off' ? http : 'on';
}

async function countTokens(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from access_token where role = 'channel' and revoked_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}
