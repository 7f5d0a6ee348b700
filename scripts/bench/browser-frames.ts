import type { Page } from 'playwright-core';
import { median } from './row.ts';

/** `frameMs`: the middle distance of two frames. `longestTaskMs`: of those over 50 ms; 0 when there was none. */
export type Frames = { frameMs: number; longestTaskMs: number };

/** Watches a page's frames and long tasks for so long. */
export async function watchFrames(page: Page, durationMs: number): Promise<Frames> {
  const { gaps, tasks } = await page.evaluate<{ gaps: number[]; tasks: number[] }>(`new Promise((resolve) => {
    const gaps = [], tasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    const began = performance.now();
    let last = began;
    const frame = (now) => {
      gaps.push(now - last);
      last = now;
      if (now - began < ${durationMs}) requestAnimationFrame(frame);
      else { observer.disconnect(); resolve({ gaps, tasks }); }
    };
    requestAnimationFrame(frame);
  })`);
  return { frameMs: median(gaps.slice(1)), longestTaskMs: Math.max(0, ...tasks) };
}

/** What a page's JavaScript holds after a collection, bytes. */
export async function usedHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
