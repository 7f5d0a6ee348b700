import { type KeyboardEvent, useRef } from 'react';

/**
 * For a searchable list inside a form: while the list is open Enter chooses from it and never sends the form,
 * which would still hold what was chosen before.
 */
export function useSafeEnter() {
  const open = useRef(false);
  return {
    selectFirstOptionOnChange: true,
    onDropdownOpen: () => {
      open.current = true;
    },
    onDropdownClose: () => {
      open.current = false;
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && open.current) event.preventDefault();
    },
  };
}
