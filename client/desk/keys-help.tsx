import { Kbd, Modal } from '@mantine/core';
import { useWords } from '../ui/use-words.ts';
import { ACTION_IDS, DESK_ACTIONS, keyCap } from './actions.ts';
import './keys.css';

const GROUPS = ['queue', 'ticket', 'desk'] as const;

/** All keys of the desk. */
export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="xl"
      title={t('desk.keys')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="desk-keys">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`desk.keys.group.${group}`)}</h3>
            <dl>
              {group === 'desk' && <Line cap="Ctrl K" text={t('palette.title')} />}
              {ACTION_IDS.filter((id) => DESK_ACTIONS[id].group === group).map((id) => (
                <Line key={id} cap={keyCap(DESK_ACTIONS[id].key)} text={t(DESK_ACTIONS[id].text)} />
              ))}
              {group === 'queue' && <Line cap="1 … 9" text={t('desk.keys.saved')} />}
              {group === 'ticket' && <Line cap="r 1 … 3" text={t('desk.keys.alternative')} />}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Line({ cap, text }: { cap: string; text: string }) {
  return (
    <div>
      <dt>
        <Kbd>{cap}</Kbd>
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
