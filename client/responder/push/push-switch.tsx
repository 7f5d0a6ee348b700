import { useCallback, useEffect, useState } from 'react';
import { useApi } from '../../api/use-api.ts';
import { useWords } from '../../ui/use-words.ts';
import { joinPush, leavePush, type PushState, readPush } from './subscription.ts';

type Shown = PushState | 'busy' | 'failed';

/** 'Tell me', and what stands in its way. */
export function PushSwitch() {
  const { t, language } = useWords();
  const api = useApi();
  const [state, setState] = useState<Shown>('busy');
  const follow = useCallback((change: Promise<PushState>) => {
    setState('busy');
    change.then(setState, () => setState('failed'));
  }, []);
  useEffect(() => follow(readPush(api, language)), [api, language, follow]);
  const isOn = state === 'on';
  const canSwitch = isOn || state === 'not-asked' || state === 'failed';
  const toggle = () =>
    follow(isOn ? leavePush(api).then((): PushState => 'not-asked') : joinPush(api, language));
  return (
    <div className="phone-switch">
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-describedby="push-why"
        disabled={!canSwitch}
        onClick={toggle}
      >
        {t('push.switch')}
        <span className="phone-switch-track" aria-hidden />
      </button>
      <p id="push-why" role="status">
        {state === 'busy' ? t('state.loading') : t(WHY[state])}
      </p>
    </div>
  );
}

const WHY = {
  on: 'push.on',
  'not-asked': 'push.ask',
  denied: 'push.denied',
  unsupported: 'push.unsupported',
  off: 'push.off',
  failed: 'push.failed',
} as const;
