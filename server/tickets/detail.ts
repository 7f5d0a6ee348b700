import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import { can } from '../../shared/access/policy.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Channel } from '../../shared/report/channel.ts';
import { maskPhone } from '../../shared/report/phone.ts';
import type { Measurement, ReportedLocation, Reporter } from '../../shared/report/report.ts';
import type { LogEntry } from '../../shared/ticket/log-entry.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type {
  HistoryDetails,
  HistoryEntry,
  PhotoLink,
  ReportView,
  TicketDetail,
} from '../../shared/wire/api.ts';
import type { TicketEvent } from '../../shared/wire/live.ts';
import type { Database } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { readPositions } from './positions.ts';
import { presentLiveTicket } from './present.ts';
import { listProposals } from './proposals.ts';
import { stateFromRow } from './state.ts';

/** The ticket's present state. Throws not-found. */
export async function findTicket(db: Database, ticketId: string): Promise<TicketState> {
  const row = await db.selectFrom('ticket').selectAll().where('id', '=', ticketId).executeTakeFirst();
  if (!row) throw new AppError('not-found', { detail: `ticket ${ticketId}` });
  return stateFromRow(row);
}

/**
 * A ticket with its history; with reports and photos for those whom the policy lets read them.
 * Others also do not see reasons and notes, which staff write about people.
 */
export async function readDetail(
  db: Database,
  pack: CityPack,
  ticket: TicketState,
  actor: Actor,
): Promise<TicketDetail> {
  const mayRead = can(actor, 'report.read', ticket);
  const history = await readHistory(db, ticket.id);
  const detail: TicketDetail = {
    ...presentLiveTicket(ticket, pack),
    mergedInto: ticket.mergedInto,
    history: mayRead ? history : history.map(withoutWords),
    reports: [],
    photos: [],
    proposals: can(actor, 'ticket.merge', ticket) ? await listProposals(db, pack, ticket.id) : [],
    parts: can(actor, 'ticket.split', ticket) ? await listParts(db, ticket.id) : [],
  };
  if (!mayRead) return detail;
  const photos = await readPhotos(db, ticket.id);
  detail.reports = await readReports(db, ticket.id, photos, can(actor, 'callers.read'));
  detail.photos = photos.filter((photo) => photo.kind !== 'report');
  return detail;
}

async function readHistory(db: Database, ticketId: string): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('ticket_log')
    .select(['seq', 'version', 'type', 'at', 'actor', 'details'])
    .where('ticket_id', '=', ticketId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => {
    const actor = row.actor as LogEntry['actor'];
    return {
      seq: row.seq,
      version: row.version,
      type: row.type as TicketEvent,
      at: row.at.toISOString(),
      actor: { name: actor.name, role: actor.role },
      details: withoutParts(row.details as HistoryDetails),
    };
  });
}

/** What the log keeps to itself. */
function withoutParts({ parts: _parts, ...details }: HistoryDetails): HistoryDetails {
  return details;
}

/** What was merged into it, newest first: what can be brought back. */
async function listParts(db: Database, ticketId: string): Promise<TicketDetail['parts']> {
  const rows = await db
    .selectFrom('ticket')
    .select(['id', 'number', 'category', 'report_count as reportCount'])
    .where('merged_into', '=', ticketId)
    .orderBy('number', 'desc')
    .execute();
  return rows;
}

function phoneFor({ phone }: Reporter, mayCall: boolean): string | null {
  if (phone === undefined) return null;
  return mayCall ? phone : maskPhone(phone);
}

function withoutWords(entry: HistoryEntry): HistoryEntry {
  const { reason: _reason, note: _note, because: _because, ...details } = entry.details;
  return { ...entry, details };
}

type TicketPhoto = PhotoLink & { reportId: string | null };

async function readPhotos(db: Database, ticketId: string): Promise<TicketPhoto[]> {
  const rows = await db
    .selectFrom('photo')
    .leftJoin('report', 'report.id', 'photo.report_id')
    .select(['photo.id', 'photo.report_id', 'photo.kind', 'photo.width', 'photo.height', 'photo.taken_at'])
    .where((eb) => eb.or([eb('photo.ticket_id', '=', ticketId), eb('report.ticket_id', '=', ticketId)]))
    .orderBy('photo.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    kind: row.kind as PhotoLink['kind'],
    url: `/api/photos/${row.id}`,
    thumbnailUrl: `/api/photos/${row.id}/thumbnail`,
    width: row.width,
    height: row.height,
    takenAt: row.taken_at?.toISOString() ?? null,
  }));
}

async function readReports(
  db: Database,
  ticketId: string,
  photos: TicketPhoto[],
  mayCall: boolean,
): Promise<ReportView[]> {
  const positions = await readPositions(db, ticketId);
  const rows = await db
    .selectFrom('report')
    .select(['id', 'channel', 'text', 'occurred_at', 'received_at', 'reporter', 'location', 'measurement'])
    .select(sql<string | null>`raw ->> 'address'`.as('address'))
    .where('ticket_id', '=', ticketId)
    .where((eb) => eb.or([eb('channel', '<>', 'sensor'), eb('id', '=', latestReading(db, ticketId))]))
    .orderBy('received_at')
    .limit(200)
    .execute();
  return rows.map((row) => {
    const reporter = row.reporter as Reporter | null;
    const location = row.location as ReportedLocation | null;
    const measurement = row.measurement as Measurement | null;
    return {
      id: row.id,
      channel: row.channel as Channel,
      text: row.text,
      occurredAt: row.occurred_at.toISOString(),
      receivedAt: row.received_at.toISOString(),
      reporter: reporter && { name: reporter.name ?? null, phone: phoneFor(reporter, mayCall) },
      location: location && { lat: location.lat, lng: location.lng, accuracyM: location.accuracyM },
      positions: positions.get(row.id) ?? [],
      // Who cannot point to the place can still say where it is.
      address: location?.address ?? row.address,
      measurement: measurement && { value: measurement.value, unit: measurement.unit },
      photos: photos
        .filter((photo) => photo.reportId === row.id)
        .map(({ reportId: _reportId, ...link }) => link),
    };
  });
}

/** A post at high water reads every few seconds: all of it would bury what people say. */
function latestReading(db: Database, ticketId: string) {
  return db
    .selectFrom('report')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('channel', '=', 'sensor')
    .orderBy('received_at', 'desc')
    .limit(1);
}
