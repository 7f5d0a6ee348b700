import express, { type Request, type RequestHandler } from 'express';
import { AppError } from '../platform/errors.ts';

/** Deeper JSON is nobody's report; it would only exhaust a stack further in. */
const DEEPEST = 64;
const BRACKET = 0x5b;
const BRACE = 0x7b;
/** The closing one comes two after the opening one in ASCII. */
const CLOSING = 2;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads the body as bytes, whatever its type says; refuses more than `limit` bytes with 413 and compressed ones with 415. */
export function rawBody(limit: number): RequestHandler {
  return express.raw({ type: () => true, limit, inflate: false });
}

/** The bytes that `rawBody` has read. */
export function bytesOf(req: Request): Buffer {
  const body: unknown = req.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** Refuses, with 415, a body that is not of this media type (parameters such as charset are not looked at). */
export function requireType(...types: string[]): RequestHandler {
  return (req, _res, next) => {
    const given = req.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
    if (given === undefined || !types.includes(given))
      throw new AppError('wrong-type', { detail: `expected ${types.join(' or ')}` });
    next();
  };
}

/** The JSON in these bytes (UTF-8), those of `field`. Throws 400 for what is no JSON, or is nested absurdly deep. */
export function parseJson(bytes: Uint8Array, field = ''): unknown {
  if (depthOf(bytes) > DEEPEST) throw unreadable(field, `nested more than ${DEEPEST} deep`);
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch (cause) {
    throw unreadable(field, 'not JSON in UTF-8', cause);
  }
}

function unreadable(field: string, message: string, cause?: unknown): AppError {
  const detail = field ? `${field}: ${message}` : message;
  return new AppError('invalid', { detail, errors: [{ field, message }], cause });
}

function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH && inString) at += 1;
    else if (byte === QUOTE) inString = !inString;
    else if (inString) continue;
    else if (byte === BRACKET || byte === BRACE) deepest = Math.max(deepest, ++depth);
    else if (byte === BRACKET + CLOSING || byte === BRACE + CLOSING) depth -= 1;
  }
  return deepest;
}
