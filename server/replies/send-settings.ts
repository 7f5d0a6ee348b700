import type { SendSettings } from './send-whatsapp.ts';

type WhatsAppSettings = {
  graphUrl: string;
  accessToken: string | null;
  phoneNumberId: string | null;
  template: { name: string; language: string } | null;
};

/** What is needed to send by WhatsApp; null while a setting is missing. */
export function sendSettingsFrom(settings: WhatsAppSettings): SendSettings | null {
  const { graphUrl, accessToken, phoneNumberId, template } = settings;
  if (accessToken === null || phoneNumberId === null) return null;
  return { graphUrl, accessToken, phoneNumberId, template };
}

/** The first setting without which nothing is sent. */
export function missingSetting({ accessToken }: Pick<WhatsAppSettings, 'accessToken'>): string {
  return accessToken === null ? 'WHATSAPP_ACCESS_TOKEN' : 'WHATSAPP_PHONE_NUMBER_ID';
}
