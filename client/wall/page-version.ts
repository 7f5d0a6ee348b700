/** The page's entry bundle in its HTML; its name changes with its content. Null in development. */
export function entryOf(html: string): string | null {
  return /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? null;
}

/** The version of this page, for the supervisor to compare: the mark in its entry's name. */
export function pageVersion(): string {
  const entry = entryOf(document.documentElement.innerHTML);
  return entry === null ? 'development' : (/-([\w-]+)\.js$/.exec(entry)?.[1] ?? entry);
}
