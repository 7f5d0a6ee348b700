import { tellCount } from '../../shared/kpi/tell.ts';
import { useWords } from '../ui/use-words.ts';
import type { BarRow } from './bar-list.tsx';
import { WayToTickets } from './way-to-tickets.tsx';

/** `short`: what stands below the column where its name is too long for that. */
type Column = BarRow & { short?: string };

/** A few columns side by side, each as a whole the way to its tickets. */
export function ColumnLinks({ rows }: { rows: readonly Column[] }) {
  const words = useWords();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ol className="exec-columns">
      {rows.map(({ code, name, short, value, to }) => (
        <li key={code}>
          <WayToTickets className="exec-column-whole" to={to} title={name}>
            <strong>{tellCount(value, words)}</strong>
            <span className="exec-column" aria-hidden>
              <span style={{ height: `${(100 * value) / most}%` }} />
            </span>
            <span className="exec-column-name" aria-hidden={short !== undefined}>
              {short ?? name}
            </span>
            {short !== undefined && <span className="visually-hidden">{name}</span>}
          </WayToTickets>
        </li>
      ))}
    </ol>
  );
}
