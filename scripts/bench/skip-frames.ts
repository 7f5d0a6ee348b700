const END_OF_HEADERS = '\r\n\r\n';
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Follows a server's WebSocket frames (RFC 6455, 5.2) by their lengths alone and calls back for each Engine.IO
 * ping, the only message of one byte. Takes the chunks of the line from its HTTP answer on.
 */
export function createFrameSkipper(onPing: () => void): (chunk: Buffer) => void {
  let begun = NOTHING;
  let left = 0;
  let upgraded = false;

  return (chunk) => {
    const bytes = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
    let at = 0;
    begun = NOTHING;
    if (!upgraded) {
      const end = bytes.indexOf(END_OF_HEADERS);
      upgraded = end >= 0;
      at = upgraded ? end + END_OF_HEADERS.length : bytes.length;
      if (!upgraded) begun = bytes;
    }
    while (at < bytes.length) {
      if (left === 0) {
        const frame = readHeader(bytes, at);
        if (frame === null) {
          begun = bytes.subarray(at);
          return;
        }
        at += frame.headerBytes;
        left = frame.payloadBytes;
        if (left === 1) onPing();
      }
      const skipped = Math.min(left, bytes.length - at);
      at += skipped;
      left -= skipped;
    }
  };
}

/** An unmasked frame's header, or null when not all of it is there. */
function readHeader(bytes: Buffer, at: number): { headerBytes: number; payloadBytes: number } | null {
  const short = bytes[at + 1];
  if (short === undefined) return null;
  if (short < 126) return { headerBytes: 2, payloadBytes: short };
  const headerBytes = short === 126 ? 4 : 10;
  if (bytes.length < at + headerBytes) return null;
  const payloadBytes = short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return { headerBytes, payloadBytes };
}
