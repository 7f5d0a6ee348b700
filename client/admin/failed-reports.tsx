import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FailedReport } from '../../shared/wire/api.ts';
import { problemKey } from '../api/problem-text.ts';
import { QueryState } from '../api/query-state.tsx';
import { useFailedReports, useRetryReport } from '../api/system.ts';
import { useCityWords } from '../session/city-words.ts';
import { useCan } from '../session/session.ts';
import { useWords } from '../ui/use-words.ts';

/** Reports that lie there with their reason until somebody tries them again. */
export function FailedReports() {
  const { t } = useWords();
  const failed = useFailedReports();
  return (
    <section aria-labelledby="failed">
      <h2 id="failed">{t('admin.failed')}</h2>
      <QueryState query={failed}>
        {(reports) =>
          reports.length === 0 ? (
            <p className="admin-none">{t('admin.failed-none')}</p>
          ) : (
            <>
              <p>{t('admin.failed-why')}</p>
              <FailedTable reports={reports} />
            </>
          )
        }
      </QueryState>
    </section>
  );
}

function FailedTable({ reports }: { reports: readonly FailedReport[] }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const may = useCan();
  const again = useRetryReport();
  const retry = (id: string) =>
    again.mutate(id, {
      onSuccess: () => notifications.show({ message: t('admin.failed-retried') }),
      onError: (error) => notifications.show({ message: t(problemKey(error)) }),
    });
  return (
    <table className="admin-table">
      <thead>
        <tr>
          <th scope="col">{t('admin.failed-received')}</th>
          <th scope="col">{t('admin.channel')}</th>
          <th scope="col">{t('admin.failed-reason')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {reports.map(({ id, channel, receivedAt, failure }) => (
          <tr key={id}>
            <td>{times.moment(Date.parse(receivedAt))}</td>
            <td>{t(`channel.${channel}`)}</td>
            <td className="admin-reason">{failure}</td>
            <td>
              {may('queues.manage') && (
                <Button size="xs" variant="default" loading={again.isPending} onClick={() => retry(id)}>
                  {t('admin.failed-retry')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
