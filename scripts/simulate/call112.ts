import { createHmac } from 'node:crypto';
import { bytesOf, type Delivery } from './delivery.ts';

/** One event of a call as the exchange posts it; `at` in ms since the epoch. */
export type CallEvent = {
  callId: string;
  state: 'ringing' | 'answered' | 'ended';
  callerNumber: string;
  at: number;
  /** Where the exchange puts the caller (the cell), when it knows. */
  location?: { lat: number; lng: number; accuracyM: number };
  recordingUrl?: string;
};

/** A call event for `POST /channels/112/calls`. */
export function callEvent(event: CallEvent): Delivery {
  return {
    door: '112',
    path: '/channels/112/calls',
    proof: 'channel-token',
    headers: { 'content-type': 'application/json' },
    body: bytesOf(JSON.stringify({ ...event, at: new Date(event.at).toISOString() })),
    externalIds: [event.callId],
  };
}

/** A caller's phone telling where it is; times in ms since the epoch. */
export type AmlLocation = {
  deviceNumber: string;
  lat: number;
  lng: number;
  accuracyM: number;
  source: 'GPS' | 'wifi' | 'cell';
  /** When the phone was there. */
  locatedAt: number;
  /** When the call began. */
  calledAt: number;
};

/** An AML message over HTTPS, form-urlencoded (ETSI TS 103 625), signed when a key is given. */
export function amlLocation(aml: AmlLocation, hmacKey?: string): Delivery {
  const form = new URLSearchParams({
    v: '1',
    device_number: aml.deviceNumber,
    location_latitude: aml.lat.toFixed(5),
    location_longitude: aml.lng.toFixed(5),
    location_time: String(aml.locatedAt),
    location_accuracy: aml.accuracyM.toFixed(1),
    location_source: aml.source,
    location_certainty: '68',
    emergency_number: '112',
    source: 'call',
    time: String(aml.calledAt),
    device_model: 'SM-A155F',
    device_languages: 'in-ID',
    cell_network_mcc: '510',
    cell_network_mnc: '10',
  }).toString();
  return {
    door: 'aml',
    path: '/channels/112/aml',
    proof: 'none',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: bytesOf(hmacKey === undefined ? form : `${form}&hmac=${signAml(form, hmacKey)}`),
    externalIds: [],
  };
}

/** HMAC-SHA1, hex, over everything before `&hmac=`. */
export function signAml(form: string, key: string): string {
  return createHmac('sha1', key).update(form).digest('hex');
}
