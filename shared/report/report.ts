import type { Channel } from './channel.ts';

/** A point on the earth in WGS 84 degrees. */
export type LatLng = { lat: number; lng: number };

/**
 * Where a coordinate came from, best first; a better one replaces a worse one on the ticket. `words`: the place that the
 * report's words name.
 */
export const LOCATION_SOURCES = ['operator', 'aml', 'pin', 'exif', 'sensor', 'exchange', 'words'] as const;
export type LocationSource = (typeof LOCATION_SOURCES)[number];

/** A place somebody or something named, with how far off it may be (68 % radius, metres; null = unknown). */
export type ReportedLocation = LatLng & {
  accuracyM: number | null;
  source: LocationSource;
  /** The words that came with the pin or the form, never shown on a wall. */
  address?: string;
};

/** Who reported, as far as the channel says. All of it is personal data. */
export type Reporter = {
  name?: string;
  /** E.164 where it can be normalised, otherwise as received. */
  phone?: string;
  /** The channel's own key for the person (WhatsApp BSUID or wa_id, LAKSA account). */
  accountId?: string;
  email?: string;
  /** Which language they use, where the channel says so (BCP 47). */
  language?: string;
};

/** One value of one quantity at one time, from one sensor (SenML record after resolution, RFC 8428). */
export type Measurement = {
  /** Resolved SenML name, `bn` + `n`, e.g. `urn:dev:water:alamanda:level`. */
  name: string;
  unit: string;
  value: number;
  /** ISO 8601 UTC. */
  at: string;
};

/** A picture still at the platform (WhatsApp media id), to be fetched by the pipeline. */
export type RemoteMedia = { mediaId: string; mimeType: string; sha256?: string };

/** What a channel's parser makes of one item of its payload: the input of the durable inbox. */
export type ParsedReport = {
  channel: Channel;
  /** The platform's own id; unique within the channel. */
  externalId: string;
  /** What was said; empty when the channel carries no words (a silent call, a reading). */
  text: string;
  /** When the reporter said it, ISO 8601 UTC. */
  occurredAt: string;
  reporter: Reporter | null;
  location: ReportedLocation | null;
  measurement?: Measurement;
  media?: RemoteMedia[];
  /** The platform's message this one continues (a quoted WhatsApp message, a call's id). */
  inReplyTo?: string;
  /** The item exactly as received, kept for audit and for parsing again. */
  raw: unknown;
};

/** Where a report stands in the pipeline. */
export const REPORT_STATES = ['received', 'processed', 'set_aside', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
