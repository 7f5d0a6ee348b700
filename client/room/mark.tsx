/** All is well, or look here: a full disc or an open triangle. The word stands beside it. */
export function Mark({ well }: { well: boolean }) {
  return (
    <svg className="room-mark" viewBox="0 0 20 20" width="1em" height="1em" aria-hidden>
      {well ? (
        <circle cx="10" cy="10" r="6" fill="currentColor" />
      ) : (
        <path d="M10 1.8 18.8 17.4H1.2z" fill="none" stroke="currentColor" strokeWidth="2.2" />
      )}
    </svg>
  );
}
