import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { AppError } from './errors.ts';

export type MultipartLimits = { files: number; fileBytes: number; totalBytes: number };
export type UploadedFile = { field: string; bytes: Buffer };
export type Multipart = { fields: Record<string, string>; files: UploadedFile[] };

const MOST_FIELDS = 50;
const FIELD_BYTES = 256 * 1024;
/** What surrounds the files: boundaries, headers, fields. */
const SURROUNDINGS_BYTES = 1024 * 1024;

/** True when the request says it is `multipart/form-data`. */
export function isMultipart(req: IncomingMessage): boolean {
  return /^multipart\/form-data\s*(;|$)/i.test(req.headers['content-type'] ?? '');
}

/**
 * Reads a `multipart/form-data` body (RFC 7578) into memory. Throws 413 for more or larger files than the limits
 * allow, 400 for what cannot be read or ends early.
 */
export async function readMultipart(req: IncomingMessage, limits: MultipartLimits): Promise<Multipart> {
  if (Number(req.headers['content-length'] ?? 0) > limits.totalBytes + SURROUNDINGS_BYTES)
    throw refuse(req, tooLarge(limits));
  try {
    return await collect(req, limits);
  } catch (error) {
    throw refuse(req, error instanceof AppError ? error : unreadable(error));
  }
}

function collect(req: IncomingMessage, limits: MultipartLimits): Promise<Multipart> {
  return new Promise((resolve, reject) => {
    const parser = busboy({
      headers: req.headers,
      limits: {
        files: limits.files,
        fileSize: limits.fileBytes,
        fields: MOST_FIELDS,
        fieldSize: FIELD_BYTES,
      },
    });
    const result: Multipart = { fields: {}, files: [] };
    let total = 0;
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) reject(tooLarge(limits, name));
      result.fields[name] = value;
    });
    parser.on('file', (field, file) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => {
        total += chunk.length;
        if (total > limits.totalBytes) reject(tooLarge(limits, field));
        else chunks.push(chunk);
      });
      file.on('limit', () => reject(tooLarge(limits, field)));
      // A form that ends within a file tells the file, too; unheard it would end the process.
      file.on('error', reject);
      file.on('end', () => result.files.push({ field, bytes: Buffer.concat(chunks) }));
    });
    parser.on('filesLimit', () => reject(tooLarge(limits)));
    parser.on('fieldsLimit', () => reject(unreadable(new Error(`more than ${MOST_FIELDS} fields`))));
    parser.on('error', reject);
    parser.on('close', () => resolve(result));
    req.on('aborted', () => reject(unreadable(new Error('the body ended early'))));
    req.pipe(parser);
  });
}

/** The rest is read and thrown away: a sender that is still writing would not see the answer. */
function refuse(req: Readable, error: AppError): AppError {
  req.unpipe();
  req.resume();
  return error;
}

function tooLarge({ files, fileBytes, totalBytes }: MultipartLimits, field?: string): AppError {
  const detail = `at most ${files} files of ${fileBytes} bytes, ${totalBytes} bytes in all`;
  return new AppError('too-large', { detail, errors: [{ field: field ?? '', message: detail }] });
}

function unreadable(cause: unknown): AppError {
  const message = cause instanceof Error ? cause.message : 'not multipart/form-data';
  return new AppError('invalid', { detail: message, errors: [{ field: '', message }], cause });
}
