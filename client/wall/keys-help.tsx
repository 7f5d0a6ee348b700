import { useEffect, useRef } from 'react';
import type { AskedKey } from '../../shared/text/id.ts';
import { useWords } from '../ui/use-words.ts';

/** A key of the wall, what it is for, and what it does. */
export type WallKey = { key: string; text: AskedKey; act: () => void };

/** Every key, and a button for who has a finger and no keyboard. */
export function KeysHelp({ keys, onClose }: { keys: readonly WallKey[]; onClose: () => void }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="wall-help" aria-labelledby="wall-keys" onClose={onClose}>
      <h2 id="wall-keys">{t('wall.keys')}</h2>
      <ul>
        {keys.map(({ key, text, act }) => (
          <li key={key}>
            <button type="button" className="wall-button" onClick={act}>
              <kbd>{key === 'Escape' ? 'Esc' : key}</kbd> {t(text)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="wall-button" onClick={() => dialog.current?.close()}>
        {t('action.close')}
      </button>
    </dialog>
  );
}
