import { useEffect, useState } from 'react';
import type { PhotoLink } from '../../../shared/wire/api.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useWords } from '../../ui/use-words.ts';
import { isOpen } from '../outbox/outbox.ts';
import type { PhotoKind } from '../outbox/outbox-item.ts';
import { useOutbox } from '../outbox/outbox-provider.tsx';
import { readPhoto } from '../outbox/phone-store.ts';
import { PhotoStrip, type Picture } from './photo-strip.tsx';

/** Before and after side by side: what the server has, and what waits on this phone. */
export function WorkPhotos({ ticket, photos }: { ticket: LiveTicket; photos: readonly PhotoLink[] }) {
  const { t } = useWords();
  const waiting = useWaitingPhotos(ticket.id);
  if (photos.length + waiting.length === 0) return null;
  const ofKind = (kind: PhotoKind): Picture[] => [
    ...photos
      .filter((photo) => photo.kind === kind)
      .map(({ id, url, thumbnailUrl }) => ({ id, url, thumbnailUrl, label: t(`detail.photo.${kind}`) })),
    ...waiting
      .filter((photo) => photo.kind === kind)
      .map(({ id, url }) => ({
        id,
        url,
        thumbnailUrl: url,
        label: t('responder.photo-pending', { kind: t(`responder.photo-kind.${kind}`) }),
      })),
  ];
  return (
    <section className="part phone-pair" aria-label={t('detail.photos')}>
      {(['before', 'after'] as const).map((kind) => {
        const pictures = ofKind(kind);
        return (
          <figure key={kind}>
            <figcaption>{t(`responder.${kind}`)}</figcaption>
            {pictures.length === 0 ? (
              <p className="phone-pair-none">{t('responder.photo-missing')}</p>
            ) : (
              <PhotoStrip pictures={pictures} />
            )}
          </figure>
        );
      })}
    </section>
  );
}

type Waiting = { id: string; kind: PhotoKind; url: string };

/** Pictures that the server does not have yet, from the phone's own store. */
function useWaitingPhotos(ticketId: string): readonly Waiting[] {
  const { items } = useOutbox();
  const wanted = items.filter(
    (item) => item.ticketId === ticketId && isOpen(item) && item.work.kind === 'photo',
  );
  const key = wanted.map(({ id }) => id).join();
  const [shown, setShown] = useState<readonly Waiting[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says which pictures there are
  useEffect(() => {
    let isCurrent = true;
    const made: Waiting[] = [];
    void (async () => {
      for (const { id, work } of wanted) {
        const photo = await readPhoto(id).catch(() => null);
        if (photo && work.kind === 'photo' && isCurrent)
          made.push({ id, kind: work.photo, url: URL.createObjectURL(photo) });
      }
      if (isCurrent) setShown(made);
    })();
    return () => {
      isCurrent = false;
      for (const { url } of made) URL.revokeObjectURL(url);
    };
  }, [key]);
  return shown.filter(({ id }) => wanted.some((item) => item.id === id));
}
