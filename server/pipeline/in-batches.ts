/** Something to be done, and whoever waits for it. */
type Waiting<Item> = { item: Item; resolve: () => void; reject: (error: unknown) => void };

/**
 * Does things one batch after another: what comes while a batch is being done goes into the next. At rest each is
 * done at once and alone. When a batch fails, `each` of its items is done by itself, so that one of them takes no
 * other with it; `isHopeless` errors fail the whole batch instead.
 */
export function createBatches<Item>(options: {
  run: (items: Item[]) => Promise<void>;
  most: number;
  isHopeless: (error: unknown) => boolean;
}): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = [];
  let running = false;

  async function pump(): Promise<void> {
    // What comes in the same breath comes along.
    await null;
    while (waiting.length > 0) await runBatch(waiting.splice(0, options.most));
    running = false;
  }

  async function runBatch(batch: Waiting<Item>[]): Promise<void> {
    try {
      await options.run(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else if (options.isHopeless(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await runBatch([one]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      void pump();
    });
}
