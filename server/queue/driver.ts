import type { BackendClasses, IQueueBackend } from 'bullmq';

/** What the two kinds of backend have to bring; `backend.ts` makes queues and workers of it. */
export type Driver<B extends IQueueBackend, C> = {
  kind: 'redis' | 'postgres';
  classes: BackendClasses<B, C>;
  producerConnection: C;
  workerConnection(): C;
  /** False when an add would have to wait for a connection. */
  isReady(): boolean;
  /** Rejects within two seconds when the queue cannot be reached. */
  ping(): Promise<void>;
  /** Ends all connections; queues and workers are closed before. */
  close(): Promise<void>;
};
