import { Link } from 'react-router';
import { tellCount } from '../../shared/kpi/tell.ts';
import { useWords } from '../ui/use-words.ts';
import type { BarRow } from './bar-list.tsx';

/** A few columns side by side, each as a whole the way to its tickets. */
export function ColumnLinks({ rows }: { rows: readonly BarRow[] }) {
  const words = useWords();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ol className="exec-columns">
      {rows.map(({ code, name, value, to }) => (
        <li key={code}>
          <Link to={to}>
            <strong>{tellCount(value, words)}</strong>
            <span className="exec-column" aria-hidden>
              <span style={{ height: `${(100 * value) / most}%` }} />
            </span>
            <span className="exec-column-name">{name}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
