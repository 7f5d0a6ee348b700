/** All is well, turned off on purpose, or look here: a full disc, an empty one, a triangle. The word stands beside it. */
export function Mark({ shape }: { shape: 'well' | 'off' | 'look' }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: '2.2' };
  return (
    <svg className="room-mark" viewBox="0 0 20 20" width="1em" height="1em" aria-hidden>
      {shape === 'well' && <circle cx="10" cy="10" r="6" fill="currentColor" />}
      {shape === 'off' && <circle cx="10" cy="10" r="6" {...line} />}
      {shape === 'look' && <path d="M10 1.8 18.8 17.4H1.2z" {...line} />}
    </svg>
  );
}
