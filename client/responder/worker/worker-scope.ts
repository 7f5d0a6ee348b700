/** What a service worker finds around it, as far as ours uses it: TypeScript's own description excludes a page's. */
export type WorkerScope = {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<WindowClient[]>;
    openWindow(url: string): Promise<WindowClient | null>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<T extends keyof WorkerEvents>(type: T, listener: (event: WorkerEvents[T]) => void): void;
};

export type WindowClient = {
  url: string;
  focus(): Promise<WindowClient>;
  postMessage(message: unknown): void;
};

type Extendable = { waitUntil(work: Promise<unknown>): void };

type WorkerEvents = {
  install: Extendable;
  activate: Extendable;
  fetch: Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
  sync: Extendable & { tag: string };
  push: Extendable & { data: { json(): unknown } | null };
  notificationclick: Extendable & { notification: Notification };
  pushsubscriptionchange: Extendable & {
    oldSubscription: PushSubscription | null;
    newSubscription: PushSubscription | null;
  };
};

/** What the worker tells a page: show this path. */
export type WorkerMessage = { type: 'open'; url: string };
