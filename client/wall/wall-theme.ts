const KEPT_AS = 'live-room.theme.wall';

type Scheme = 'dark' | 'light';

/** Puts the wall into the theme chosen here before; dark unless said otherwise. */
export function applyWallTheme(scheme: Scheme = keptScheme()): void {
  document.documentElement.dataset.mantineColorScheme = scheme;
}

/** To the other theme, which this browser keeps: a wall in a bright hall is read better in light. */
export function toggleWallTheme(): void {
  const next = keptScheme() === 'dark' ? 'light' : 'dark';
  localStorage.setItem(KEPT_AS, next);
  applyWallTheme(next);
}

function keptScheme(): Scheme {
  return localStorage.getItem(KEPT_AS) === 'light' ? 'light' : 'dark';
}
