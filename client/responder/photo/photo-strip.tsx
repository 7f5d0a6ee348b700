import { useState } from 'react';
import { useWords } from '../../ui/use-words.ts';
import '../../ticket/ticket-parts.css';
import { Sheet } from '../frame/sheet.tsx';

export type Picture = { id: string; url: string; thumbnailUrl: string; label: string };

/** Pictures beside each other; each opens in full. */
export function PhotoStrip({ pictures }: { pictures: readonly Picture[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState<Picture | null>(null);
  if (pictures.length === 0) return null;
  return (
    <div className="part-photos">
      {pictures.map((picture) => (
        <button
          key={picture.id}
          type="button"
          aria-label={t('detail.photo-open', { kind: picture.label })}
          onClick={() => setOpen(picture)}
        >
          <img src={picture.thumbnailUrl} alt="" loading="lazy" />
        </button>
      ))}
      {open && (
        <Sheet title={open.label} close={() => setOpen(null)}>
          <img className="phone-photo-full" src={open.url} alt={open.label} />
          <button type="button" className="phone-button" onClick={() => setOpen(null)}>
            {t('action.close')}
          </button>
        </Sheet>
      )}
    </div>
  );
}
