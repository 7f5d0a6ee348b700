import type { CityPack } from '../../shared/city/city-pack.ts';
import { en } from '../../shared/text/en.ts';
import { id } from '../../shared/text/id.ts';
import { ticketTitle } from '../../shared/ticket/title.ts';
import type { PushKind, PushMessage } from '../../shared/wire/push.ts';
import type { TellingEntry } from './worth-telling.ts';

/** What the phone shows: why, what, number, priority and area. Nothing a citizen said, no address, no name. */
export function writeMessage(
  kind: PushKind,
  { ticket, at }: TellingEntry,
  pack: CityPack,
  language: 'id' | 'en',
): PushMessage {
  const words = language === 'en' ? en : id;
  const category = pack.categories.find(({ code }) => code === ticket.category);
  const title = ticketTitle(category, ticket.facts, language);
  const area = ticket.location?.kelurahan;
  return {
    kind,
    ticketId: ticket.id,
    priority: ticket.priority,
    title: `${words[`push.${kind}`]}: ${title}`,
    body: [words[`priority.${ticket.priority}`], area, ticket.number].filter(Boolean).join(' · '),
    url: `/responder/${ticket.id}`,
    at,
  };
}
