import { createHash } from 'node:crypto';
import type { Actor } from '../../../shared/access/actor.ts';
import type { AreaIndex } from '../../../shared/city/areas.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { Warning } from '../../../shared/wire/room.ts';
import type { CapImport, WarningBody } from '../../../shared/wire/room-api.ts';
import { LONGEST_WARNING } from '../../../shared/wire/room-limits.ts';
import { AppError } from '../../platform/errors.ts';
import { type CapAlert, type CapInfo, parseCap } from './parse-cap.ts';
import { warnedKecamatan } from './warned-kecamatan.ts';

const LONGEST_EVENT = 80;

type Commands = {
  warn(body: WarningBody, actor: Actor, replaces?: readonly string[]): Promise<Warning>;
  endWarning(id: string, actor: Actor): Promise<void>;
};

/**
 * Puts what a CAP alert warns of on the walls. The same alert again is the same warning; an update ends those it refers
 * to, a cancellation does nothing else. Throws invalid for an alert that cannot be read, is no real one (an exercise, a
 * draft), is over, or touches no kecamatan of the city.
 */
export async function importCap(
  xml: string,
  { room, pack, areas, actor }: { room: Commands; pack: CityPack; areas: AreaIndex; actor: Actor },
): Promise<CapImport> {
  const alert = parseCap(xml);
  if (alert.status !== 'Actual') throw refuse(`status is ${alert.status}: only what is Actual is shown`);
  if (alert.msgType === 'Ack' || alert.msgType === 'Error') throw refuse(`msgType is ${alert.msgType}`);
  // Looked at before anything is ended: an update that cannot be read must not take its predecessor away.
  const body = alert.msgType === 'Cancel' ? null : warningOf(alert, { pack, areas });
  const before = alert.msgType === 'Alert' ? [] : alert.references.map(idOf);
  const warning = body === null ? null : await room.warn(body, actor, before);
  const ended: string[] = [];
  for (const id of before) if (await endKnown(room, id, actor)) ended.push(id);
  return { warning, ended };
}

function warningOf(alert: CapAlert, { pack, areas }: { pack: CityPack; areas: AreaIndex }): WarningBody {
  const info = inLanguage(alert.infos, pack.locale);
  if (info === undefined) throw refuse('it has no info');
  if (info.expires === null) throw refuse('it does not say when it expires');
  const kecamatan = warnedKecamatan(info, pack, areas);
  if (kecamatan === null) throw refuse('its areas touch no kecamatan of the city');
  return {
    id: idOf(alert.identifier),
    severity: info.severity,
    event: cut(info.event, LONGEST_EVENT),
    text: cut(info.headline || info.description || info.event, LONGEST_WARNING),
    kecamatan,
    source: cut(info.senderName || alert.sender, LONGEST_EVENT),
    until: new Date(info.expires).toISOString(),
  };
}

/** The city's own language, else the first. */
function inLanguage(infos: readonly CapInfo[], locale: string): CapInfo | undefined {
  const own = locale.slice(0, 2).toLowerCase();
  return infos.find(({ language }) => language.toLowerCase().startsWith(own)) ?? infos[0];
}

async function endKnown(room: Commands, id: string, actor: Actor): Promise<boolean> {
  try {
    await room.endWarning(id, actor);
    return true;
  } catch (error) {
    // It was never shown here, so there is nothing to end.
    if (error instanceof AppError && error.problem === 'not-found') return false;
    throw error;
  }
}

/** Always the same id for the same identifier, in the form of a UUID (RFC 9562, version 8). */
function idOf(identifier: string): string {
  const hex = createHash('sha256').update(`cap ${identifier}`).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

function refuse(message: string): AppError {
  return new AppError('invalid', { detail: message, errors: [{ field: 'xml', message }] });
}
