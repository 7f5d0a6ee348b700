import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, Route, Routes } from 'react-router';
import type { UserView } from '../../../shared/wire/access.ts';
import { usePeople } from '../../api/people.ts';
import { QueryState } from '../../api/query-state.tsx';
import { useCityWords } from '../../session/city-words.ts';
import { Empty } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import { NewPerson } from './new-person.tsx';
import { PersonPage } from './person-page.tsx';

/** Who can sign in. */
export function PeoplePage() {
  return (
    <Routes>
      <Route index element={<People />} />
      <Route path="new" element={<NewPerson />} />
      <Route path=":id" element={<PersonPage />} />
    </Routes>
  );
}

function People() {
  const { t } = useWords();
  const people = usePeople();
  const [wanted, setWanted] = useState('');
  return (
    <>
      <div className="admin-head">
        <h1>{t('admin.people')}</h1>
        <Button component={Link} to="/admin/people/new">
          {t('admin.people.new')}
        </Button>
      </div>
      <TextInput
        className="admin-search"
        type="search"
        label={t('admin.people.search')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <QueryState query={people}>{(list) => <PeopleTable people={search(list, wanted)} />}</QueryState>
    </>
  );
}

function search(people: readonly UserView[], wanted: string): UserView[] {
  const words = wanted.toLowerCase().split(/\s+/);
  return people.filter(({ name, email, departmentCode, role }) => {
    const all = `${name} ${email} ${departmentCode ?? ''} ${role}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

function PeopleTable({ people }: { people: readonly UserView[] }) {
  const { t } = useWords();
  const { department } = useCityWords();
  if (people.length === 0) return <Empty title={t('admin.people.none')} />;
  return (
    <table className="admin-table admin-cards">
      <thead>
        <tr>
          <th scope="col">{t('admin.person.name')}</th>
          <th scope="col">{t('admin.person.email')}</th>
          <th scope="col">{t('admin.person.role')}</th>
          <th scope="col">{t('admin.person.department')}</th>
          <th scope="col">{t('admin.state')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, role, departmentCode, disabledAt }) => (
          <tr key={id} data-closed={disabledAt !== null || undefined}>
            <th scope="row">
              <Link to={`/admin/people/${id}`}>{name}</Link>
            </th>
            <td data-label={t('admin.person.email')}>{email}</td>
            <td data-label={t('admin.person.role')}>{t(`role.${role}`)}</td>
            <td data-label={t('admin.person.department')}>
              {departmentCode ? department(departmentCode).shortName : '–'}
            </td>
            <td data-label={t('admin.state')}>
              {t(disabledAt === null ? 'admin.person.open' : 'admin.person.closed')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
