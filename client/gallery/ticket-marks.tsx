import { PRIORITIES, STATUSES } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { TimeLeft } from '../ticket/time-left.tsx';
import { DEPARTMENT_ICONS, DepartmentIcon } from '../ui/department-icon.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import '../ticket/ticket-parts.css';

const NOW = Date.parse('2026-01-05T10:00:00Z');
const HOUR_MS = 3_600_000;

export function Severities() {
  const { t } = useWords();
  return (
    <ul className="gallery-row">
      {PRIORITIES.map((priority) => (
        <li key={priority} data-severity={priority} className="gallery-mark">
          <SeverityMark priority={priority} size="1.5rem" />
          <SeverityMark priority={priority} />
          {t(`priority.${priority}`)}
        </li>
      ))}
    </ul>
  );
}

export function Statuses() {
  return (
    <ul className="gallery-row">
      {STATUSES.map((status) => (
        <li key={status} data-status={status} className="gallery-mark">
          <StatusWord status={status} />
        </li>
      ))}
    </ul>
  );
}

/** Days, hours, minutes, seconds; just over, long over. */
export function TimesLeft() {
  return (
    <ul className="gallery-row">
      {[100, 9, 2.25, 0.5, 0.01, -0.01, -0.6, -50].map((hours) => (
        <li key={hours} className="gallery-mark">
          <TimeLeft ticket={dueIn(hours)} now={NOW} />
        </li>
      ))}
    </ul>
  );
}

/** What of a ticket its clocks read. */
function dueIn(hours: number): LiveTicket {
  const at = new Date(NOW + hours * HOUR_MS).toISOString();
  const createdAt = new Date(NOW - 100 * HOUR_MS).toISOString();
  return {
    status: 'routed',
    createdAt,
    acknowledgeBy: at,
    resolveBy: at,
    acknowledgedAt: null,
  } as LiveTicket;
}

export function SystemStates() {
  return (
    <ul className="gallery-row">
      {(['on', 'off', 'failing'] as const).map((state) => (
        <li key={state} className="gallery-mark">
          <StateMark state={state} /> {state}
        </li>
      ))}
    </ul>
  );
}

export function DepartmentIcons() {
  return (
    <ul className="gallery-row gallery-icons">
      {DEPARTMENT_ICONS.map((name) => (
        <li key={name} title={name}>
          <DepartmentIcon name={name} size="1.5rem" />
        </li>
      ))}
    </ul>
  );
}
