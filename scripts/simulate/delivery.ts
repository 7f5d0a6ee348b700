/** The doors a city's traffic knocks at; 112 has two, calls and AML. */
export const DOORS = ['whatsapp', '112', 'aml', 'laksa', 'sensors'] as const;
export type Door = (typeof DOORS)[number];

/** How the sending system proves who it is. */
export type Proof = 'meta-signature' | 'channel-token' | 'none';

/** One request as a channel's own system would send it, fixed to the byte so that a retry is the same request. */
export type Delivery = {
  door: Door;
  path: string;
  proof: Proof;
  /** Without `Authorization` and signatures: the sender adds those. */
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
  /** The platform's own ids of the reports inside; empty where there are none (statuses, AML). */
  externalIds: string[];
};

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}
