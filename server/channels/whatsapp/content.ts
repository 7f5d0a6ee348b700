import type { ParsedReport, RemoteMedia } from '../../../shared/report/report.ts';
import { asPoint, asRecord, asText, type JsonRecord } from '../lenient.ts';

type Content = Pick<ParsedReport, 'text' | 'location' | 'media' | 'inReplyTo'> & { setAside?: string };

const NOTHING: Content = { text: '', location: null };

/** What each type of message says; a type that is not here says nothing, and is kept all the same. */
const READERS: Record<string, (content: JsonRecord) => Content> = {
  text: (text) => words(text.body),
  image: readMedia,
  video: readMedia,
  audio: readMedia,
  document: readMedia,
  sticker: () => NOTHING,
  location: readLocation,
  button: (button) => words(button.text),
  interactive: readInteractive,
  reaction: readReaction,
  system: () => ({ ...NOTHING, setAside: 'system message' }),
};

/** The words, place and pictures of a message, by its `type`. Never throws. */
export function readContent(message: JsonRecord): Content {
  const type = asText(message.type);
  const reader = type !== undefined && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  return type !== undefined && reader ? reader(asRecord(message[type])) : NOTHING;
}

function words(value: unknown): Content {
  return { text: asText(value) ?? '', location: null };
}

function readMedia(media: JsonRecord): Content {
  const mediaId = asText(media.id);
  const mimeType = asText(media.mime_type);
  const sha256 = asText(media.sha256);
  const content = words(media.caption);
  if (mediaId === undefined || mimeType === undefined) return content;
  const remote: RemoteMedia = { mediaId, mimeType, ...(sha256 === undefined ? {} : { sha256 }) };
  return { ...content, media: [remote] };
}

function readLocation(pin: JsonRecord): Content {
  const point = asPoint(pin.latitude, pin.longitude);
  const name = asText(pin.name);
  const address = [name, asText(pin.address)].filter((part) => part !== undefined).join(', ');
  if (!point) return words(address);
  return {
    text: '',
    location: { ...point, accuracyM: null, source: 'pin', ...(address === '' ? {} : { address }) },
  };
}

/** `button_reply` and `list_reply` say their title; a form (`nfm_reply`) its own sentence. */
function readInteractive(interactive: JsonRecord): Content {
  const button = asRecord(interactive.button_reply);
  const list = asRecord(interactive.list_reply);
  const form = asRecord(interactive.nfm_reply);
  const parts = [button.title, list.title, list.description, form.body];
  return words(
    parts
      .map(asText)
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

function readReaction(reaction: JsonRecord): Content {
  const inReplyTo = asText(reaction.message_id);
  return { ...NOTHING, setAside: 'reaction', ...(inReplyTo === undefined ? {} : { inReplyTo }) };
}
