import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Teller, tellHistory } from '../../../client/ticket/history.ts';
import { en } from '../../../shared/text/en.ts';
import { id } from '../../../shared/text/id.ts';
import type { HistoryDetails, HistoryEntry } from '../../../shared/wire/api.ts';
import { TICKET_EVENTS, type TicketEvent } from '../../../shared/wire/live.ts';

const names: Record<string, string> = { SIAGA: 'Siaga', JALAN: 'Jalan' };
let indonesian: Teller;
let english: Teller;

beforeAll(async () => {
  const options = { keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } } as const;
  await i18next.init({ ...options, resources: { id: { translation: id }, en: { translation: en } } });
  const teller = (language: 'id' | 'en'): Teller => ({
    text: i18next.getFixedT(language),
    department: (code) => names[code] ?? code,
    category: (code) => code,
    language,
  });
  indonesian = teller('id');
  english = teller('en');
});

function entry(type: TicketEvent, details: HistoryDetails = {}, actor = operator): HistoryEntry {
  return { seq: 7, version: 3, type, at: '2026-11-21T12:00:00.000Z', actor, details };
}
const operator: HistoryEntry['actor'] = { name: 'Sari', role: 'operator' };
const pipeline: HistoryEntry['actor'] = { name: 'pipeline', role: 'system' };
const sla: HistoryEntry['actor'] = { name: 'sla', role: 'system' };

describe('the history of a ticket', () => {
  it('says who handed it from whom to whom, and why', () => {
    const routed = entry('ticket.routed', {
      fromDepartment: 'JALAN',
      toDepartment: 'SIAGA',
      reason: 'api, bukan lubang',
    });
    expect(tellHistory(routed, indonesian)).toEqual({
      sentence: 'Sari meneruskan dari Jalan ke Siaga',
      remarks: ['api, bukan lubang'],
    });
    expect(tellHistory(routed, english).sentence).toBe('Sari routed it from Jalan to Siaga');
  });

  it('does not speak of a move to the department that has it anyway', () => {
    const routed = entry('ticket.routed', { fromDepartment: 'SIAGA', toDepartment: 'SIAGA' });
    expect(tellHistory(routed, indonesian).sentence).toBe('Sari meneruskan ke Siaga');
  });

  it('gives the grounds of what the system decided', () => {
    const opened = entry('ticket.opened', { because: ['kebakaran', 'api'] }, pipeline);
    expect(tellHistory(opened, indonesian)).toEqual({
      sentence: 'Sistem membuka tiket',
      remarks: ['karena: kebakaran, api'],
    });
  });

  it('names the clock that ran out, and levels in the notation of the language', () => {
    expect(tellHistory(entry('ticket.breached', { clock: 'resolve' }, sla), english).sentence).toBe(
      'Time to resolve is over',
    );
    const measured = entry('ticket.measured', { level: { value: 2.41, unit: 'm', fell: true } }, pipeline);
    expect(tellHistory(measured, indonesian).sentence).toBe('Sistem mencatat 2,41 m: air sudah turun');
  });

  it.each(TICKET_EVENTS)('has a whole sentence for %s in both languages, whatever is known', (type) => {
    for (const teller of [indonesian, english]) {
      const { sentence } = tellHistory(entry(type, { toDepartment: 'SIAGA', toPriority: 'high' }), teller);
      expect(sentence).not.toMatch(/\{\{|history\.|undefined/);
      expect(sentence).not.toBe('');
    }
  });
});
