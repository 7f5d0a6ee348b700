/** Works, is off or fails, as a shape: full, hollow, crossed. The word stands beside it. */
export function StateMark({ state }: { state: 'on' | 'off' | 'failing' }) {
  return (
    <svg viewBox="0 0 20 20" width="1em" height="1em" aria-hidden>
      <circle
        cx="10"
        cy="10"
        r="7"
        fill={state === 'on' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="2"
      />
      {state === 'failing' && <path d="M6 6l8 8M14 6l-8 8" stroke="currentColor" strokeWidth="2" />}
    </svg>
  );
}
