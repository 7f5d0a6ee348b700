import type { WallView } from '../../shared/wire/room.ts';
import { OLD_AFTER_MS } from '../live/freshness.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { Mark } from './mark.tsx';
import { OneWall } from './wall-orders.tsx';

/** A wall says something every ten seconds; who has missed two of them is silent. */
const SILENT_AFTER_MS = 25_000;

type Props = {
  wall: WallView;
  /** The server's clock, ms. */
  now: number;
  /** The version the server has; undefined where it is not known. */
  served: string | undefined;
};

/** One wall. What is not as it should be has a triangle and a word. */
export function WallRow({ wall, now, served }: Props) {
  const { t, duration } = useWords();
  const { times } = useCityWords();
  const connectedAt = Date.parse(wall.connectedAt);
  return (
    <tr data-wall={wall.id}>
      <th scope="row">{wall.name}</th>
      <td data-label={t('room.wall.shows')}>
        {t(`room.scene.${wall.scene}`)}{' '}
        <small>{t(wall.sceneHeld ? 'room.wall.held' : 'room.wall.by-schedule')}</small>
      </td>
      <td data-label={t('room.wall.picture')}>
        <PictureAge wall={wall} now={now} />
      </td>
      <td data-label={t('room.wall.sound')}>
        <Sound sound={wall.sound} />
      </td>
      <td data-label={t('room.wall.version')}>
        <Version own={wall.version} served={served} />
      </td>
      <td data-label={t('room.wall.size')}>
        {wall.width} × {wall.height}
      </td>
      <td data-label={t('room.wall.since')} title={times.moment(connectedAt)}>
        {duration(Math.max(0, now - connectedAt))}
      </td>
      <td className="room-wall-acts">
        <OneWall wall={wall} />
      </td>
    </tr>
  );
}

function PictureAge({ wall, now }: Pick<Props, 'wall' | 'now'>) {
  const { t, duration, language } = useWords();
  const quietMs = now - Date.parse(wall.reportedAt);
  if (quietMs > SILENT_AFTER_MS)
    return (
      <>
        <Mark shape="look" /> {t('room.wall.silent', { ago: duration(quietMs) })}
      </>
    );
  const isOld = wall.pictureAgeMs >= OLD_AFTER_MS;
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const age = isOld
    ? duration(wall.pictureAgeMs)
    : `${seconds.format(wall.pictureAgeMs / 1_000)} ${t('unit.second-long')}`;
  return (
    <>
      <Mark shape={isOld ? 'look' : 'well'} /> {age} {isOld && <small>{t('room.wall.old-picture')}</small>}
    </>
  );
}

const SOUND_SHAPES = { on: 'well', off: 'off', blocked: 'look' } as const;

function Sound({ sound }: Pick<WallView, 'sound'>) {
  const { t } = useWords();
  const why = sound === 'blocked' ? t('room.sound.blocked-why') : undefined;
  return (
    <span title={why}>
      <Mark shape={SOUND_SHAPES[sound]} /> {t(`room.sound.${sound}`)}
    </span>
  );
}

function Version({ own, served }: { own: string; served: string | undefined }) {
  const { t } = useWords();
  if (served === undefined) return own;
  const isNewest = own === served;
  return (
    <span title={own}>
      <Mark shape={isNewest ? 'well' : 'look'} /> {t(isNewest ? 'room.wall.newest' : 'room.wall.older')}
    </span>
  );
}
