import { useEffect, useState } from 'react';
import { SCENES, type Scene } from '../../shared/wire/room.ts';
import { holdLeftMs } from '../map/hold.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import type { ShownScene } from './scenes.ts';
import type { MapHold } from './use-map-hold.ts';

type Props = {
  shown: ShownScene;
  hold: MapHold;
  tilesReached: boolean;
  heat: boolean;
  onChoose: (scene: Scene | null) => void;
  onHelp: () => void;
};

/** What should be known about the picture itself, and which scene stands: one quiet line under the map. */
export function StageFoot({ shown, hold, tilesReached, heat, onChoose, onHelp }: Props) {
  const { t } = useWords();
  const city = useCity();
  const approximate = city.cells.some((cell) => cell.approximate);
  const remarks = [
    heat && t('wall.heat-on'),
    city.tileUrl !== null && !tilesReached && t('wall.no-tiles'),
    approximate && t('wall.approximate'),
  ].filter((remark) => remark !== false);
  return (
    <div className="wall-stage-foot">
      {hold.heldAt !== null && <Held heldAt={hold.heldAt} onRelease={hold.release} />}
      <p>{remarks.join(' · ')}</p>
      <nav aria-label={t('wall.scenes')}>
        {SCENES.map((scene, index) => (
          <button
            key={scene}
            type="button"
            className="wall-button"
            aria-pressed={shown.scene === scene}
            onClick={() => onChoose(scene)}
          >
            <kbd>{index + 1}</kbd> <span>{t(`wall.scene.${scene}`)}</span>
          </button>
        ))}
        <button
          type="button"
          className="wall-button"
          aria-pressed={!shown.held}
          onClick={() => onChoose(null)}
        >
          <kbd>0</kbd> <span>{t('wall.scene.auto')}</span>
        </button>
        <button type="button" className="wall-button" onClick={onHelp} aria-label={t('wall.keys')}>
          <kbd>?</kbd>
        </button>
      </nav>
    </div>
  );
}

/** A person has the map, and for how long still. */
function Held({ heldAt, onRelease }: { heldAt: number; onRelease: () => void }) {
  const { t } = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil(holdLeftMs(heldAt, now) / 1_000);
  return (
    <button type="button" className="wall-button wall-held" onClick={onRelease}>
      {t('wall.held', { seconds })}
    </button>
  );
}
