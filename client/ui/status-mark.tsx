import type { Status } from '../../shared/ticket/ticket.ts';
import { STATUS_SHAPES } from './status.ts';
import { useWords } from './use-words.ts';
import './status-mark.css';

/** The shape of a status, as large as the text beside it; the word stands beside it. */
export function StatusMark({ status }: { status: Status }) {
  const { line, fill, dashed } = STATUS_SHAPES[status];
  return (
    <svg className="status-mark" viewBox="0 0 20 20" width="1em" height="1em" aria-hidden>
      {line && (
        <path
          d={line}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeDasharray={dashed ? '3.1 2.4' : undefined}
        />
      )}
      {fill && <path d={fill} fill="currentColor" fillRule="evenodd" />}
    </svg>
  );
}

/** What has become of a ticket: a shape and a word. */
export function StatusWord({ status }: { status: Status }) {
  const { t } = useWords();
  return (
    <span className="status-word">
      <StatusMark status={status} />
      {t(`status.${status}`)}
    </span>
  );
}
