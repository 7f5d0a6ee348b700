/** Every way a report can come in. `operator` is an entry made by hand in the control room. */
export const CHANNELS = [
  '112',
  'whatsapp',
  'laksa',
  'sensor',
  'operator',
  'instagram',
  'facebook',
  'x',
  'email',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** Channels whose reports are taken before all others and are never limited. */
export const EMERGENCY_CHANNELS: readonly Channel[] = ['112'];

/** True for channels whose reports overtake every other report. */
export function isEmergencyChannel(channel: Channel): boolean {
  return EMERGENCY_CHANNELS.includes(channel);
}
