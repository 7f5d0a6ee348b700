import { smallCity } from './small-city.ts';

/** The outline of one of the small city's kecamatan, as CAP writes polygons. */
export function outlineOf(code: string | undefined): string {
  const points = smallCity.kelurahan.filter(({ kecamatanCode }) => kecamatanCode === code);
  const lats = points.map(({ lat }) => lat);
  const lngs = points.map(({ lng }) => lng);
  const [south, north, west, east] = [
    Math.min(...lats) - 0.001,
    Math.max(...lats) + 0.001,
    Math.min(...lngs) - 0.001,
    Math.max(...lngs) + 0.001,
  ];
  return `${south},${west} ${south},${east} ${north},${east} ${north},${west} ${south},${west}`;
}

/** When the alerts end: three hours from now. */
export const LATER = new Date(Date.now() + 3 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+00:00');

/** A warning for the first kecamatan of the small city. */
export const ALERT = {
  id: '2.49.0.1.360.0.2026.1',
  status: 'Actual',
  type: 'Alert',
  references: '',
  event: 'Hujan Lebat &amp; Petir',
  area: `<polygon>${outlineOf(smallCity.kecamatan[0]?.code)}</polygon>`,
};

/** As BMKG sends them: a prefix or none, one info a language, the area's name no more than the province. */
export function capAlert(given: Partial<typeof ALERT> = {}): string {
  const { id, status, type, references, event, area } = { ...ALERT, ...given };
  const info = (language: string, text: string) => `<info>
    <language>${language}</language><category>Met</category><event>${text}</event><urgency>Immediate</urgency>
    <severity>Severe</severity><certainty>Likely</certainty><eventCode><valueName>OET</valueName><value>194</value></eventCode>
    <effective>2026-02-16T10:00:00+07:00</effective><expires>${LATER}</expires>
    <senderName>BMKG</senderName><headline>${text} di Banten</headline><description>Waspada genangan.</description>
    <area><areaDesc>Banten</areaDesc>${area}</area></info>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier><sender>bmkg@bmkg.go.id</sender>
  <sent>2026-02-16T09:55:00+07:00</sent><status>${status}</status><msgType>${type}</msgType><scope>Public</scope>
  ${references && `<references>${references}</references>`}${info('en-US', 'Heavy rain')}${info('id-ID', event)}</alert>`;
}
