import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Keys, useKeys } from '../ui/use-keys.ts';
import { ACTION_IDS, type ActionRegistry, createActionRegistry, DESK_ACTIONS, type Runs } from './actions.ts';

const RegistryContext = createContext<ActionRegistry | null>(null);

/** Levels of offers: the screen, the ticket, what lies over both. */
export type Level = 0 | 1 | 2;

/** Collects what can be done below it, and does it by key. */
export function ActionProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createActionRegistry);
  useKeys(useMemo(() => keysOf(registry), [registry]));
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useActionRegistry(): ActionRegistry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('useActionRegistry needs an ActionProvider above it');
  return registry;
}

/** Offers what can be done here, while it is shown. */
export function useActions(runs: Runs, level: Level = 0): void {
  const registry = useActionRegistry();
  const latest = useRef(runs);
  useEffect(() => {
    latest.current = runs;
  });
  useEffect(() => registry.offer(level, () => latest.current), [registry, level]);
}

/** Looked up when pressed; a dialog has the keyboard to itself. */
function keysOf(registry: ActionRegistry): Keys {
  const keys: Keys = {};
  for (const id of ACTION_IDS) {
    Object.defineProperty(keys, DESK_ACTIONS[id].key, {
      get: () => (document.querySelector('[aria-modal="true"]') ? undefined : registry.find(id)),
    });
  }
  return keys;
}
