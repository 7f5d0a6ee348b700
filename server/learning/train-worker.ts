import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { learn, type ToLearn } from './learn.ts';

// Linux counts threads: only this one steps back behind those that answer people. Elsewhere it would be the whole server.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

/** The thread that learns, so that nobody else waits for it. Given a `ToLearn`, it answers with a `Learned`. */
parentPort?.postMessage(learn(workerData as ToLearn));
