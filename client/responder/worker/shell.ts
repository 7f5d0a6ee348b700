/** The cache of one version's files. Other caches of this origin are none of ours. */
export function shellCacheName(version: string): string {
  return `live-room-responder-${version}`;
}

/** Is this one of the screen's own addresses? */
export function isShellPage(path: string): boolean {
  return path === '/responder' || path.startsWith('/responder/');
}
