import type { ReactNode } from 'react';
import { tellCount } from '../../shared/kpi/tell.ts';
import { useWords } from '../ui/use-words.ts';
import { TicketsLink } from './figure.tsx';

export type BarRow = { code: string; name: string; value: number; to: string; remark?: ReactNode };

/** Names with a bar and a number that opens the tickets; the longest bar is the largest of them. */
export function BarList({ rows }: { rows: readonly BarRow[] }) {
  const words = useWords();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ol className="exec-bars">
      {rows.map(({ code, name, value, to, remark }) => (
        <li key={code}>
          <span className="exec-bar-name" title={name}>
            {name}
          </span>
          <span className="exec-bar-line" aria-hidden>
            <span style={{ width: `${(100 * value) / most}%` }} />
          </span>
          <strong>
            <TicketsLink to={to} label={`${tellCount(value, words)}, ${name}`}>
              {tellCount(value, words)}
            </TicketsLink>
          </strong>
          {remark !== undefined && <span className="exec-bar-remark">{remark}</span>}
        </li>
      ))}
    </ol>
  );
}
