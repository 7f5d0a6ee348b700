import { expect, test } from 'vitest';
import { AppError } from '../../server/platform/errors.ts';
import { createLog } from '../../server/platform/log.ts';

test('what PostgreSQL says of a row it refused is not logged: a citizen’s words are in it', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const refused = Object.assign(new Error('null value in column "text"'), {
    code: '23502',
    detail: 'Failing row contains (01a1, whatsapp, rumah saya kebanjiran, +62811).',
    where: 'JSON data, line 1: {"text": "rumah saya kebanjiran',
  });
  log.error({ err: refused }, 'a report could not be processed');
  log.warn({ err: new AppError('unavailable', { cause: refused }) }, 'request refused');
  expect(lines).toHaveLength(2);
  expect(lines.join()).toContain('23502');
  expect(lines.join()).not.toContain('kebanjiran');
});
