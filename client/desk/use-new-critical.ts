import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { lookForNews, UNWATCHED } from './new-critical.ts';
import { createTone } from './tone.ts';

/** Sounds and counts new critical tickets, in the tab's title too. `ready`: the picture is whole. */
export function useNewCritical(sorted: readonly LiveTicket[], ready: boolean, openId: string | undefined) {
  const [tone, setTone] = useState<ReturnType<typeof createTone> | null>(null);
  useEffect(() => {
    const made = createTone();
    setTone(made);
    return made.close;
  }, []);
  const watch = useRef(UNWATCHED);
  const [unseen, setUnseen] = useState(UNWATCHED.unseen);
  useEffect(() => {
    if (!ready) return;
    const { news, ...next } = lookForNews(watch.current, sorted, openId);
    const before = watch.current.unseen;
    watch.current = next;
    if (news > 0) tone?.play();
    if (before.size !== next.unseen.size || [...next.unseen].some((id) => !before.has(id)))
      setUnseen(next.unseen);
  }, [sorted, ready, openId, tone]);
  useTitleBadge(unseen.size);
  const sound = useSyncExternalStore(
    tone?.subscribe ?? never,
    tone?.getSnapshot ?? off,
    tone?.getSnapshot ?? off,
  );
  const first = sorted.find(({ id }) => unseen.has(id)) ?? null;
  return { count: unseen.size, first, sound, toggleSound: () => tone?.toggle() };
}

const never = () => () => {};
const off = () => 'off' as const;

function useTitleBadge(count: number): void {
  const plain = useRef(document.title);
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${plain.current}` : plain.current;
  }, [count]);
  useEffect(() => {
    const title = plain.current;
    return () => {
      document.title = title;
    };
  }, []);
}
