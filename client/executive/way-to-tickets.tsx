import { createContext, type ReactNode, useContext } from 'react';
import { Link, type LinkProps } from 'react-router';

const CanFollow = createContext(true);

/** Figures to be looked at: nobody is led away from what is being presented by a stray click. */
export function ShownOnly({ children }: { children: ReactNode }) {
  return <CanFollow value={false}>{children}</CanFollow>;
}

type Props = Omit<LinkProps, 'to'> & { to: string; as?: 'span' | 'g' };

/** The way from a figure to its tickets, or the figure alone where it is only shown. */
export function WayToTickets({ to, as: Alone = 'span', ...rest }: Props) {
  const canFollow = useContext(CanFollow);
  if (canFollow) return <Link to={to} {...rest} />;
  return <Alone className={rest.className}>{rest.children}</Alone>;
}
