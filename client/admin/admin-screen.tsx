import { can } from '../../shared/access/policy.ts';
import { Gate } from '../session/gate.tsx';
import { ScreenHeader } from '../session/screen-header.tsx';
import { useCan } from '../session/session.ts';
import { Office } from '../ui/office.tsx';
import { useWords } from '../ui/use-words.ts';
import { ChannelTable } from './channel-table.tsx';
import { FailedReports } from './failed-reports.tsx';
import { TokenTable } from './token-table.tsx';
import './admin.css';

/** What works, what does not, and what can be done about it. */
export function AdminScreen() {
  return (
    <Office screen="admin" initial="light">
      <Gate admits={(me) => can(me, 'health.read')}>
        <ScreenHeader />
        <Admin />
      </Gate>
    </Office>
  );
}

function Admin() {
  const { t } = useWords();
  const may = useCan();
  return (
    <main id="content" className="admin">
      <h1>{t('admin.title')}</h1>
      <ChannelTable />
      <FailedReports />
      {may('queues.manage') && (
        <p>
          <a href="/admin/queues">{t('admin.queues')}</a>
        </p>
      )}
      {may('tokens.manage') && <TokenTable />}
    </main>
  );
}
