import type { ChannelPulse } from '../../shared/wire/room.ts';
import { useWords } from '../ui/use-words.ts';

/** How much comes in by each channel, against what usually does at this hour: the bar, and a tick where the usual is. */
export function ChannelPulses({ channels }: { channels: readonly ChannelPulse[] }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const most = Math.max(1, ...channels.flatMap(({ lastHour, usual }) => [lastHour, usual ?? 0]));
  return (
    <section className="room-panel" aria-labelledby="channels">
      <h2 id="channels">{t('room.channels')}</h2>
      {channels.length === 0 && <p className="room-none">{t('room.channels.none')}</p>}
      <ul className="room-pulses">
        {channels.map(({ channel, lastHour, usual }) => (
          <li key={channel}>
            <span>{t(`channel.${channel}`)}</span>
            <span className="room-bar" aria-hidden>
              <span style={{ width: `${(100 * lastHour) / most}%` }} />
              {usual !== null && <i style={{ left: `${(100 * usual) / most}%` }} />}
            </span>
            <strong>{number.format(lastHour)}</strong>
            <small>
              {usual === null
                ? t('room.channel.usual-unknown')
                : t('room.channel.usual', { count: number.format(usual) })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
