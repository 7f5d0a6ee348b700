import { Button } from '@mantine/core';
import { useState } from 'react';
import { auditSearch, useAudit } from '../../api/audit.ts';
import { RequestFailed } from '../../api/request.ts';
import { useCity } from '../../session/city-words.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import { type AuditDraft, AuditFilters, filtersOf, NO_FILTERS } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';

/** Who did what: one list of everything people do, searchable, to be taken away as CSV. */
export function AuditPage() {
  const { t } = useWords();
  const { timeZone } = useCity();
  const [draft, setDraft] = useState<AuditDraft>(NO_FILTERS);
  const filters = filtersOf(draft, timeZone);
  const audit = useAudit(filters);
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  const offline = audit.error instanceof RequestFailed && audit.error.failure === 'offline';
  return (
    <>
      <div className="admin-head">
        <h1>{t('admin.audit')}</h1>
        <Button variant="default" component="a" href={`/api/audit.csv?${auditSearch(filters)}`} download>
          {t('admin.audit.export')}
        </Button>
      </div>
      <p className="admin-lead">{t('admin.audit.why')}</p>
      <AuditFilters draft={draft} set={(change) => setDraft({ ...draft, ...change })} />
      {audit.isPending && <Loading />}
      {audit.isError && entries.length === 0 && (
        <Failed offline={offline} retry={() => void audit.refetch()} />
      )}
      {audit.isSuccess && entries.length === 0 && <Empty title={t('admin.audit.none')} />}
      {entries.length > 0 && <AuditTable entries={entries} only={(actor) => setDraft({ ...draft, actor })} />}
      {audit.hasNextPage && (
        <Button
          variant="default"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          {t('admin.audit.more')}
        </Button>
      )}
    </>
  );
}
