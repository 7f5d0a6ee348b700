import type { Socket } from 'socket.io';
import * as parser from 'socket.io-parser';
import type { SyncAnswer } from '../../shared/wire/live.ts';

type Connection = Socket['conn'];

/** A sync's answer in UTF-8, ready for the line, made once for all who asked the same. */
export type SharedJson = { readonly bytes: Buffer };

/**
 * Parts of JSON, joined. The bracket that closes an acknowledgement's arguments is added, as the socket takes
 * a frame in two pieces only: what is each one's own, and what all share.
 */
export function sharedJson(parts: string[]): SharedJson {
  return { bytes: Buffer.concat([...parts, ']'].map((part) => Buffer.from(part))) };
}

class SharedAnswer {
  readonly bytes: Buffer;
  readonly connection: Connection;
  constructor(bytes: Buffer, connection: Connection) {
    this.bytes = bytes;
    this.connection = connection;
  }
}

/** An answer that is JSON already, for one socket's acknowledgement; only `liveParser` can send it. */
export function sharedAnswer({ bytes }: SharedJson, { conn }: Pick<Socket, 'conn'>): SyncAnswer {
  return new SharedAnswer(bytes, conn) as unknown as SyncAnswer;
}

/**
 * Socket.IO's own protocol (version 5, https://socket.io/docs/v4/socket-io-protocol/). One thing is sent in
 * another way: five hundred screens that come back together are sent one snapshot, by reference, not five
 * hundred encodings of it.
 */
export const liveParser = {
  ...parser,
  Encoder: class extends parser.Encoder {
    override encode(packet: parser.Packet): unknown[] {
      const answer: unknown = packet.type === parser.PacketType.ACK ? packet.data?.[0] : undefined;
      return answer instanceof SharedAnswer ? encodeShared(answer, packet) : super.encode(packet);
    }
  },
};

/** Shorter ones are copied: their frames have another header, and it does not matter. */
const SHARED_FROM_BYTES = 0x10000;

/** Writes the answer as a WebSocket frame and leaves nothing to be written; over polling it is text as ever. */
function encodeShared({ bytes, connection }: SharedAnswer, { type, nsp, id }: parser.Packet): string[] {
  const prefix = `${type}${nsp},${id}[`;
  if (connection.transport.name !== 'websocket' || bytes.length < SHARED_FROM_BYTES)
    return [`${prefix}${bytes.toString()}`];
  // The same option by which Socket.IO's own adapter encodes a broadcast once.
  const options = { compress: false, wsPreEncodedFrame: textFrame(`4${prefix}`, bytes) };
  connection.write('', options);
  return [];
}

const FIN_AND_TEXT = 0x81;
const LENGTH_IN_64_BITS = 127;
const HEADER_BYTES = 10;

/** An unmasked text frame (RFC 6455, 5.2) for a long message; its second part is not copied. */
function textFrame(start: string, rest: Buffer): [Buffer, Buffer] {
  const header = Buffer.alloc(HEADER_BYTES);
  header[0] = FIN_AND_TEXT;
  header[1] = LENGTH_IN_64_BITS;
  header.writeBigUInt64BE(BigInt(Buffer.byteLength(start) + rest.length), 2);
  return [Buffer.concat([header, Buffer.from(start)]), rest];
}
