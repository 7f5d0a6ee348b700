import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { SetAsideReport } from '../../shared/wire/api.ts';
import { problemKey } from '../api/problem-text.ts';
import { useRestoreReport, useSetAside } from '../api/system.ts';
import { useCityWords } from '../session/city-words.ts';
import { useCan } from '../session/session.ts';
import { tellSetAside } from '../ticket/because.ts';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { useNoiseText } from './use-noise-text.ts';
import { useProbability } from './use-probability.ts';

/** Reports that became no ticket, so that a person can say otherwise. */
export function SetAside({ open }: { open: (ticketId: string) => void }) {
  const { t } = useWords();
  const reports = useSetAside(true);
  if (reports.isPending) return <Loading />;
  if (reports.isError && !reports.data)
    return <Failed offline={false} retry={() => void reports.refetch()} />;
  if (reports.data.length === 0) return <Empty title={t('desk.set-aside.none')} />;
  return (
    <ol className="desk-asides">
      {reports.data.map((report) => (
        <Report key={report.id} report={report} open={open} />
      ))}
    </ol>
  );
}

function Report({ report, open }: { report: SetAsideReport; open: (ticketId: string) => void }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const may = useCan();
  const restore = useRestoreReport();
  const noise = useNoiseText();
  const told = useProbability();
  const makeTicket = () =>
    restore.mutate(report.id, {
      onSuccess: ({ id, number }) => {
        notifications.show({ message: t('desk.set-aside.restored', { number }) });
        open(id);
      },
      onError: (error) => notifications.show({ message: t(problemKey(error)) }),
    });
  return (
    <li className="desk-aside">
      <p>{report.text || t('detail.no-text')}</p>
      <p className="desk-row-meta">
        {[
          t(`channel.${report.channel}`),
          report.reporter?.phone ?? report.reporter?.name,
          times.moment(Date.parse(report.receivedAt)),
          report.reason && tellSetAside(report.reason, t),
          report.noise && noise(report.noise) && `${told(report.noise.score)}: ${noise(report.noise)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {may('ticket.create') && (
        <Button size="compact-xs" variant="default" loading={restore.isPending} onClick={makeTicket}>
          {t('desk.set-aside.restore')}
        </Button>
      )}
    </li>
  );
}
