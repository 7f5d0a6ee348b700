import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { runningDeadline } from './deadline.ts';

/** The time left on the running clock, with the exact deadline on hover; nothing for tickets that are done. */
export function TimeLeft({ ticket, now }: { ticket: LiveTicket; now: number }) {
  const { t, timeLeft } = useWords();
  const { times } = useCityWords();
  const deadline = runningDeadline(ticket);
  if (deadline === null) return null;
  const by = t(deadline.clock === 'acknowledge' ? 'ticket.acknowledge-by' : 'ticket.resolve-by');
  return (
    <span className="deadline" data-over={deadline.at <= now} title={`${by} ${times.moment(deadline.at)}`}>
      <strong>{timeLeft(deadline.at - now)}</strong>
    </span>
  );
}
