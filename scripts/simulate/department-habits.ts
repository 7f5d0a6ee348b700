import type { Priority, Status } from '../../shared/ticket/ticket.ts';
import type { Command } from '../../shared/ticket/transitions.ts';
import type { Random } from './random.ts';
import { isUrgent } from './texts.ts';

/** What people do next with a ticket in this status. */
export type NextAct = { command: Command; afterS: [least: number, most: number] };

/** In the accelerated time of a demo: what takes a department a day takes minutes. Seconds for a normal ticket. */
const NEXT: Partial<Record<Status, NextAct>> = {
  new: { command: 'verify', afterS: [10, 90] },
  returned: { command: 'verify', afterS: [10, 60] },
  verified: { command: 'route', afterS: [2, 12] },
  routed: { command: 'acknowledge', afterS: [15, 150] },
  acknowledged: { command: 'start', afterS: [15, 120] },
  in_progress: { command: 'resolve', afterS: [90, 600] },
  resolved: { command: 'close', afterS: [60, 300] },
};

/** How much faster or slower than a normal ticket. */
const HASTE: Record<Priority, number> = { critical: 0.15, high: 0.4, normal: 1, low: 1.5 };

/** The share of tickets that lie there for long, as in any office, and for how long, seconds. */
const FORGOTTEN = 0.1;
const FORGOTTEN_S = [600, 2400] as const;
/** The share of handed-over tickets that come back. */
const RETURNED = 0.06;

const RESULTS = [
  'Sudah ditangani di lokasi oleh petugas.',
  'Pekerjaan selesai, lokasi sudah dibersihkan.',
  'Tim sudah turun, kondisi aman.',
  'Selesai dikerjakan, pelapor sudah dihubungi.',
  'Sudah diperbaiki dan diuji, berfungsi kembali.',
];
const RETURNS = [
  'Bukan kewenangan kami, mohon diteruskan ke instansi yang tepat.',
  'Lokasi tidak ditemukan, mohon dilengkapi alamatnya.',
  'Sudah ada petugas instansi lain di lokasi.',
];
const NO_EMERGENCY = [
  'Panggilan iseng.',
  'Tidak ada suara, sudah dihubungi kembali dan tidak dijawab.',
  'Salah sambung.',
];

/** What is going to be done about a ticket, when (ms since the epoch), and with what words. */
export type Plan = {
  status: Status;
  at: number;
  command: Command;
  words: { reason?: string; note?: string };
};

/** Decides what happens next with a ticket that has just come into this status, so many times faster than in the demo; null: nothing more. */
export function planNext(
  random: Random,
  ticket: { status: Status; priority: Priority; isEmptyCall: boolean },
  now: number,
  haste: number,
): Plan | null {
  const { status, priority } = ticket;
  const next = NEXT[status];
  if (next === undefined) return null;
  const isForgotten = random.chance(isUrgent(ticket) ? FORGOTTEN / 4 : FORGOTTEN);
  const delayS = isForgotten
    ? random.between(...FORGOTTEN_S)
    : random.between(...next.afterS) * HASTE[priority];
  const at = now + (delayS * 1000) / haste;
  if (ticket.isEmptyCall && status === 'new') {
    return { status, at, command: 'reject', words: { reason: random.pick(NO_EMERGENCY) } };
  }
  if (status === 'routed' && random.chance(RETURNED)) {
    return { status, at, command: 'return', words: { reason: random.pick(RETURNS) } };
  }
  const words = next.command === 'resolve' ? { note: random.pick(RESULTS) } : {};
  return { status, at, command: next.command, words };
}
