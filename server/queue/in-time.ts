import { QueueUnavailable } from './jobs.ts';

/** A queue that has not answered by then counts as one that cannot be reached, milliseconds. */
const PATIENCE_MS = 1900;

/** The answer, or `QueueUnavailable` after two seconds. What was asked may still come to pass: ids make that harmless. */
export async function inTime<T>(asking: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new QueueUnavailable()), PATIENCE_MS);
  });
  try {
    return await Promise.race([asking, late]);
  } catch (error) {
    throw error instanceof QueueUnavailable ? error : new QueueUnavailable(error);
  } finally {
    clearTimeout(timer);
  }
}
