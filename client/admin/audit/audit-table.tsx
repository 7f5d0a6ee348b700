import { Link } from 'react-router';
import type { AuditEntry } from '../../../shared/wire/audit.ts';
import { useCityWords } from '../../session/city-words.ts';
import { hasWords } from '../../ui/i18n.ts';
import { useWords, type Words } from '../../ui/use-words.ts';

/** Newest first: when, who, what, on what, from where. */
export function AuditTable({
  entries,
  only,
}: {
  entries: readonly AuditEntry[];
  only: (actor: { id: string; name: string }) => void;
}) {
  const { t } = useWords();
  const { times } = useCityWords();
  return (
    <table className="admin-table admin-cards">
      <thead>
        <tr>
          <th scope="col">{t('admin.audit.when')}</th>
          <th scope="col">{t('admin.audit.who')}</th>
          <th scope="col">{t('admin.audit.what')}</th>
          <th scope="col">{t('admin.audit.subject')}</th>
          <th scope="col">{t('admin.audit.address')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id: entryId, at, actor, kind, subject, ticketId, details, address }) => (
          <tr key={entryId}>
            <td data-label={t('admin.audit.when')} className="admin-state">
              {times.moment(Date.parse(at))}
            </td>
            <td data-label={t('admin.audit.who')}>
              <Who actor={actor} only={only} />
            </td>
            <td data-label={t('admin.audit.what')}>{kindText(kind, t)}</td>
            <td data-label={t('admin.audit.subject')}>
              {ticketId ? <Link to={`/desk/${ticketId}`}>{subject}</Link> : subject}
              <Details details={details} />
            </td>
            <td data-label={t('admin.audit.address')}>{address ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Who({
  actor,
  only,
}: {
  actor: AuditEntry['actor'];
  only: (actor: { id: string; name: string }) => void;
}) {
  const { t } = useWords();
  const { id: actorId, name, kind } = actor;
  if (actorId === null) return name || t(kind === 'nobody' ? 'admin.audit.nobody' : 'admin.audit.command');
  return (
    <button type="button" className="admin-link" onClick={() => only({ id: actorId, name })}>
      {name}
    </button>
  );
}

/** An act's name; one that this version has no word for is shown as the log has it. */
function kindText(kind: string, t: Words['t']): string {
  const key = `audit.${kind}`;
  return hasWords(key) ? t(key) : kind;
}

/** What else is known: `role: operator → supervisor`. */
function Details({ details }: { details: Record<string, unknown> }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const entries = Object.entries(details);
  const name = (key: string) => {
    const label = `audit.detail.${key}`;
    return hasWords(label) ? t(label) : key;
  };
  const shown = (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
      ? times.moment(Date.parse(value))
      : tell(value);
  if (entries.length === 0) return null;
  return (
    <span className="admin-details">
      {entries.map(([key, value]) => `${name(key)}: ${shown(value)}`).join(' · ')}
    </span>
  );
}

function tell(value: unknown): string {
  if (value !== null && typeof value === 'object' && 'from' in value && 'to' in value)
    return `${tell(value.from)} → ${tell(value.to)}`;
  if (value === null || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
