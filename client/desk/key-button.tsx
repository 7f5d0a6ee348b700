import { Button, Kbd } from '@mantine/core';
import { type ActionId, DESK_ACTIONS, keyCap } from './actions.ts';

type Props = { action: ActionId; busy: boolean; press: () => void; children: string };

/** A button that shows the key which does the same. */
export function KeyButton({ action, busy, press, children }: Props) {
  const { key } = DESK_ACTIONS[action];
  const cap = key !== null && (
    <Kbd size="xs" aria-hidden>
      {keyCap(key)}
    </Kbd>
  );
  return (
    <Button size="xs" variant="default" disabled={busy} rightSection={cap} onClick={press}>
      {children}
    </Button>
  );
}
