import { IconCamera, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../ui/use-words.ts';
import { shrinkPhoto } from './shrink-photo.ts';

/** The camera's button: a label around the file field, so that it is one for fingers, keys and readers alike. */
export function CameraButton({
  take,
  children,
  className = 'phone-button',
}: {
  take: (photo: Blob) => void;
  children: ReactNode;
  className?: string;
}) {
  const { t } = useWords();
  const [state, setState] = useState<'ready' | 'busy' | 'unreadable'>('ready');
  const choose = (file: File) => {
    setState('busy');
    shrinkPhoto(file).then(
      (photo) => {
        setState('ready');
        take(photo);
      },
      () => setState('unreadable'),
    );
  };
  return (
    <>
      <label className={className} data-busy={state === 'busy'}>
        <IconCamera size={20} aria-hidden />
        {children}
        <input
          className="visually-hidden"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) choose(file);
          }}
        />
      </label>
      {state === 'unreadable' && <p role="alert">{t('responder.photo-unreadable')}</p>}
    </>
  );
}

/** Pictures taken for a form, each with a way to take it away again. */
export function TakenPhotos({ photos, remove }: { photos: readonly Blob[]; remove: (photo: Blob) => void }) {
  return (
    <div className="phone-taken">
      {photos.map((photo, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture has no name, and stays in its place
        <Taken key={at} photo={photo} remove={() => remove(photo)} />
      ))}
    </div>
  );
}

function Taken({ photo, remove }: { photo: Blob; remove: () => void }) {
  const { t } = useWords();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <span>
      {url && <img src={url} alt={t('responder.photo-new')} />}
      <button type="button" aria-label={t('responder.remove-photo')} onClick={remove}>
        <IconX size={18} aria-hidden />
      </button>
    </span>
  );
}
