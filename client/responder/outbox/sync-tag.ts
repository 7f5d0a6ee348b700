/** The name that pages and the service worker tell each other of changes by, take turns under, and are woken by. */
export const SYNC_TAG = 'live-room.outbox';
