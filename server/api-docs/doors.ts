import { operation } from './operation.ts';

const object = (properties: Record<string, object>, required: string[] = []) => ({
  schema: { type: 'object', properties, required },
});
const text = { type: 'string' };
const number = { type: 'number' };
const time = { type: 'string', format: 'date-time' };
const place = {
  type: 'object',
  properties: { lat: number, lng: number, accuracyM: number },
  required: ['lat', 'lng'],
};
const reporter = { type: 'object', properties: { name: text, phone: text, accountId: text, language: text } };

/** The doors by which reports come in. A 2xx means: on disk. */
export const CHANNEL_DOORS = {
  '/channels/whatsapp': {
    get: operation("Meta's subscription check", { open: true, answer: 'The challenge.' }),
    post: operation('Signed WhatsApp Cloud API webhook (X-Hub-Signature-256)', {
      open: true,
      answer: 'Kept.',
      content: { 'application/json': object({ object: text, entry: { type: 'array' } }, ['entry']) },
    }),
  },
  '/channels/112/calls': {
    post: operation('A call event of the exchange', {
      token: true,
      status: 202,
      answer: 'Kept.',
      content: {
        'application/json': object(
          {
            callId: text,
            state: { enum: ['ringing', 'answered', 'ended'] },
            callerNumber: text,
            at: time,
            location: place,
            recordingUrl: text,
          },
          ['callId', 'state', 'at'],
        ),
      },
    }),
  },
  '/channels/112/aml': {
    post: operation('Advanced Mobile Location, HTTPS form (ETSI TS 103 625)', {
      open: true,
      status: 204,
      answer: 'Kept.',
      content: {
        'application/x-www-form-urlencoded': object(
          {
            v: text,
            device_number: text,
            location_latitude: number,
            location_longitude: number,
            location_time: { type: 'integer', description: 'ms since the epoch' },
            location_accuracy: number,
            location_source: text,
            hmac: text,
          },
          ['device_number', 'location_latitude', 'location_longitude', 'location_time'],
        ),
      },
    }),
  },
  '/channels/laksa/reports': {
    post: operation(
      "A report of the citizens' app; send `Idempotency-Key`. A text, a place or a photo is enough",
      {
        token: true,
        status: 201,
        answer: '`{ reportId, trackingCode }`',
        content: {
          'application/json': object({ text, location: place, address: text, reporter, occurredAt: time }),
          'multipart/form-data': object({
            ...{ text, lat: number, lng: number, accuracyM: number, address: text },
            ...{ name: text, phone: text, accountId: text, occurredAt: time },
            report: { type: 'string', description: 'All of it as JSON, instead of the fields above.' },
            photo: { type: 'array', items: { type: 'string', format: 'binary' }, maxItems: 5 },
          }),
        },
      },
    ),
  },
  '/channels/laksa/reports/{trackingCode}': {
    get: operation(
      "What became of a report the app delivered, and the city's answers; they count as delivered",
      {
        token: true,
        answer:
          '`{ trackingCode, status: menunggu | proses | selesai, answers: [{ at, text, ask? }] }`; 404 for another ' +
          "token's report.",
      },
    ),
  },
  '/channels/sensors/readings': {
    post: operation('Readings as SenML (RFC 8428)', {
      token: true,
      status: 204,
      answer: 'Kept.',
      content: { 'application/senml+json': { schema: { type: 'array', items: { type: 'object' } } } },
    }),
  },
};
