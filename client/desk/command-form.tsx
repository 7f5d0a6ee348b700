import { Button, Group } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LatLng } from '../../shared/report/report.ts';
import { type Command, needsReason } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { useLive } from '../live/use-board.ts';
import { useWords } from '../ui/use-words.ts';
import type { Give } from './command-bar.tsx';
import { type Fields, fieldsFrom, findByNumber, giveWith } from './command-body.ts';
import { CommandFields } from './command-fields.tsx';

type Props = {
  command: Command;
  ticket: TicketDetail;
  picked: LatLng | null;
  busy: boolean;
  give: Give;
  close: () => void;
};

/** Asks for what a command needs, with what is likely already filled in, and gives it. */
export function CommandForm({ command, ticket, picked, busy, give, close }: Props) {
  const { t } = useWords();
  const { board } = useLive();
  const [fields, setFields] = useState<Fields>(() => fieldsFrom(ticket));
  const [error, setError] = useState<string | null>(null);
  const form = useFirstFieldFocused();
  const set = (change: Partial<Fields>) => {
    setFields((known) => ({ ...known, ...change }));
    setError(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reason = fields.reason.trim();
    const note = fields.note.trim();
    if (needsReason(command) && reason === '') return setError(t('command.reason-needed'));
    if (command === 'note' && note === '') return setError(t('command.note-needed'));
    const into =
      command === 'merge' ? findByNumber(board.getSnapshot().tickets, fields.into, ticket.id) : null;
    if (command === 'merge' && into === null) return setError(t('command.into-unknown'));
    if (await giveWith(give, command, { ...fields, reason, note, into: into ?? '' }, picked)) close();
  };
  return (
    <form
      ref={form}
      className="desk-form"
      onSubmit={(event) => void submit(event)}
      aria-label={t(`command.${command}`)}
    >
      <CommandFields command={command} ticket={ticket} fields={fields} set={set} error={error} />
      {command === 'verify' && (
        <p className="desk-hint">{t(picked ? 'entry.point' : 'command.place-hint')}</p>
      )}
      <Group gap="xs">
        <Button type="submit" size="xs" loading={busy}>
          {t(`command.${command}`)}
        </Button>
        <Button type="button" size="xs" variant="default" onClick={close}>
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
