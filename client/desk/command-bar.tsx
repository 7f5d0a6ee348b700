import type { Status } from '../../shared/ticket/ticket.ts';
import { COMMANDS, type Command, isPossible } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { useCan } from '../session/session.ts';
import type { useGiveCommand } from '../ticket/use-give-command.ts';
import { useWords } from '../ui/use-words.ts';
import { DESK_ACTIONS } from './actions.ts';
import { KeyButton } from './key-button.tsx';
import { useActions } from './use-actions.tsx';

export type Give = ReturnType<typeof useGiveCommand>['give'];

/** Commands that say all there is to say; the others ask first. */
const AT_ONCE = ['acknowledge', 'start', 'close'] as const satisfies Command[];
type AtOnce = (typeof AT_ONCE)[number];

/** What usually comes next, by status. */
const NEXT: Partial<Record<Status, Command>> = {
  new: 'verify',
  verified: 'route',
  returned: 'route',
  routed: 'acknowledge',
  acknowledged: 'start',
  in_progress: 'resolve',
  resolved: 'close',
};

type Props = {
  ticket: TicketDetail;
  busy: boolean;
  form: Command | null;
  setForm: (command: Command | null) => void;
  give: Give;
};

/** What can be done now by whoever looks; what the server would refuse is not shown. */
export function CommandBar({ ticket, busy, form, setForm, give }: Props) {
  const { t } = useWords();
  const may = useCan();
  const possible = COMMANDS.filter(
    (command) =>
      isPossible(ticket.status, command) &&
      may(`ticket.${command}`, ticket) &&
      (command !== 'split' || hasParts(ticket)),
  );
  const run = (command: Command) => {
    if (busy) return;
    if (isAtOnce(command)) {
      setForm(null);
      void give(command, {});
    } else setForm(form === command ? null : command);
  };
  useActions(Object.fromEntries(possible.map((command) => [command, () => run(command)])), 1);
  const next = NEXT[ticket.status];
  return (
    <div className="desk-commands">
      {possible.map((command) => (
        <KeyButton
          key={command}
          action={command}
          variant={command === next ? 'filled' : 'default'}
          expanded={isAtOnce(command) ? undefined : form === command}
          busy={busy}
          press={() => run(command)}
        >
          {t(DESK_ACTIONS[command].text)}
        </KeyButton>
      ))}
    </div>
  );
}

/** Of one report nothing can be taken out. */
function hasParts({ reportCount, parts }: TicketDetail): boolean {
  return reportCount > 1 || parts.length > 0;
}

function isAtOnce(command: Command): command is AtOnce {
  return AT_ONCE.some((known) => known === command);
}
