/** A page in the background draws no frames; its board goes on all the same. */
const LATEST_MS = 250;
const WITHOUT_FRAMES_MS = 16;

type WithFrames = {
  requestAnimationFrame?: (callback: () => void) => number;
  cancelAnimationFrame?: (handle: number) => void;
};

/** Runs the function once, at the browser's next frame where there is one. */
export function nextFrame(run: () => void): void {
  const { requestAnimationFrame, cancelAnimationFrame } = globalThis as WithFrames;
  if (!requestAnimationFrame || !cancelAnimationFrame) {
    setTimeout(run, WITHOUT_FRAMES_MS);
    return;
  }
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, LATEST_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    run();
  });
}
