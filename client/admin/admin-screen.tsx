import './zod-without-eval.ts';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { type Action, can } from '../../shared/access/policy.ts';
import type { AskedKey } from '../../shared/text/id.ts';
import { Gate } from '../session/gate.tsx';
import { ScreenHeader } from '../session/screen-header.tsx';
import { useCan, useSession } from '../session/session.ts';
import { Office } from '../ui/office.tsx';
import { Forbidden } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { AuditPage } from './audit/audit-page.tsx';
import { CityPage } from './city/city-page.tsx';
import { HealthPage } from './health-page.tsx';
import { PeoplePage } from './people/people-page.tsx';
import { TokensPage } from './tokens-page.tsx';
import { UnderstandingPage } from './understanding/understanding-page.tsx';
import './admin.css';

/** Health and administration: an area of its own, each page for those who may. */
export function AdminScreen() {
  return (
    <Office screen="admin" initial="light">
      <Gate admits={(me) => can(me, 'health.read')}>
        <ScreenHeader />
        <Areas />
      </Gate>
    </Office>
  );
}

type Area = { path: string; text: AskedKey; needs: Action; page: () => React.ReactNode };

const AREAS: Area[] = [
  { path: 'health', text: 'admin.nav.health', needs: 'health.read', page: () => <HealthPage /> },
  { path: 'people', text: 'admin.nav.people', needs: 'users.manage', page: () => <PeoplePage /> },
  { path: 'tokens', text: 'admin.nav.tokens', needs: 'tokens.manage', page: () => <TokensPage /> },
  { path: 'city', text: 'admin.nav.city', needs: 'settings.read', page: () => <CityPage /> },
  {
    path: 'understanding',
    text: 'admin.nav.understanding',
    needs: 'learning.read',
    page: () => <UnderstandingPage />,
  },
  { path: 'audit', text: 'admin.nav.audit', needs: 'audit.read', page: () => <AuditPage /> },
];

function Areas() {
  const { t } = useWords();
  const may = useCan();
  return (
    <div className="admin-frame">
      <nav className="admin-nav" aria-label={t('admin.title')}>
        {AREAS.filter(({ needs }) => may(needs)).map(({ path, text }) => (
          <NavLink key={path} to={`/admin/${path}`}>
            {t(text)}
          </NavLink>
        ))}
      </nav>
      <main id="content" className="admin">
        <Routes>
          <Route index element={<Navigate to="health" replace />} />
          {AREAS.map(({ path, needs, page }) => (
            <Route key={path} path={`${path}/*`} element={may(needs) ? page() : <NotYours />} />
          ))}
          <Route path="*" element={<Navigate to="/admin/health" replace />} />
        </Routes>
      </main>
    </div>
  );
}

function NotYours() {
  const { t } = useWords();
  const { name, role } = useSession();
  return <Forbidden name={name} role={t(`role.${role}`)} />;
}
