import { PRIORITIES, STATUSES } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { TimeLeft } from '../ticket/time-left.tsx';
import { DEPARTMENT_ICONS, DepartmentIcon } from '../ui/department-icon.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { Samples } from './samples.tsx';
import '../ticket/ticket-parts.css';

const NOW = Date.parse('2026-01-05T10:00:00Z');
const HOUR_MS = 3_600_000;

export function Severities() {
  const { t } = useWords();
  return (
    <Samples of={PRIORITIES}>
      {(priority) => (
        <span className="gallery-mark">
          <SeverityMark priority={priority} size="1.5rem" />
          <SeverityMark priority={priority} />
          {t(`priority.${priority}`)}
        </span>
      )}
    </Samples>
  );
}

export function Statuses() {
  return <Samples of={STATUSES}>{(status) => <StatusWord status={status} />}</Samples>;
}

/** Days, hours, minutes, seconds; just over, long over. */
export function TimesLeft() {
  return (
    <Samples of={[100, 9, 2.25, 0.5, 0.01, -0.01, -0.6, -50]}>
      {(hours) => <TimeLeft ticket={dueIn(hours)} now={NOW} />}
    </Samples>
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
    <Samples of={['on', 'off', 'failing'] as const}>
      {(state) => (
        <span className="gallery-mark">
          <StateMark state={state} /> {state}
        </span>
      )}
    </Samples>
  );
}

export function DepartmentIcons() {
  return (
    <Samples of={DEPARTMENT_ICONS}>
      {(name) => (
        <span className="gallery-icon" title={name}>
          <DepartmentIcon name={name} size="1.5rem" />
        </span>
      )}
    </Samples>
  );
}
