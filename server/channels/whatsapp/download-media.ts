import { createHash } from 'node:crypto';
import type { RemoteMedia } from '../../../shared/report/report.ts';
import { asNumber, asRecord, asText } from '../lenient.ts';
import { isSame } from '../same-bytes.ts';

export type GraphSettings = {
  /** Base URL with the version, `https://graph.facebook.com/v26.0`. */
  graphUrl: string;
  /** Null: pictures stay at Meta. */
  accessToken: string | null;
};

/** Meta's own limit of a picture is 5 MB; a document may hold a larger one. */
const MOST_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
/** Where Meta keeps media; an address elsewhere is not asked, and never sees the token. */
const MEDIA_HOSTS = /^(lookaside\.fbsbx\.com|([\w-]+\.)+fbcdn\.net|([\w-]+\.)*whatsapp\.net)$/;
/** Asked too often, or too early: worth asking again. */
const TEMPORARY = new Set([401, 403, 408, 425, 429]);

/** It will not get better: expired, too large, not where Meta keeps media. */
export class MediaGone extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MediaGone';
  }
}

/**
 * Fetches a message's file from Meta: its id tells an address, good for five minutes, and the address the bytes,
 * both with the bearer token. Throws `MediaGone` when trying again is pointless, other errors when it is not.
 */
export async function downloadMedia(
  { mediaId, sha256 }: RemoteMedia,
  { graphUrl, accessToken }: GraphSettings & { accessToken: string },
): Promise<Buffer> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  const described = await get(`${graphUrl}/${encodeURIComponent(mediaId)}`, headers);
  const media = asRecord(await described.json());
  const size = asNumber(media.file_size);
  if (size !== undefined && size > MOST_BYTES) throw new MediaGone(`larger than ${MOST_BYTES} bytes`);
  const bytes = await readAll(await get(checkAddress(asText(media.url), graphUrl), headers));
  for (const digest of [sha256, asText(media.sha256)]) {
    if (digest !== undefined && !isDigestOf(bytes, digest)) throw new Error('the digest is another');
  }
  return bytes;
}

async function get(url: string, headers: Record<string, string>): Promise<Response> {
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.ok) return response;
  await response.body?.cancel();
  const { status } = response;
  if (status >= 500 || TEMPORARY.has(status)) throw new Error(`Meta answers ${status}`);
  throw new MediaGone(`Meta answers ${status}`);
}

function checkAddress(address: string | undefined, graphUrl: string): string {
  const url = URL.parse(address ?? '');
  const isOwn = url?.origin === new URL(graphUrl).origin;
  const isMeta = url?.protocol === 'https:' && url.port === '' && MEDIA_HOSTS.test(url.hostname);
  if (!url || !(isOwn || isMeta)) throw new MediaGone(`not an address of Meta's: ${url?.host ?? 'none'}`);
  return url.href;
}

async function readAll(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new MediaGone(`larger than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Meta's documents say hexadecimal, its webhooks base64. */
function isDigestOf(bytes: Buffer, digest: string): boolean {
  const own = createHash('sha256').update(bytes).digest();
  return isSame(digest.toLowerCase(), own.toString('hex')) || isSame(digest, own.toString('base64'));
}
