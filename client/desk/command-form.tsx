import { Button, Group } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LatLng } from '../../shared/report/report.ts';
import { type Command, isPossible, needsReason } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { Present } from '../../shared/wire/presence.ts';
import type { DepartmentSuggestion } from '../../shared/wire/understanding.ts';
import { useLive } from '../live/use-board.ts';
import { useDraft } from '../session/use-draft.ts';
import { useWords } from '../ui/use-words.ts';
import { Alternatives } from './alternatives.tsx';
import type { Give } from './command-bar.tsx';
import { type Fields, fieldsFrom, findByNumber, giveWith } from './command-body.ts';
import { CommandFields } from './command-fields.tsx';
import { FormNotices } from './form-notices.tsx';

type Props = {
  command: Command;
  ticket: TicketDetail;
  picked: LatLng | null;
  busy: boolean;
  give: Give;
  /** Who else has the ticket open. */
  others: readonly Present[];
  suggestions: readonly DepartmentSuggestion[];
  close: () => void;
};

/** Where a command's form is kept while it is written, see `draftKey`. */
export function draftScope(ticketId: string, command: Command): string {
  return `ticket.${ticketId}.${command}`;
}

/** Asks for what a command needs, with what is likely already filled in, and gives it. */
export function CommandForm(props: Props) {
  const { command, ticket, picked, busy, give, others, suggestions, close } = props;
  const { t } = useWords();
  const { board } = useLive();
  const draft = useDraft<Fields & { since: number }>(draftScope(ticket.id, command), () => ({
    ...fieldsFrom(ticket),
    since: ticket.version,
  }));
  const { since, ...fields } = draft.value;
  const [error, setError] = useState<string | null>(null);
  const form = useFirstFieldFocused();
  const possible = isPossible(ticket.status, command);
  const set = (change: Partial<Fields>) => {
    draft.set(change);
    setError(null);
  };
  const end = () => {
    draft.drop();
    close();
  };
  const send = async (filled: Fields) => {
    if (await giveWith(give, command, filled, picked)) end();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!possible) return;
    const reason = fields.reason.trim();
    const note = fields.note.trim();
    if (needsReason(command) && reason === '') return setError(t('command.reason-needed'));
    if (command === 'note' && note === '') return setError(t('command.note-needed'));
    if (command === 'split' && fields.partId === '' && fields.reportIds.length === 0)
      return setError(t('split.nothing'));
    const into =
      command === 'merge' ? findByNumber(board.getSnapshot().tickets, fields.into, ticket.id) : null;
    if (command === 'merge' && into === null) return setError(t('command.into-unknown'));
    await send({ ...fields, reason, note, into: into ?? '' });
  };
  return (
    <form
      ref={form}
      className="desk-form"
      onSubmit={(event) => void submit(event)}
      aria-label={t(`command.${command}`)}
    >
      {/* While an own command is on its way its change may be here before its answer. */}
      <FormNotices
        others={others}
        changes={busy ? [] : ticket.history.filter(({ version }) => version > since)}
        possible={busy || possible}
      />
      {command === 'route' && possible && (
        <Alternatives
          suggestions={suggestions}
          choose={(departmentCode) => void send({ ...fields, departmentCode })}
        />
      )}
      <CommandFields command={command} ticket={ticket} fields={fields} set={set} error={error} />
      {command === 'verify' && (
        <p className="desk-hint">{t(picked ? 'entry.point' : 'command.place-hint')}</p>
      )}
      <Group gap="xs">
        <Button type="submit" size="xs" loading={busy} disabled={!possible}>
          {t(`command.${command}`)}
        </Button>
        <Button type="button" size="xs" variant="default" onClick={end}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** Opened by a key, the form is filled in without reaching for the mouse. */
function useFirstFieldFocused() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  return form;
}
