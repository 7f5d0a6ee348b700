import { Kbd, Modal } from '@mantine/core';
import type { AskedKey } from '../../shared/text/id.ts';
import { useWords } from '../ui/use-words.ts';
import { COMMAND_KEYS } from './command-keys.ts';

const SCREEN_KEYS: [string, AskedKey][] = [
  ['j', 'desk.keys.next'],
  ['k', 'desk.keys.previous'],
  ['n', 'desk.keys.new'],
  ['/', 'desk.keys.search'],
  ['?', 'desk.keys.help'],
  ['Esc', 'desk.keys.escape'],
];

/** All keys of the desk. */
export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useWords();
  const commands = Object.entries(COMMAND_KEYS).map(([command, key]): [string, AskedKey] => [
    key,
    `command.${command as keyof typeof COMMAND_KEYS}`,
  ]);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('desk.keys')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <dl className="desk-keys">
        {[...SCREEN_KEYS, ...commands].map(([key, text]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
