import { z } from 'zod';
import type { Actor } from '../../shared/access/actor.ts';
import type { LiveRefusal } from '../../shared/wire/live.ts';
import type { Log } from '../platform/log.ts';
import { audienceOf } from './audience.ts';
import type { LiveNamespace, LiveSocket } from './live-server.ts';

/** How often every socket's right to be there is looked at again, and by how many at once. */
const CHECK_EVERY_MS = 4_000;
const CHECKS_AT_ONCE = 4;

/** What a socket's handshake carries of identity. */
export type LiveCredentials = { cookie: string | undefined; token: string | undefined };

/** The part of access that the gateway needs: who this is, or null; rejects when it cannot be found out. */
export type LiveAccess = { authenticate(credentials: LiveCredentials): Promise<Actor | null> };

const authSchema = z.object({ token: z.string().max(500).optional() });

/** Lets into the namespace only who has a room there, by session cookie or `auth.token`. */
export function requireSignIn(live: LiveNamespace, access: LiveAccess, log: Log): void {
  live.use((socket, next) => {
    signIn(socket, access).then(
      (refusal) => next(refusal === null ? undefined : new Error(refusal)),
      (err: unknown) => {
        log.warn({ err }, 'a live sign-in could not be checked');
        next(new Error('unavailable' satisfies LiveRefusal));
      },
    );
  });
}

async function signIn(socket: LiveSocket, access: LiveAccess): Promise<LiveRefusal | null> {
  const actor = await access.authenticate(credentialsOf(socket));
  if (actor === null) return 'unauthenticated';
  const audience = audienceOf(actor);
  if (audience === null) return 'forbidden';
  socket.data.actor = actor;
  socket.data.audience = audience;
  return null;
}

function credentialsOf({ handshake }: LiveSocket): LiveCredentials {
  const auth = authSchema.safeParse(handshake.auth);
  return { cookie: handshake.headers.cookie, token: auth.success ? auth.data.token : undefined };
}

/**
 * Sends away whose session or token has ended, or who belongs in another room now. While nobody can tell (no
 * database) everybody stays: no news reaches them either.
 */
export function createRecheck(
  live: LiveNamespace,
  access: LiveAccess,
  log: Log,
): { now(): void; close(): void } {
  let busy = false;
  let again = false;

  async function check(socket: LiveSocket): Promise<void> {
    const actor = await access.authenticate(credentialsOf(socket));
    if (actor !== null && audienceOf(actor) === socket.data.audience) return;
    log.info({ actor: socket.data.actor.id }, 'a live connection was ended, its right has');
    socket.disconnect(true);
  }

  async function checkAll(): Promise<void> {
    const sockets = live.sockets.values();
    const work = async () => {
      for (const socket of sockets) await check(socket);
    };
    await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, work));
  }

  function start(): void {
    if (busy) return;
    busy = true;
    again = false;
    checkAll()
      .catch((err: unknown) => log.warn({ err }, 'live connections could not be checked'))
      .finally(() => {
        busy = false;
        if (again) start();
      });
  }

  const timer = setInterval(start, CHECK_EVERY_MS);
  return {
    now() {
      again = busy;
      start();
    },
    close: () => clearInterval(timer),
  };
}
