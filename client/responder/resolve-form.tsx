import { Button, FileButton, Textarea } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { problemKey } from '../api/problem-text.ts';
import { useAddPhoto } from '../api/tickets.ts';
import type { useGiveCommand } from '../ticket/use-give-command.ts';
import { useWords } from '../ui/use-words.ts';

const TAKEN = 'image/jpeg,image/png,image/webp';

type Props = {
  ticket: TicketDetail;
  give: ReturnType<typeof useGiveCommand>['give'];
  busy: boolean;
  close: () => void;
};

/** Note and photo of the work done. The photo goes first: a ticket is not resolved with its proof lost. */
export function ResolveForm({ ticket, give, busy, close }: Props) {
  const { t } = useWords();
  const addPhoto = useAddPhoto(ticket.id);
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<File | null>(null);
  /** The ticket with the photo, or null; the form says why. */
  const send = (file: File) =>
    addPhoto.mutateAsync({ photo: file, kind: 'after' }).catch((): LiveTicket | null => null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = photo === null ? null : (addPhoto.data ?? (await send(photo)));
    if (photo !== null && sent === null) return;
    const body = note.trim() === '' ? {} : { note: note.trim() };
    if (await give('resolve', body, versionAfter(ticket, sent))) close();
  };
  return (
    <form
      className="responder-form"
      onSubmit={(event) => void submit(event)}
      aria-label={t('responder.resolve-title')}
    >
      <h2>{t('responder.resolve-title')}</h2>
      <Textarea
        size="md"
        autosize
        minRows={3}
        label={t('responder.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <PhotoChoice
        photo={photo}
        choose={(file) => {
          addPhoto.reset();
          setPhoto(file);
        }}
      />
      {addPhoto.isError && (
        <p role="alert">
          {t('responder.photo-failed')} {t(problemKey(addPhoto.error))}
        </p>
      )}
      <Button type="submit" size="lg" loading={busy || addPhoto.isPending}>
        {t('command.resolve')}
      </Button>
      <Button type="button" size="lg" variant="default" onClick={close}>
        {t('action.cancel')}
      </Button>
    </form>
  );
}

/** Our own photo has raised the version; what others changed meanwhile must still be noticed. */
function versionAfter(ticket: LiveTicket, sent: LiveTicket | null): number {
  const same = sent?.status === ticket.status && sent.departmentCode === ticket.departmentCode;
  return same ? Math.max(sent.version, ticket.version) : ticket.version;
}

function PhotoChoice({ photo, choose }: { photo: File | null; choose: (photo: File | null) => void }) {
  const { t } = useWords();
  if (photo !== null)
    return (
      <p className="responder-photo">
        <span>{t('responder.photo-chosen', { name: photo.name })}</span>
        <Button
          type="button"
          variant="default"
          aria-label={t('responder.remove-photo')}
          onClick={() => choose(null)}
        >
          <IconX size={18} aria-hidden />
        </Button>
      </p>
    );
  return (
    <FileButton accept={TAKEN} onChange={choose} inputProps={{ capture: 'environment' }}>
      {(props) => (
        <Button
          {...props}
          type="button"
          size="lg"
          variant="default"
          leftSection={<IconCamera size={20} aria-hidden />}
        >
          {t('responder.add-photo')}
        </Button>
      )}
    </FileButton>
  );
}
