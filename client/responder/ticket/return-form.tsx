import { useState } from 'react';
import { RETURN_REASONS, type ReturnReason } from '../../../shared/ticket/return-reasons.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useWords } from '../../ui/use-words.ts';
import { SheetForm, useTried, WordsField } from './sheet-form.tsx';
import { useDeed } from './use-deed.ts';

/** Why the department gives it back: one of the usual reasons, in more words where they help. */
export function ReturnForm({ ticket, close }: { ticket: LiveTicket; close: () => void }) {
  const { t } = useWords();
  const { does, ...state } = useDeed(ticket);
  const [chosen, setChosen] = useState<ReturnReason | null>(null);
  const [more, setMore] = useState('');
  const [tried, noteTry] = useTried();
  const words = more.trim();
  const needsWords = chosen === 'other' && words === '';
  const submit = async () => {
    noteTry();
    if (chosen === null || needsWords) return false;
    const reason =
      chosen === 'other' ? words : [t(`responder.reason.${chosen}`), words].filter(Boolean).join('. ');
    return does([{ kind: 'command', command: 'return', reason }]);
  };
  return (
    <SheetForm
      title={t('responder.return-title')}
      submitText={t('command.return')}
      submit={submit}
      close={close}
      {...state}
    >
      <fieldset className="phone-reasons">
        <legend>{t('responder.return-why')}</legend>
        {RETURN_REASONS.map((reason) => (
          <label key={reason}>
            <input
              type="radio"
              name="reason"
              checked={chosen === reason}
              onChange={() => setChosen(reason)}
            />
            {t(`responder.reason.${reason}`)}
          </label>
        ))}
        {tried && chosen === null && (
          <p className="phone-fault" role="alert">
            {t('responder.return-choose')}
          </p>
        )}
      </fieldset>
      <WordsField
        label={t('responder.return-more')}
        value={more}
        change={setMore}
        fault={tried && needsWords ? t('command.reason-needed') : null}
      />
    </SheetForm>
  );
}
