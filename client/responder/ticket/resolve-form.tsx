import { useState } from 'react';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useWords } from '../../ui/use-words.ts';
import type { Deed } from '../outbox/outbox-provider.tsx';
import { CameraButton, TakenPhotos } from '../photo/photo-field.tsx';
import { SheetForm, WordsField } from './sheet-form.tsx';
import { useDeed } from './use-deed.ts';

const MOST_PHOTOS = 4;

/** Note and photos of the work done. The photos go first: a ticket is not resolved with its proof lost. */
export function ResolveForm({ ticket, close }: { ticket: LiveTicket; close: () => void }) {
  const { t } = useWords();
  const { does, ...state } = useDeed(ticket);
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<Blob[]>([]);
  const submit = () => {
    const taken = photos.map((picture): Deed => ({ kind: 'photo', photo: 'after', picture }));
    const words = note.trim() === '' ? {} : { note: note.trim() };
    return does([...taken, { kind: 'command', command: 'resolve', ...words }]);
  };
  return (
    <SheetForm
      title={t('responder.resolve-title')}
      submitText={t('command.resolve')}
      submit={submit}
      close={close}
      {...state}
    >
      <TakenPhotos photos={photos} remove={(photo) => setPhotos(photos.filter((other) => other !== photo))} />
      {photos.length < MOST_PHOTOS && (
        <CameraButton take={(photo) => setPhotos((taken) => [...taken, photo])}>
          {t('responder.add-photo')}
        </CameraButton>
      )}
      <WordsField label={t('responder.note')} value={note} change={setNote} />
    </SheetForm>
  );
}
