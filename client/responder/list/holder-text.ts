import type { AskedKey } from '../../../shared/text/id.ts';
import type { Holder } from '../../../shared/wire/holders.ts';

/** 'Budi is on it', 'you acknowledged it'. */
export function holderText(
  holder: Holder,
  me: string,
  text: (key: AskedKey, values?: Record<string, string>) => string,
): string {
  const { userId, name, did } = holder;
  if (userId === me) return text(`responder.holder.me-${did}`);
  return text(`responder.holder.${did}`, { name });
}
