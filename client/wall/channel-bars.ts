import { CHANNELS, type Channel } from '../../shared/report/channel.ts';
import type { ChannelPulse } from '../../shared/wire/room.ts';

/** Above or below what is usual, beyond what chance explains; `unknown` where nothing is known of other weeks. */
export type Trend = 'above' | 'below' | 'usual' | 'unknown';

/** One channel's bar. `share` and `usualShare` are of the longest bar, 0 to 1. */
export type ChannelBar = ChannelPulse & { share: number; usualShare: number | null; trend: Trend };

/** Counts of rare things scatter by about their root; three times that is no chance. */
const SCATTER = 3;

/** The channels that have or usually have reports in this hour, in the product's order, as bars. */
export function channelBars(pulses: readonly ChannelPulse[]): ChannelBar[] {
  const lively = pulses.filter(({ lastHour, usual }) => lastHour > 0 || (usual ?? 0) >= 0.5);
  const longest = Math.max(1, ...lively.map(({ lastHour, usual }) => Math.max(lastHour, usual ?? 0)));
  return lively
    .toSorted((a, b) => place(a.channel) - place(b.channel))
    .map((pulse) => ({
      ...pulse,
      share: pulse.lastHour / longest,
      usualShare: pulse.usual === null ? null : pulse.usual / longest,
      trend: trendOf(pulse),
    }));
}

function trendOf({ lastHour, usual }: ChannelPulse): Trend {
  if (usual === null) return 'unknown';
  const chance = SCATTER * Math.sqrt(Math.max(1, usual));
  if (lastHour > usual + chance) return 'above';
  return lastHour < usual - chance ? 'below' : 'usual';
}

function place(channel: Channel): number {
  return CHANNELS.indexOf(channel);
}
