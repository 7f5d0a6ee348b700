import { Navigate, NavLink, Route, Routes } from 'react-router';
import { QueryState } from '../../api/query-state.tsx';
import { useSettings } from '../../api/settings.ts';
import { useWords } from '../../ui/use-words.ts';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { TABS } from './tabs.ts';

/** How the city is set up, kind by kind. */
export function CityPage() {
  const { t } = useWords();
  const settings = useSettings();
  return (
    <>
      <h1>{t('admin.city')}</h1>
      <nav className="admin-tabs" aria-label={t('admin.city')}>
        {TABS.map(({ path, text }) => (
          <NavLink key={path} to={`/admin/city/${path}`}>
            {t(text)}
          </NavLink>
        ))}
      </nav>
      <QueryState query={settings}>
        {({ settings: all }) => (
          <Routes>
            <Route index element={<Navigate to="departments" replace />} />
            {TABS.map((tab) => {
              const own = all.filter(({ kind }) => kind === tab.kind);
              return (
                <Route key={tab.path} path={tab.path}>
                  <Route index element={<PartList tab={tab} parts={own} />} />
                  <Route path=":key" element={<PartPage tab={tab} parts={own} />} />
                </Route>
              );
            })}
            <Route path="*" element={<Navigate to="/admin/city/departments" replace />} />
          </Routes>
        )}
      </QueryState>
    </>
  );
}
