import type { Actor } from '../../shared/access/actor.ts';
import { type Action, can } from '../../shared/access/policy.ts';
import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import type { LatLng, LocationSource } from '../../shared/report/report.ts';
import { decide } from '../../shared/ticket/decide.ts';
import type { FoldRules } from '../../shared/ticket/refold.ts';
import type { AreaNames, TicketState } from '../../shared/ticket/ticket.ts';
import { type Command, isPossible } from '../../shared/ticket/transitions.ts';
import type { CommandBody } from '../../shared/wire/api.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry } from './append.ts';
import { wasDone } from './done-before.ts';
import { lockInOrder, lockReportsOf, lockTicket } from './lock.ts';
import { mergeInto } from './merge.ts';
import { numberPrefixOf } from './number-prefix.ts';
import { presentLiveTicket } from './present.ts';
import { splitFrom } from './split.ts';

/** Finds the areas of a place; see `createAreaIndex`. */
export type AreaLocator = {
  locate(point: LatLng): { kelurahan: { name: string }; kecamatan: { name: string } } | null;
};

export type TicketDeps = {
  db: Database;
  pack: CityPack;
  areas: AreaLocator;
  clock: Clock;
};

/** What people do to a ticket: one transaction each. */
export function createPerform({ db, pack, areas, clock }: TicketDeps) {
  const rulesNow = (): FoldRules => ({
    burst: pack.burst,
    categoryOf: (code) =>
      pack.categories.find((known) => known.code === code) ?? findCategory(pack, pack.fallbackCategory),
  });

  /**
   * Carries out a person's command: locks the ticket, asks the policy, the version and the table, writes
   * the entry. The same `commandId` again changes nothing and answers the ticket as it is.
   * Throws not-found, forbidden, conflict (with the newer ticket), impossible, invalid.
   */
  async function perform<C extends Command>(
    command: C,
    ticketId: string,
    body: CommandBody<C>,
    actor: Actor,
  ): Promise<TicketState> {
    return db.transaction().execute((trx) => performIn(trx, command, ticketId, body, actor));
  }

  /** The same inside a caller's transaction. */
  async function performIn<C extends Command>(
    trx: Transaction,
    command: C,
    ticketId: string,
    body: CommandBody<C>,
    actor: Actor,
  ): Promise<TicketState> {
    if (command === 'merge') {
      await lockReportsOf(trx, ticketId);
      await lockInOrder(trx, [ticketId, (body as CommandBody<'merge'>).into]);
    } else if (command === 'split') {
      await lockReportsOf(trx, ticketId);
      await lockInOrder(trx, [ticketId, (body as CommandBody<'split'>).ticketId ?? ticketId]);
    }
    const ticket = await lockTicket(trx, ticketId);
    demand(actor, `ticket.${command}`, ticket);
    if (await wasDone(trx, ticketId, body.commandId)) return ticket;
    if (body.version !== ticket.version) throw versionConflict(ticket, pack);
    if (!isPossible(ticket.status, command)) throw impossible(command, ticket);
    const category = categoryOf(pack, command, body, ticket);
    const write = { actor, at: isoNow(clock), commandId: body.commandId };
    if (command === 'merge') {
      return mergeInto(trx, ticket, body as CommandBody<'merge'>, { category, write, burst: pack.burst });
    }
    if (command === 'split') {
      const numberPrefix = numberPrefixOf(pack, clock.now());
      return splitFrom(trx, ticket, body as CommandBody<'split'>, { rules: rulesNow(), numberPrefix }, write);
    }
    const location = placeOf(body, areas);
    const decided = decide(command, ticket, body, { now: write.at, category, ...(location && { location }) });
    return appendEntry(trx, ticket, decided, write);
  }

  return { perform, performIn };
}

function demand(actor: Actor, action: Action, ticket: TicketState): void {
  if (!can(actor, action, ticket)) throw new AppError('forbidden', { detail: action });
}

/** The refusal of a command about an old version, with the newer ticket. */
export function versionConflict(ticket: TicketState, pack: CityPack): AppError {
  return new AppError('conflict', {
    detail: `version is ${ticket.version} now`,
    extra: { ticket: presentLiveTicket(ticket, pack) },
  });
}

function impossible(command: Command, ticket: TicketState): AppError {
  return new AppError('impossible', { detail: `${command} is not possible while ${ticket.status}` });
}

/**
 * The category the ticket has or will have; checks the codes a command names. A ticket may be older than the pack: of a
 * category that the city has given up it goes by the fallback's targets.
 */
function categoryOf<C extends Command>(
  pack: CityPack,
  command: C,
  body: CommandBody<C>,
  ticket: TicketState,
): Category {
  if (command === 'route') {
    const { departmentCode } = body as CommandBody<'route'>;
    const department = pack.departments.find(({ code }) => code === departmentCode);
    if (!department) throw unknownCode('departmentCode', departmentCode);
    if (department.active === false) throw closedDepartment(departmentCode);
  }
  const named = 'category' in body ? body.category : undefined;
  if (named !== undefined) return findCategory(pack, named);
  const present = pack.categories.find(({ code }) => code === ticket.category);
  return present ?? findCategory(pack, pack.fallbackCategory);
}

/** The category with this code; 400 naming the field when the city has none. */
export function findCategory(pack: CityPack, code: string): Category {
  const category = pack.categories.find((candidate) => candidate.code === code);
  if (!category) throw unknownCode('category', code);
  return category;
}

function closedDepartment(code: string): AppError {
  const message = `the department ${code} is closed: nothing is routed there any more`;
  return new AppError('invalid', { detail: message, errors: [{ field: 'departmentCode', message }] });
}

function unknownCode(field: string, code: string): AppError {
  const message = `no such ${field}: ${code}`;
  return new AppError('invalid', { detail: message, errors: [{ field, message }] });
}

function placeOf(body: object, areas: AreaLocator): TicketState['location'] {
  const point = 'location' in body ? (body.location as LatLng | undefined) : undefined;
  return point ? describePlace({ ...point, accuracyM: null }, 'operator', areas) : null;
}

/** A point with the names of its areas. */
export function describePlace(
  point: LatLng & { accuracyM: number | null; areas?: AreaNames },
  source: LocationSource,
  areas: AreaLocator,
): NonNullable<TicketState['location']> {
  const area = point.areas ? null : areas.locate(point);
  return {
    lat: point.lat,
    lng: point.lng,
    accuracyM: point.accuracyM,
    kelurahan: area?.kelurahan.name ?? point.areas?.kelurahan ?? null,
    kecamatan: area?.kecamatan.name ?? point.areas?.kecamatan ?? null,
    source,
  };
}
