import type { ReactNode } from 'react';
import type { Freshness } from '../live/freshness.ts';
import { FreshnessView, OldPictureBandView } from '../session/freshness-mark.tsx';
import { Empty, Failed, Forbidden, Loading, StateMessage } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';

const AS_OF = Date.parse('2026-01-05T09:59:00Z');
const FRESHNESS: Freshness[] = [
  { level: 'live', ageMs: null, asOf: null },
  { level: 'live', ageMs: 400, asOf: AS_OF },
  { level: 'stale', ageMs: 8_000, asOf: AS_OF },
  { level: 'old', ageMs: 64_000, asOf: AS_OF },
];
const nothing = () => undefined;

/** Connecting, live, stale, old, and the band of an old picture. */
export function FreshnessStates() {
  return (
    <>
      <ul className="gallery-row">
        {FRESHNESS.map((freshness) => (
          <li key={`${freshness.level} ${freshness.ageMs}`}>
            <FreshnessView freshness={freshness} connection="live" />
          </li>
        ))}
      </ul>
      <OldPictureBandView freshness={{ level: 'old', ageMs: 64_000, asOf: AS_OF }} />
      <OldPictureBandView freshness={{ level: 'old', ageMs: null, asOf: null }} />
    </>
  );
}

export function ScreenStates() {
  const { t } = useWords();
  return (
    <div className="gallery-frames">
      <Frame>
        <Loading />
      </Frame>
      <Frame>
        <Empty title={t('set-aside.empty')} />
      </Frame>
      <Frame>
        <Failed offline={false} retry={nothing} />
      </Frame>
      <Frame>
        <Failed offline retry={nothing} />
      </Frame>
      <Frame>
        <Forbidden name="Siti" role={t('role.responder')} />
      </Frame>
      <Frame>
        <StateMessage title={t('state.broken')} why={t('state.broken-why')} />
      </Frame>
    </div>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="gallery-frame">{children}</div>;
}
