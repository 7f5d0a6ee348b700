import type { ReactNode } from 'react';

/** One sample of each, side by side or one below the other; each is found by its `data-sample`. */
export function Samples<T extends string | number>({
  of,
  className = 'gallery-row',
  children,
}: {
  of: readonly T[];
  className?: string;
  children: (one: T) => ReactNode;
}) {
  return (
    <ul className={className}>
      {of.map((one) => (
        <li key={one} data-sample={one}>
          {children(one)}
        </li>
      ))}
    </ul>
  );
}
