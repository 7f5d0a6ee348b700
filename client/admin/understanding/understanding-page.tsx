import type { LearningAnswer } from '../../../shared/wire/learning.ts';
import { useLearning } from '../../api/learning.ts';
import { QueryState } from '../../api/query-state.tsx';
import { Empty } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import { DepartmentTable } from './department-table.tsx';
import { Learning } from './learning.tsx';
import { VersionTable } from './version-table.tsx';
import { Weeks } from './weeks.tsx';
import { WordTable } from './word-table.tsx';
import './understanding.css';

/** How well reports are understood, and what the city learns of its own tickets. */
export function UnderstandingPage() {
  const { t } = useWords();
  const learning = useLearning();
  return (
    <>
      <h1>{t('learning.title')}</h1>
      <p className="admin-lead">{t('learning.lead')}</p>
      <QueryState query={learning}>
        {(answer) => (
          <>
            <Learning answer={answer} />
            <Accuracy answer={answer} />
          </>
        )}
      </QueryState>
    </>
  );
}

function Accuracy({ answer }: { answer: LearningAnswer }) {
  const { t } = useWords();
  const { weeks, departments, words } = answer;
  if (departments.length === 0)
    return (
      <>
        <Empty title={t('learning.nothing')} why={t('learning.nothing-why')} />
        <VersionTable answer={answer} />
      </>
    );
  return (
    <>
      <Weeks weeks={weeks} />
      <VersionTable answer={answer} />
      <div className="understanding-pair">
        <DepartmentTable departments={departments} />
        <WordTable words={words} />
      </div>
    </>
  );
}
