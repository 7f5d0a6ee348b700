import { createHmac } from 'node:crypto';
import { isSame } from '../same-bytes.ts';

/**
 * Whether Meta signed these very bytes: `X-Hub-Signature-256: sha256=<hex HMAC-SHA256(body, app secret)>`.
 * The body must be the bytes as they came; parsed and written again they are others.
 */
export function isSignedByMeta(body: Uint8Array, header: string | undefined, appSecret: string): boolean {
  if (header === undefined) return false;
  return isSame(header, `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
}
