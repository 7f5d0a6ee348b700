import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { WARNING_SEVERITIES } from '../../../shared/wire/room.ts';
import { AppError } from '../../platform/errors.ts';

/** Something that is warned of, in the words of one language; polygons and circles of all its areas. */
export type CapInfo = {
  language: string;
  event: string;
  severity: (typeof WARNING_SEVERITIES)[number];
  headline: string;
  description: string;
  senderName: string;
  /** ISO 8601 with offset; null where the alert does not say. */
  expires: string | null;
  responseTypes: string[];
  polygons: { lat: number; lng: number }[][];
  circles: { lat: number; lng: number; radiusM: number }[];
};

/** An alert as OASIS CAP 1.2 has it, as far as a wall needs it. `references`: identifiers of earlier ones. */
export type CapAlert = {
  identifier: string;
  sender: string;
  status: string;
  msgType: string;
  references: string[];
  infos: CapInfo[];
};

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
/** The root element, with or without a prefix, says which standard it goes by. */
const ROOT = new RegExp(`<(?:[\\w-]+:)?alert\\s[^>]*["']${NAMESPACE}["']`);
const MOST_CORNERS = 10_000;

const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  // Only the five that XML itself has; a document with its own is refused before.
  processEntities: true,
  isArray: (name) => ['info', 'area', 'polygon', 'circle', 'responseType'].includes(name),
});

const text = z.string().default('');
const area = z.object({ polygon: z.array(z.string()).default([]), circle: z.array(z.string()).default([]) });
const info = z.object({
  language: text,
  event: z.string().min(1),
  severity: z.string(),
  headline: text,
  description: text,
  senderName: text,
  expires: z.iso.datetime({ offset: true }).nullable().default(null),
  responseType: z.array(z.string()).default([]),
  area: z.array(area).default([]),
});
const alert = z.object({
  identifier: z.string().min(1).max(400),
  sender: z.string().min(1).max(400),
  status: z.enum(['Actual', 'Exercise', 'System', 'Test', 'Draft']),
  msgType: z.enum(['Alert', 'Update', 'Cancel', 'Ack', 'Error']),
  references: text,
  info: z.array(info).default([]),
});

/**
 * Reads a CAP 1.2 alert (docs.oasis-open.org/emergency/cap/v1.2). Throws invalid for what is no XML, has a document type
 * (so entities of its own), is of another namespace or lacks what the standard requires.
 */
export function parseCap(xml: string): CapAlert {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw refuse('a document type is not taken');
  if (XMLValidator.validate(xml) !== true) throw refuse('this is no well-formed XML');
  const { alert: root } = parser.parse(xml) as { alert?: Record<string, unknown> };
  if (root === undefined || !ROOT.test(xml)) throw refuse(`expected an alert of ${NAMESPACE}`);
  const result = alert.safeParse(root);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw refuse(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { references, info: infos, ...head } = result.data;
  return { ...head, references: identifiersOf(references), infos: infos.map(infoOf) };
}

function refuse(message: string): AppError {
  return new AppError('invalid', { detail: message, errors: [{ field: 'xml', message }] });
}

/** `sender,identifier,sent` each, with spaces between. */
function identifiersOf(references: string): string[] {
  return references
    .split(/\s+/)
    .map((triple) => triple.split(',')[1] ?? '')
    .filter((identifier) => identifier !== '');
}

function infoOf({ area: areas, severity, responseType, ...said }: z.infer<typeof info>): CapInfo {
  return {
    ...said,
    // What is unknown is shown as the lesser of the two that are read.
    severity: WARNING_SEVERITIES.find((known) => known === severity) ?? 'Moderate',
    responseTypes: responseType,
    polygons: areas.flatMap(({ polygon }) => polygon.map(cornersOf)),
    circles: areas.flatMap(({ circle }) => circle.map(circleOf)),
  };
}

/** `lat,lon` pairs with spaces between; the first is also the last. */
function cornersOf(polygon: string): { lat: number; lng: number }[] {
  const corners = polygon.split(/\s+/).map(pointOf);
  if (corners.length < 4 || corners.length > MOST_CORNERS)
    throw refuse('a polygon needs four to 10,000 pairs');
  return corners;
}

function circleOf(circle: string): { lat: number; lng: number; radiusM: number } {
  const [centre = '', radiusKm = ''] = circle.split(/\s+/);
  const radiusM = Number(radiusKm) * 1_000;
  if (!(radiusM >= 0)) throw refuse(`circle: ${circle}`);
  return { ...pointOf(centre), radiusM };
}

function pointOf(pair: string): { lat: number; lng: number } {
  const [lat = Number.NaN, lng = Number.NaN] = pair.split(',').map(Number);
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) throw refuse(`no place: ${pair.slice(0, 40)}`);
  return { lat, lng };
}
