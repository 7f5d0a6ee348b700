import { parentPort, workerData } from 'node:worker_threads';
import { learn, type ToLearn } from './learn.ts';

/** The thread that learns, so that nobody else waits for it. Given a `ToLearn`, it answers with a `Learned`. */
parentPort?.postMessage(learn(workerData as ToLearn));
