import { useState } from 'react';
import { isPossible } from '../../../shared/ticket/transitions.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useCan } from '../../session/session.ts';
import { useWords } from '../../ui/use-words.ts';
import type { PhoneCommand } from '../outbox/outbox-item.ts';
import { CameraButton } from '../photo/photo-field.tsx';
import { NoteForm } from './note-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { useDeed } from './use-deed.ts';

type Form = 'resolve' | 'return' | 'note';

/** What comes next is one thumb's reach away and the loudest; the rest is beside it. */
export function Actions({ ticket }: { ticket: LiveTicket }) {
  const { t } = useWords();
  const may = useCan();
  const { does, isFull, isBusy } = useDeed(ticket);
  const [form, setForm] = useState<Form | null>(null);
  const offers = (command: PhoneCommand) =>
    isPossible(ticket.status, command) && may(`ticket.${command}`, ticket);
  const close = () => setForm(null);
  const isInHand = offers('return');
  const steps = (['acknowledge', 'start', 'resolve'] as const).filter(offers);
  const go = (command: 'acknowledge' | 'start' | 'resolve') =>
    command === 'resolve' ? setForm('resolve') : void does([{ kind: 'command', command }]);
  return (
    <div className="phone-actions">
      {isFull && <p role="alert">{t('outbox.full')}</p>}
      {steps.length > 0 && (
        <div className="phone-actions-main">
          {steps.map((command, at) => (
            <button
              key={command}
              type="button"
              className={at === 0 ? 'phone-button phone-loud' : 'phone-button'}
              disabled={isBusy}
              onClick={() => go(command)}
            >
              {t(`command.${command}`)}
            </button>
          ))}
        </div>
      )}
      <div className="phone-actions-more">
        {isInHand && may('ticket.photograph', ticket) && (
          <CameraButton take={(picture) => void does([{ kind: 'photo', photo: 'before', picture }])}>
            {t('responder.add-before')}
          </CameraButton>
        )}
        {offers('note') && (
          <button type="button" className="phone-button" onClick={() => setForm('note')}>
            {t('command.note')}
          </button>
        )}
        {isInHand && (
          <button type="button" className="phone-button" onClick={() => setForm('return')}>
            {t('command.return')}
          </button>
        )}
      </div>
      {form === 'resolve' && offers('resolve') && <ResolveForm ticket={ticket} close={close} />}
      {form === 'return' && offers('return') && <ReturnForm ticket={ticket} close={close} />}
      {form === 'note' && offers('note') && <NoteForm ticket={ticket} close={close} />}
    </div>
  );
}
