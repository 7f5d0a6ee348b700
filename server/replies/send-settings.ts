/** A message of the city's that WhatsApp has approved. */
export type Template = { name: string; language: string };

/** What is needed to send; all of it is in the settings. */
export type SendSettings = {
  /** Base URL with the version, `https://graph.facebook.com/v26.0`. */
  graphUrl: string;
  accessToken: string;
  phoneNumberId: string;
  /** What answers past the 24 hours go out with, where they are written. */
  template: Template | null;
};

type WhatsAppSettings = {
  graphUrl: string;
  accessToken: string | null;
  phoneNumberId: string | null;
  template: Template | null;
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
