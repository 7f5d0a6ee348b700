import type { Channel } from '../report/channel.ts';

/** WhatsApp takes words of ours for so long after a person's last message; later only a template. */
export const WINDOW_MS = 24 * 3_600_000;
/** What the channels take, letters. Beside a button, and as a template's parameter, it is less. */
export const MOST_LETTERS = 4096;
export const MOST_LETTERS_WITH_ASK = 1024;
export const MOST_LETTERS_BY_TEMPLATE = 900;

/** Why somebody cannot be answered in writing. */
export const OBSTACLES = [
  'by-phone',
  'no-door',
  'channel-off',
  'no-address',
  'window-closed',
  'too-long',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** How an answer would go: `kept` is fetched by the channel's own app. */
export type ReplyKind = 'text' | 'location' | 'template' | 'kept';

/** What is set up for sending. */
export type ReplySetUp = { whatsapp: boolean; template: boolean };

/** Somebody who reported. Times in ms since the epoch; `wroteAt`: their last message through this channel. */
export type Reporting = { channel: Channel; address: string | null; wroteAt: number };

/** What is to be said. */
export type Saying = { text: string; ask: 'location' | null };

export type Reach = { kind: ReplyKind } | { obstacle: Obstacle };

/** Until when words of ours are taken, ms since the epoch; null where nothing runs out. */
export function windowEnd({ channel, wroteAt }: Reporting): number | null {
  return channel === 'whatsapp' ? wroteAt + WINDOW_MS : null;
}

/** How this can be said to this person now, or what is in the way. Without a `saying`: whether anything can. */
export function reachOf(person: Reporting, setUp: ReplySetUp, now: number, saying?: Saying): Reach {
  switch (person.channel) {
    case 'laksa':
      return { kind: 'kept' };
    case '112':
    case 'operator':
      return { obstacle: 'by-phone' };
    case 'whatsapp':
      return reachByWhatsApp(person, setUp, now, saying);
    default:
      return { obstacle: 'no-door' };
  }
}

function reachByWhatsApp(person: Reporting, setUp: ReplySetUp, now: number, saying?: Saying): Reach {
  if (!setUp.whatsapp) return { obstacle: 'channel-off' };
  if (person.address === null) return { obstacle: 'no-address' };
  const letters = saying?.text.length ?? 0;
  if (now < person.wroteAt + WINDOW_MS) {
    if (saying?.ask && letters > MOST_LETTERS_WITH_ASK) return { obstacle: 'too-long' };
    return { kind: saying?.ask ? 'location' : 'text' };
  }
  if (!setUp.template) return { obstacle: 'window-closed' };
  return letters > MOST_LETTERS_BY_TEMPLATE ? { obstacle: 'too-long' } : { kind: 'template' };
}
