import type { PhotoLink, TicketDetail } from '../../shared/wire/api.ts';
import { useWords } from '../ui/use-words.ts';
import { Photos } from './photos.tsx';
import './conversation.css';

/** How it was and how it is, side by side. Where nobody took one before, the reporters' pictures show it. */
export function BeforeAfter({ ticket }: { ticket: TicketDetail }) {
  const { t } = useWords();
  const { before, after } = sidesOf(ticket);
  if (after.length === 0 && !ticket.photos.some(({ kind }) => kind === 'before')) return null;
  return (
    <section className="part" aria-label={t('detail.photos')}>
      <h3>{t('detail.photos')}</h3>
      <div className="compare">
        <Side title={t('detail.before')} photos={before} />
        <Side title={t('detail.after')} photos={after} />
      </div>
    </section>
  );
}

/** The pictures of each side. */
export function sidesOf({ photos, reports }: Pick<TicketDetail, 'photos' | 'reports'>) {
  const before = photos.filter(({ kind }) => kind === 'before');
  return {
    before: before.length > 0 ? before : reports.flatMap((report) => report.photos),
    after: photos.filter(({ kind }) => kind === 'after'),
  };
}

function Side({ title, photos }: { title: string; photos: readonly PhotoLink[] }) {
  const { t } = useWords();
  return (
    <div>
      <h4>{title}</h4>
      {photos.length === 0 ? <p className="part-none">{t('detail.no-photo')}</p> : <Photos photos={photos} />}
    </div>
  );
}
