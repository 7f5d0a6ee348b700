import { DOORS, type Door } from './delivery.ts';
import type { Sender } from './sender.ts';

/** A table of what was sent, a line a door, and why anything was refused. */
export function summarise(sender: Pick<Sender, 'stats' | 'refusals'>): string {
  const stats = sender.stats();
  const refusals = sender.refusals();
  const rows = DOORS.filter((door) => stats[door].sent > 0).map((door) =>
    row(door, Object.values(stats[door])),
  );
  const total = DOORS.reduce(
    (sums, door) => Object.values(stats[door]).map((value, index) => value + (sums[index] ?? 0)),
    [0, 0, 0, 0, 0],
  );
  const reasons = DOORS.filter((door) => refusals[door] !== undefined).map((door) =>
    reason(door, refusals[door]),
  );
  const head = row('door', ['sent', 'reports', '2xx', 'retried', 'failed']);
  return [head, ...rows, row('total', total), ...reasons].join('\n');
}

function row(name: string, cells: (string | number)[]): string {
  return name.padEnd(10) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function reason(door: Door, text: string | undefined): string {
  return `${door} refused at last: ${(text ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)}`;
}
