import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushMessage, PushSubscriptionBody } from '../../shared/wire/push.ts';

/** A push as a phone would see it, with what it came in. */
export type Arrived = {
  phone: string;
  message: PushMessage;
  ttlS: number;
  urgency: string;
  topic: string;
  /** The sender's contact, from the signed token. */
  contact: string;
};

/** The one thing a phone's browser keeps to itself. */
type Phone = { keys: ECDH; auth: Buffer };

/**
 * Stands in for a browser's push service and for the browser behind it: takes only what is signed as RFC 8292 demands by
 * the key the phone subscribed with, and decrypts what is encrypted for the phone (RFC 8291, RFC 8188).
 */
export async function startPushService(senderKey: () => string) {
  const phones = new Map<string, Phone>();
  const arrived: Arrived[] = [];
  const faults: string[] = [];
  const answers: { status: number; headers?: Record<string, string> }[] = [];
  let requests = 0;

  const server = createServer((req, res) => {
    void (async () => {
      requests += 1;
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const planned = answers.shift();
      if (planned) {
        res.writeHead(planned.status, planned.headers).end();
        return;
      }
      const name = (req.url ?? '').slice(1);
      const phone = phones.get(name);
      if (!phone) {
        res.writeHead(410).end();
        return;
      }
      try {
        const contact = checkToken(req.headers, origin, senderKey());
        const message = JSON.parse(decrypt(Buffer.concat(chunks), phone).toString()) as PushMessage;
        const { ttl, urgency, topic } = req.headers;
        arrived.push({
          phone: name,
          message,
          ttlS: Number(ttl),
          urgency: String(urgency),
          topic: String(topic),
          contact,
        });
        res.writeHead(201).end();
      } catch (error) {
        faults.push(String(error));
        res.writeHead(403).end();
      }
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    arrived,
    faults,
    requests: () => requests,
    /** What a phone's browser would hand to the page that subscribes. */
    addPhone(name: string, language: 'id' | 'en' = 'id'): PushSubscriptionBody {
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const auth = randomBytes(16);
      phones.set(name, { keys, auth });
      return {
        endpoint: `${origin}/${name}`,
        keys: { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') },
        language,
      };
    },
    /** The phone unsubscribes without telling anybody: its address is answered with 410 from now on. */
    removePhone: (name: string) => phones.delete(name),
    /** The next request is answered so, whatever it holds. */
    answerNext: (status: number, headers?: Record<string, string>) =>
      answers.push(headers ? { status, headers } : { status }),
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type PushService = Awaited<ReturnType<typeof startPushService>>;

/** The contact of a VAPID token that is signed by the expected key, for this service, and not for ever. Throws. */
function checkToken(headers: IncomingHttpHeaders, audience: string, expectedKey: string): string {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  if (key !== expectedKey) throw new Error(`signed by ${key}`);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const signed = Buffer.from(`${head}.${claims}`);
  const options = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
  if (!verify('sha256', signed, options, Buffer.from(signature, 'base64url')))
    throw new Error('bad signature');
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    aud: string;
    exp: number;
    sub: string;
  };
  if (aud !== audience) throw new Error(`for ${aud}`);
  const leftS = exp - Date.now() / 1000;
  if (leftS <= 0 || leftS > 24 * 3600) throw new Error(`valid for ${leftS} s`);
  return sub;
}

/** One aes128gcm record: salt, record size, the sender's key for this message, and what is encrypted. */
function decrypt(body: Buffer, { keys, auth }: Phone): Buffer {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const senderKey = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const secret = keys.computeSecret(senderKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), senderKey]);
  const input = Buffer.from(hkdfSync('sha256', secret, auth, info, 32));
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', input, salt, `Content-Encoding: ${what}\0`, length));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end === -1) throw new Error('no end of the record');
  return padded.subarray(0, end);
}
