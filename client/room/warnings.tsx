import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Warning } from '../../shared/wire/room.ts';
import { MOST_WARNINGS } from '../../shared/wire/room-limits.ts';
import { useWords } from '../ui/use-words.ts';
import { CapButton } from './cap-button.tsx';
import { WarningForm } from './warning-form.tsx';
import { WarningRow } from './warning-row.tsx';

/** The warnings in force, the worst first, and the way to another. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const { t } = useWords();
  const [isWriting, setIsWriting] = useState(false);
  const isFull = warnings.length >= MOST_WARNINGS;
  return (
    <section className="room-panel" aria-labelledby="warnings">
      <div className="room-head">
        <h2 id="warnings">{t('room.warnings')}</h2>
        {!isWriting && !isFull && (
          <div className="room-acts">
            <CapButton />
            <Button size="xs" variant="default" onClick={() => setIsWriting(true)}>
              {t('room.warning.new')}
            </Button>
          </div>
        )}
      </div>
      {isFull && <p className="room-note">{t('room.warning.full', { count: MOST_WARNINGS })}</p>}
      {isWriting && <WarningForm close={() => setIsWriting(false)} />}
      {warnings.length === 0 ? (
        <p className="room-none">{t('room.warnings.none')}</p>
      ) : (
        <ul className="room-list">
          {warnings.map((warning) => (
            <WarningRow key={warning.id} warning={warning} />
          ))}
        </ul>
      )}
    </section>
  );
}
