import { memo, useMemo } from 'react';
import type { ChannelPulse } from '../../shared/wire/room.ts';
import { useWords } from '../ui/use-words.ts';
import { type ChannelBar, channelBars } from './channel-bars.ts';
import { useFitting } from './use-fitting.ts';

/** How many reports each channel brought in the last hour, against what is usual in this hour of the week. */
export const ChannelPanel = memo(function ChannelPanel({ pulses }: { pulses: readonly ChannelPulse[] }) {
  const { t } = useWords();
  const bars = useMemo(() => channelBars(pulses), [pulses]);
  const [list] = useFitting<HTMLOListElement>(bars);
  return (
    <section className="wall-panel wall-channels" aria-labelledby="channels">
      <div className="wall-panel-head">
        <h2 id="channels">{t('wall.channels')}</h2>
        {bars.length > 0 && <span className="wall-legend">{t('wall.usual-legend')}</span>}
      </div>
      {bars.length === 0 && <p className="wall-none">{t('wall.channels-soon')}</p>}
      <ol ref={list}>
        {bars.map((bar) => (
          <Bar key={bar.channel} bar={bar} />
        ))}
      </ol>
    </section>
  );
});

const ARROWS = { above: '▲', below: '▼', usual: '', unknown: '' };

function Bar({ bar }: { bar: ChannelBar }) {
  const { t, language } = useWords();
  const { channel, lastHour, usual, share, usualShare, trend } = bar;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const remark = usual === null ? t('wall.usual-unknown') : t('wall.usual', { count: number.format(usual) });
  return (
    <li data-trend={trend} data-channel={channel} title={remark}>
      <span className="wall-channel-name">{t(`channel.${channel}`)}</span>
      <span aria-hidden>{ARROWS[trend]}</span>
      <strong>{number.format(lastHour)}</strong>
      <span className="visually-hidden">
        {[remark, (trend === 'above' || trend === 'below') && t(`wall.trend.${trend}`)]
          .filter(Boolean)
          .join(', ')}
      </span>
      <span className="wall-bar wall-gauge" aria-hidden>
        <span style={{ width: `${100 * share}%` }} />
        {usualShare !== null && <i style={{ left: `${100 * usualShare}%` }} />}
      </span>
    </li>
  );
}
