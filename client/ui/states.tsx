import { IconCloudOff, IconLock, IconMoodEmpty, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from './use-words.ts';
import './states.css';

type StateProps = { title: string; why?: string | undefined; icon?: ReactNode; action?: ReactNode };

/** The middle of a screen that has nothing else to show: what it is, why, and what can be done. */
export function StateMessage({ title, why, icon, action }: StateProps) {
  return (
    <div className="state" role="status">
      {icon}
      <p className="state-title">{title}</p>
      {why && <p className="state-why">{why}</p>}
      {action}
    </div>
  );
}

export function Loading() {
  const { t } = useWords();
  return (
    <div className="state" role="status" aria-live="polite">
      <span className="state-dots" aria-hidden />
      <p className="state-why">{t('state.loading')}</p>
    </div>
  );
}

export function Empty({ title, why }: { title: string; why?: string }) {
  return <StateMessage title={title} why={why} icon={<IconMoodEmpty size={36} stroke={1.4} aria-hidden />} />;
}

/** Something could not be read. `offline` when no server answered at all. */
export function Failed({ offline, retry }: { offline: boolean; retry: () => void }) {
  const { t } = useWords();
  const Icon = offline ? IconPlugConnectedX : IconCloudOff;
  return (
    <StateMessage
      icon={<Icon size={36} stroke={1.4} aria-hidden />}
      title={t(offline ? 'state.offline' : 'state.failed')}
      why={t(offline ? 'state.offline-why' : 'state.failed-why')}
      action={
        <button type="button" className="state-action" onClick={retry}>
          {t('action.retry')}
        </button>
      }
    />
  );
}

export function Forbidden({ name, role, action }: { name: string; role: string; action?: ReactNode }) {
  const { t } = useWords();
  return (
    <StateMessage
      icon={<IconLock size={36} stroke={1.4} aria-hidden />}
      title={t('state.forbidden')}
      why={t('state.forbidden-why', { name, role })}
      action={action}
    />
  );
}
