import { isPossible } from '../../shared/ticket/transitions.ts';
import type { SavedFilter } from '../../shared/wire/filter.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCan } from '../session/session.ts';
import { useGiveCommand } from '../ticket/use-give-command.ts';
import { Palette } from './palette.tsx';

type Props = {
  ticket: LiveTicket | undefined;
  filters: readonly SavedFilter[];
  choose: (filter: SavedFilter) => void;
  open: (ticketId: string) => void;
};

/** The palette about the chosen ticket, where one is open. */
export function DeskPalette({ ticket, ...rest }: Props) {
  const may = useCan();
  const { give } = useGiveCommand(ticket ?? { id: '', version: 0 });
  const mayRoute = ticket !== undefined && isPossible(ticket.status, 'route') && may('ticket.route', ticket);
  return (
    <Palette {...rest} route={mayRoute ? (departmentCode) => void give('route', { departmentCode }) : null} />
  );
}
