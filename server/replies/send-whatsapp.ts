import type { ReplyFailure } from '../../shared/wire/replies.ts';
import { judgeRefusal } from './meta-errors.ts';
import type { SendSettings } from './send-settings.ts';
import type { Outgoing } from './sending.ts';

const TIMEOUT_MS = 15_000;
const MOST_ANSWER_LETTERS = 64_000;
/** An answer of before templates were kept with them, on a node that has no setting: another may have it. */
const NO_TEMPLATE = 'WHATSAPP_TEMPLATE_NAME is not set where answers are sent';

/** `later`: it was certainly not taken, or nobody knows (`isUnknown`); worth trying again. */
export type SendOutcome =
  | { taken: string }
  | { later: string; isPair: boolean; isUnknown: boolean }
  | { failure: ReplyFailure };

/**
 * Hands one answer to the WhatsApp Cloud API (`POST /<version>/<phone number id>/messages`). Never throws. Taken is not
 * delivered: what becomes of it the webhook tells.
 */
export async function sendWhatsApp(settings: SendSettings, outgoing: Outgoing): Promise<SendOutcome> {
  const content = contentOf(outgoing, settings);
  if (content === null) return { later: NO_TEMPLATE, isPair: false, isUnknown: false };
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(`${settings.graphUrl}/${settings.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${settings.accessToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...addressed(outgoing), ...content }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = response.status;
    body = parse((await response.text()).slice(0, MOST_ANSWER_LETTERS));
    if (response.ok) return readTaken(body);
  } catch (error) {
    return { later: wordsOf(error), isPair: false, isUnknown: !wasNeverThere(error) };
  }
  const refusal = judgeRefusal(status, body);
  if (!refusal.again) return { failure: refusal.failure };
  return { later: refusal.detail, isPair: refusal.isPair, isUnknown: false };
}

/** `biz_opaque_callback_data` comes back with each status. Who has no number is named by business-scoped id. */
function addressed({ id, sendTo, quotes, kind }: Outgoing): object {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(/^\d+$/.test(sendTo) ? { to: sendTo } : { recipient: sendTo }),
    biz_opaque_callback_data: id,
    // A message that came without an id of Meta's own cannot be quoted.
    ...(kind === 'template' || quotes.startsWith('sha256:') ? {} : { context: { message_id: quotes } }),
  };
}

function contentOf(outgoing: Outgoing, settings: SendSettings): object | null {
  const { kind, text, ticketNumber, template = settings.template } = outgoing;
  switch (kind) {
    case 'text':
      return { type: 'text', text: { preview_url: false, body: text } };
    case 'location':
      return {
        type: 'interactive',
        interactive: {
          type: 'location_request_message',
          body: { text },
          action: { name: 'send_location' },
        },
      };
    case 'template':
      if (template === null) return null;
      return {
        type: 'template',
        template: {
          name: template.name,
          language: { code: template.language },
          components: [{ type: 'body', parameters: [ticketNumber, inOneLine(text)].map(parameter) }],
        },
      };
  }
}

function parameter(text: string): object {
  return { type: 'text', text };
}

/** A template's parameter holds no line breaks, no tabs, and no more than four spaces in a row. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function readTaken(body: unknown): SendOutcome {
  const messages = (body as { messages?: unknown } | null)?.messages;
  const id = Array.isArray(messages) ? (messages[0] as { id?: unknown } | undefined)?.id : undefined;
  if (typeof id === 'string' && id !== '') return { taken: id };
  return { later: 'an answer without an id', isPair: false, isUnknown: true };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Nobody was reached at all, so nothing was sent. */
function wasNeverThere(error: unknown): boolean {
  const code = error instanceof Error ? (error.cause as { code?: unknown } | undefined)?.code : undefined;
  return (
    typeof code === 'string' && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/.test(code)
  );
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? cause.message || cause.name : error.message;
}
