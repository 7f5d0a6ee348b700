import type { Request } from 'express';
import { AppError } from '../platform/errors.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page of another site makes a browser send, in the manner of Go's `http.CrossOriginProtection`:
 * a browser says where a request comes from (`Sec-Fetch-Site`, over plain HTTP only `Origin`), and what says
 * neither is no browser. Together with SameSite=Lax cookies, twice. A Bearer token is exempt: no browser adds it
 * by itself. Throws `forbidden`.
 */
export function refuseCrossSite(req: Request, publicUrl: string | null): void {
  if (SAFE_METHODS.has(req.method) || isBearer(req)) return;
  const origin = req.get('Origin');
  if (origin !== undefined && isOwn(origin, req, publicUrl)) return;
  const site = req.get('Sec-Fetch-Site');
  if (site === undefined ? origin === undefined : site === 'same-origin' || site === 'none') return;
  throw new AppError('forbidden', { detail: 'This request comes from another site.' });
}

/** The `Authorization: Bearer` token, or null. */
export function bearerOf(req: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(req.get('Authorization') ?? '')?.[1] ?? null;
}

function isBearer(req: Request): boolean {
  return bearerOf(req) !== null;
}

function isOwn(origin: string, req: Request, publicUrl: string | null): boolean {
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('Host');
}
