import type { DepartmentAccuracy } from '../../../shared/wire/learning.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';
import { useShare } from './use-share.ts';

/** Of what was suggested to each department: how much was right, and where the rest went. */
export function DepartmentTable({ departments }: { departments: readonly DepartmentAccuracy[] }) {
  const { t } = useWords();
  const { department } = useCityWords();
  const told = useShare();
  return (
    <section aria-labelledby="learning-departments">
      <h2 id="learning-departments">{t('learning.departments')}</h2>
      <table className="admin-table understanding-table">
        <thead>
          <tr>
            <th scope="col">{t('learning.department')}</th>
            <th scope="col">{t('learning.decided')}</th>
            <th scope="col">{t('learning.right')}</th>
            <th scope="col">{t('learning.corrected-to')}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map(({ departmentCode, decided, right, correctedTo }) => (
            <tr key={departmentCode}>
              <th scope="row">{department(departmentCode).shortName}</th>
              <td>{decided}</td>
              <td>{told(right / decided)}</td>
              <td>
                {correctedTo
                  .map((to) => `${department(to.departmentCode).shortName} ${to.count}`)
                  .join(', ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
