import { Component, type ReactNode } from 'react';
import { StateMessage } from './ui/states.tsx';
import { useWords } from './ui/use-words.ts';

const RELOAD_AFTER_MS = 10_000;

/**
 * A screen that broke (a fault of ours, or a bundle that a new version took away) says so and loads itself
 * again: nobody stands at a wall to press a key.
 */
export class Crashed extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(): void {
    setTimeout(() => location.reload(), RELOAD_AFTER_MS);
  }

  override render() {
    return this.state.crashed ? <CrashedMessage /> : this.props.children;
  }
}

function CrashedMessage() {
  const { t } = useWords();
  return (
    <StateMessage
      title={t('state.broken')}
      why={t('state.broken-why')}
      action={
        <button type="button" className="state-action" onClick={() => location.reload()}>
          {t('state.reload')}
        </button>
      }
    />
  );
}
