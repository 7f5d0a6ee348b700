import type { Channel } from '../../shared/report/channel.ts';

/** How a channel is doing, for the health screen. */
export type ChannelHealth = {
  /** The channel, or the part of it that is told apart (`sensor-mqtt`, `whatsapp-media`). */
  channel: Channel | 'sensor-mqtt' | 'whatsapp-media';
  state: 'on' | 'off' | 'failing';
  /** One sentence for an administrator: which setting is missing, what fails. */
  detail: string;
};
