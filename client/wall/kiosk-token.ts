const KEPT_AS = 'live-room.wall-token';

/**
 * The screen's own token: taken once from the address (`/wall?token=…`), kept in this browser, and removed from
 * the address so that no passer-by reads it. Null where this browser has none.
 */
export function takeKioskToken(): string | null {
  const address = new URL(location.href);
  const given = address.searchParams.get('token');
  if (given === null) return localStorage.getItem(KEPT_AS);
  localStorage.setItem(KEPT_AS, given);
  address.searchParams.delete('token');
  history.replaceState(history.state, '', address);
  return given;
}

/** Hears of a token that another page of this browser was given: a revoked one is replaced without touching the wall. */
export function onKioskTokenReplaced(listener: (token: string | null) => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => key === KEPT_AS && listener(newValue);
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}
