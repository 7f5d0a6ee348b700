import * as parser from 'socket.io-parser';
import type { SyncAnswer } from '../../shared/wire/live.ts';

/** An acknowledgement's only argument as JSON text, made once for many. */
class PreEncoded {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

/** An answer that is JSON already; only `liveParser` knows how to send it. */
export function preEncoded(json: string): SyncAnswer {
  return new PreEncoded(json) as unknown as SyncAnswer;
}

/**
 * Socket.IO's own protocol (version 5, https://socket.io/docs/v4/socket-io-protocol/), except that an
 * acknowledgement may be made of JSON text: five hundred screens that come back together are sent one
 * snapshot, not five hundred encodings of it.
 */
export const liveParser = {
  ...parser,
  Encoder: class extends parser.Encoder {
    override encode(packet: parser.Packet): unknown[] {
      const data: unknown = packet.type === parser.PacketType.ACK ? packet.data?.[0] : undefined;
      if (!(data instanceof PreEncoded)) return super.encode(packet);
      return [`${parser.PacketType.ACK}${packet.nsp},${packet.id}[${data.json}]`];
    }
  },
};
