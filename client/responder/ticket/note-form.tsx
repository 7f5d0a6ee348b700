import { useState } from 'react';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useWords } from '../../ui/use-words.ts';
import { SheetForm, useTried, WordsField } from './sheet-form.tsx';
import { useDeed } from './use-deed.ts';

/** A word to the control room and to colleagues. */
export function NoteForm({ ticket, close }: { ticket: LiveTicket; close: () => void }) {
  const { t } = useWords();
  const { does, ...state } = useDeed(ticket);
  const [note, setNote] = useState('');
  const [tried, noteTry] = useTried();
  const isEmpty = note.trim() === '';
  const submit = async () => {
    noteTry();
    return !isEmpty && (await does([{ kind: 'command', command: 'note', note: note.trim() }]));
  };
  return (
    <SheetForm
      title={t('responder.note-title')}
      submitText={t('command.note')}
      submit={submit}
      close={close}
      {...state}
    >
      <WordsField
        label={t('command.note-label')}
        value={note}
        change={setNote}
        fault={tried && isEmpty ? t('command.note-needed') : null}
      />
    </SheetForm>
  );
}
