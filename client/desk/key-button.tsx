import { Button, type ButtonProps, Kbd } from '@mantine/core';
import { type ActionId, DESK_ACTIONS, keyCap } from './actions.ts';

type Props = Pick<ButtonProps, 'size' | 'variant'> & {
  action: ActionId;
  busy: boolean;
  press: () => void;
  /** Of a button that opens something: whether that is open. */
  expanded?: boolean | undefined;
  children: string;
};

/** A button that shows the key which does the same. */
export function KeyButton({
  action,
  busy,
  press,
  expanded,
  children,
  size = 'xs',
  variant = 'default',
}: Props) {
  const { key } = DESK_ACTIONS[action];
  const cap = key !== null && (
    <Kbd size="xs" aria-hidden>
      {keyCap(key)}
    </Kbd>
  );
  return (
    <Button
      size={size}
      variant={variant}
      aria-expanded={expanded}
      disabled={busy}
      rightSection={cap}
      onClick={press}
    >
      {children}
    </Button>
  );
}
