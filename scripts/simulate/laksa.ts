import { bytesOf, type Delivery } from './delivery.ts';

/** A citizen's post in the app; `at` in ms since the epoch. */
export type LaksaPost = {
  /** Sent as `Idempotency-Key`: the app makes it once per post. */
  id: string;
  text: string;
  at: number;
  location?: { lat: number; lng: number; accuracyM: number };
  address?: string;
  reporter: { name: string; phone: string; accountId: string };
};

/** A post without photos, as JSON. */
export function laksaPost(post: LaksaPost): Delivery {
  const { id, at, ...rest } = post;
  return delivery(id, 'application/json', bytesOf(JSON.stringify({ ...rest, occurredAt: isoTime(at) })));
}

/** A post with photos (JPEG), as multipart/form-data (RFC 7578) with the field names of the contract. */
export function laksaPostWithPhotos(post: LaksaPost, photos: Uint8Array[]): Delivery {
  const boundary = `----laksa${post.id.replace(/[^a-zA-Z0-9]/g, '')}`;
  const fields: [string, string | undefined][] = [
    ['text', post.text],
    ['occurredAt', isoTime(post.at)],
    ['lat', post.location?.lat.toFixed(6)],
    ['lng', post.location?.lng.toFixed(6)],
    ['accuracyM', post.location && String(post.location.accuracyM)],
    ['address', post.address],
    ['name', post.reporter.name],
    ['phone', post.reporter.phone],
    ['accountId', post.reporter.accountId],
  ];
  const parts: Uint8Array[] = [];
  for (const [name, value] of fields) {
    if (value === undefined) continue;
    parts.push(
      bytesOf(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
  }
  for (const [index, photo] of photos.entries()) {
    const disposition = `form-data; name="photos"; filename="IMG_${index + 1}.jpg"`;
    parts.push(
      bytesOf(`--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: image/jpeg\r\n\r\n`),
      photo,
      bytesOf('\r\n'),
    );
  }
  parts.push(bytesOf(`--${boundary}--\r\n`));
  return delivery(post.id, `multipart/form-data; boundary=${boundary}`, joined(parts));
}

function delivery(id: string, contentType: string, body: Uint8Array<ArrayBuffer>): Delivery {
  return {
    door: 'laksa',
    path: '/channels/laksa/reports',
    proof: 'channel-token',
    headers: { 'content-type': contentType, 'idempotency-key': id },
    body,
    externalIds: [id],
  };
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    body.set(part, offset);
    offset += part.length;
  }
  return body;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
