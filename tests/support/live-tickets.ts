import type { LiveTicket } from '../../shared/wire/live.ts';

/** A live ticket with everything it must have; say what matters. */
export function buildLiveTicket(fields: Partial<LiveTicket> = {}): LiveTicket {
  return {
    id: 'ticket-1',
    number: 'KKL-2026-000001',
    version: 1,
    status: 'new',
    priority: 'normal',
    category: 'broken-road',
    title: 'Jalan rusak',
    departmentCode: 'JALAN',
    facts: {},
    location: null,
    channel: 'whatsapp',
    reportCount: 1,
    createdAt: '2026-11-21T12:00:00.000Z',
    acknowledgeBy: '2026-11-21T13:00:00.000Z',
    resolveBy: '2026-11-28T12:00:00.000Z',
    acknowledgedAt: null,
    resolvedAt: null,
    closedAt: null,
    sla: { acknowledge: null, resolve: null },
    ...fields,
  };
}
