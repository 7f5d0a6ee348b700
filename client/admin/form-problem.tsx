import { problemKey } from '../api/problem-text.ts';
import { RequestFailed } from '../api/request.ts';
import { useWords } from '../ui/use-words.ts';

/** Why a form was not taken, where no single field says so. */
export function FormProblem({ error, said = [] }: { error: unknown; said?: readonly string[] }) {
  const { t } = useWords();
  if (!error) return null;
  const isOutdated = error instanceof RequestFailed && error.failure === 'outdated';
  const other = (error instanceof RequestFailed ? (error.problem?.errors ?? []) : []).filter(
    ({ field }) => !said.includes(field),
  );
  const detail =
    error instanceof RequestFailed && error.failure === 'forbidden' ? error.problem?.detail : undefined;
  return (
    <div role="alert" className="admin-problem">
      <p>{t(isOutdated ? 'admin.outdated' : problemKey(error))}</p>
      {detail !== undefined && !/^[\w.-]+$/.test(detail) && <p>{detail}</p>}
      {other.map(({ field, message }) => (
        <p key={`${field} ${message}`}>
          {field !== '' && <code>{field}</code>} {message}
        </p>
      ))}
    </div>
  );
}
