import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { PhotoLink } from '../../shared/wire/api.ts';
import { useWords } from '../ui/use-words.ts';
import './ticket-parts.css';

/** Pictures as thumbnails; each opens in full. */
export function Photos({ photos }: { photos: readonly PhotoLink[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState<PhotoLink | null>(null);
  if (photos.length === 0) return null;
  return (
    <div className="part-photos">
      {photos.map((photo) => {
        const kind = t(`detail.photo.${photo.kind}`);
        return (
          <button
            key={photo.id}
            type="button"
            aria-label={t('detail.photo-open', { kind })}
            onClick={() => setOpen(photo)}
          >
            <img src={photo.thumbnailUrl} alt={kind} loading="lazy" />
          </button>
        );
      })}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        size="auto"
        title={open && t(`detail.photo.${open.kind}`)}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {open && (
          <img
            className="part-photo-full"
            src={open.url}
            width={open.width}
            height={open.height}
            alt={t(`detail.photo.${open.kind}`)}
          />
        )}
      </Modal>
    </div>
  );
}
