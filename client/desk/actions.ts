import type { AskedKey } from '../../shared/text/id.ts';

type Group = 'queue' | 'ticket' | 'desk';
export type ActionDefinition = { key: string | null; text: AskedKey; group: Group };

/**
 * Everything the desk can do, once: its key (by `KeyboardEvent.key`), its words. Keys, palette, help and buttons all
 * take it from here.
 */
export const DESK_ACTIONS = {
  next: { key: 'j', text: 'desk.keys.next', group: 'queue' },
  previous: { key: 'k', text: 'desk.keys.previous', group: 'queue' },
  select: { key: 'x', text: 'desk.keys.select', group: 'queue' },
  'select-range': { key: 'X', text: 'desk.keys.select-range', group: 'queue' },
  'select-all': { key: '*', text: 'desk.keys.select-all', group: 'queue' },
  search: { key: '/', text: 'desk.keys.search', group: 'queue' },
  filter: { key: 'f', text: 'desk.keys.filter', group: 'queue' },
  undo: { key: 'z', text: 'desk.keys.undo', group: 'queue' },
  'send-now': { key: 'Z', text: 'desk.keys.send-now', group: 'queue' },

  verify: { key: 'v', text: 'command.verify', group: 'ticket' },
  accept: { key: 'y', text: 'desk.keys.accept', group: 'ticket' },
  route: { key: 'r', text: 'command.route', group: 'ticket' },
  acknowledge: { key: 'a', text: 'command.acknowledge-for', group: 'ticket' },
  start: { key: 's', text: 'command.start', group: 'ticket' },
  resolve: { key: 'd', text: 'command.resolve', group: 'ticket' },
  return: { key: 'b', text: 'command.return', group: 'ticket' },
  close: { key: 'w', text: 'command.close', group: 'ticket' },
  reopen: { key: 'o', text: 'command.reopen', group: 'ticket' },
  note: { key: 'c', text: 'command.note', group: 'ticket' },
  reply: { key: 'h', text: 'command.reply', group: 'ticket' },
  'ask-pin': { key: 'H', text: 'command.ask-pin', group: 'ticket' },
  reprioritise: { key: 'p', text: 'command.reprioritise', group: 'ticket' },
  merge: { key: 'm', text: 'command.merge', group: 'ticket' },
  split: { key: 'u', text: 'command.split', group: 'ticket' },
  same: { key: 'e', text: 'desk.keys.same', group: 'ticket' },
  different: { key: 'E', text: 'desk.keys.different', group: 'ticket' },
  reject: { key: 't', text: 'command.reject', group: 'ticket' },

  entry: { key: 'n', text: 'desk.keys.new', group: 'desk' },
  join: { key: 'F2', text: 'desk.keys.join', group: 'desk' },
  critical: { key: 'g', text: 'desk.keys.critical', group: 'desk' },
  sound: { key: 'l', text: 'desk.keys.sound', group: 'desk' },
  help: { key: '?', text: 'desk.keys.help', group: 'desk' },
  escape: { key: 'Escape', text: 'desk.keys.escape', group: 'desk' },
} as const satisfies Record<string, ActionDefinition>;

export type ActionId = keyof typeof DESK_ACTIONS;
export const ACTION_IDS = Object.keys(DESK_ACTIONS) as ActionId[];

/** A key as it stands on a keyboard. */
export function keyCap(key: string): string {
  if (key === 'Escape') return 'Esc';
  return /^[A-Z]$/.test(key) ? `⇧${key.toLowerCase()}` : key;
}

/** What can be done just now. */
export type Runs = Partial<Record<ActionId, (() => void) | undefined>>;

/** Who offers what; what was offered at a higher level, or later, goes before. */
export function createActionRegistry() {
  const offers: { level: number; runs: () => Runs }[] = [];

  function find(id: ActionId): (() => void) | undefined {
    for (const { runs } of offers) {
      const run = runs()[id];
      if (run) return run;
    }
    return undefined;
  }

  return {
    find,
    /** What somebody could do now, in the order it is defined. */
    available: (): ActionId[] => ACTION_IDS.filter((id) => find(id) !== undefined),
    /** Offers actions; answers how to take them back. */
    offer(level: number, runs: () => Runs): () => void {
      const offer = { level, runs };
      const at = offers.findIndex((other) => other.level <= level);
      offers.splice(at === -1 ? offers.length : at, 0, offer);
      return () => {
        offers.splice(offers.indexOf(offer), 1);
      };
    },
  };
}
export type ActionRegistry = ReturnType<typeof createActionRegistry>;
