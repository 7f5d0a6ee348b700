import { useCan } from '../session/session.ts';
import { useWords } from '../ui/use-words.ts';
import { ChannelTable } from './channel-table.tsx';
import { FailedReports } from './failed-reports.tsx';
import { FiguresCheck } from './figures-check.tsx';

/** What works, what does not, and what can be done about it. */
export function HealthPage() {
  const { t } = useWords();
  const may = useCan();
  return (
    <>
      <h1>{t('admin.title')}</h1>
      <ChannelTable />
      <FailedReports />
      <FiguresCheck />
      {may('queues.manage') && (
        <p>
          <a href="/admin/queues">{t('admin.queues')}</a>
        </p>
      )}
    </>
  );
}
