import { Button, Checkbox, Kbd, Select, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { MOST_LETTERS, MOST_LETTERS_WITH_ASK } from '../../shared/reply/reach.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { useQuickTexts } from '../api/replies.ts';
import { useDraft } from '../session/use-draft.ts';
import { useWords } from '../ui/use-words.ts';
import { DESK_ACTIONS } from './actions.ts';
import { ReplyRecipients } from './reply-recipients.tsx';
import { useActions } from './use-actions.tsx';
import type { Replying } from './use-replying.ts';
import './reply-box.css';

type Props = { ticket: TicketDetail; replying: Replying };

/** What is being written: `left`: whom it is not for, by their latest reports. */
type Draft = { text: string; ask: boolean; left: string[] };

/** Where an answer to the ticket's reporters is written, and who they are. */
export function ReplyBox({ ticket, replying }: Props) {
  const { t } = useWords();
  const [sent, setSent] = useState(0);
  if (ticket.status === 'merged' || replying.loading) return null;
  const { recipients, reachable, failed } = replying;
  if (!failed && recipients.length === 0) return null;
  return (
    <section aria-labelledby="reply" className="part desk-reply">
      <h3 id="reply">{t('reply.title')}</h3>
      {failed && <p className="part-remark">{t('reply.failed-load')}</p>}
      {reachable.length > 0 ? (
        <ReplyForm key={sent} ticket={ticket} replying={replying} done={() => setSent(sent + 1)} />
      ) : (
        !failed && (
          <>
            <ReplyRecipients recipients={recipients} />
            <p className="part-remark">{t('reply.nobody')}</p>
          </>
        )
      )}
    </section>
  );
}

function ReplyForm({ ticket, replying, done }: Props & { done: () => void }) {
  const { t } = useWords();
  const { recipients, reachable, say, busy } = replying;
  const draft = useDraft<Draft>(`reply.${ticket.id}`, () => ({ text: '', ask: false, left: [] }));
  const { text, ask, left } = draft.value;
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useActions({ reply: () => field.current?.focus() }, 1);
  const set = (change: Partial<Draft>) => {
    draft.set(change);
    setError(null);
  };
  const chosen = reachable.filter(({ reportId }) => !left.includes(reportId));

  const send = async () => {
    const words = text.trim();
    const most = ask ? MOST_LETTERS_WITH_ASK : MOST_LETTERS;
    if (words === '' && !ask) return setError(t('reply.empty'));
    if (words.length > most) return setError(t('reply.too-long', { count: String(most) }));
    if (chosen.length === 0) return setError(t('reply.nobody-chosen'));
    const said = { ...(words !== '' && { text: words }), ...(ask && { ask: 'location' as const }) };
    // Everybody: then who cannot be answered is named, too.
    const to = left.length === 0 ? {} : { reportIds: chosen.flatMap(({ reportIds }) => reportIds) };
    if (await say({ ...said, ...to })) {
      draft.drop();
      done();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };
  return (
    <form onSubmit={submit} aria-labelledby="reply">
      <ReplyRecipients
        recipients={recipients}
        left={left}
        toggle={(reportId) =>
          set({ left: left.includes(reportId) ? left.filter((id) => id !== reportId) : [...left, reportId] })
        }
      />
      <Textarea
        ref={field}
        size="sm"
        autosize
        minRows={2}
        maxRows={10}
        label={t('reply.text')}
        value={text}
        error={error}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => sendByKey(event, submit)}
      />
      <QuickTexts ticket={ticket} take={(body) => set({ text: text === '' ? body : `${text}\n${body}` })} />
      <div className="desk-reply-end">
        <Checkbox
          size="sm"
          label={t('reply.ask')}
          checked={ask}
          onChange={(event) => set({ ask: event.currentTarget.checked })}
        />
        <Button type="submit" size="xs" loading={busy}>
          {t('reply.send')}
        </Button>
        <span className="desk-reply-keys" aria-hidden>
          <Kbd size="xs">{DESK_ACTIONS.reply.key}</Kbd> <Kbd size="xs">Ctrl ⏎</Kbd>
        </span>
      </div>
    </form>
  );
}

/** Enter alone begins a new line. Escape leaves the box, and the desk's keys work again. */
function sendByKey(
  event: KeyboardEvent<HTMLTextAreaElement>,
  submit: (event: KeyboardEvent & FormEvent) => void,
) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  if (event.key === 'Escape') {
    event.preventDefault();
    event.currentTarget.blur();
  }
}

/** Prepared sentences that fit: the city's, and those for answers of the ticket's department. */
function QuickTexts({ ticket, take }: { ticket: TicketDetail; take: (body: string) => void }) {
  const { t } = useWords();
  const { data } = useQuickTexts(true);
  const fitting = (data?.quickTexts ?? []).filter(
    ({ uses, departmentCode }) =>
      uses.includes('reply') && (departmentCode === null || departmentCode === ticket.departmentCode),
  );
  if (fitting.length === 0) return null;
  return (
    <Select
      size="sm"
      searchable
      label={t('reply.quick')}
      data={fitting.map(({ id, title }) => ({ value: id, label: title }))}
      value={null}
      onChange={(chosen) => {
        const found = fitting.find(({ id }) => id === chosen);
        if (found) take(found.body);
      }}
    />
  );
}
