import type { TrainingText } from '../../city-pack.ts';
import { bapendaTexts } from './bapenda.ts';
import { bkpsdmTexts } from './bkpsdm.ts';
import { bpbdTexts } from './bpbd.ts';
import { bpkdTexts } from './bpkd.ts';
import { dinkesTexts } from './dinkes.ts';
import { dinsosTexts } from './dinsos.ts';
import { disbudparTexts } from './disbudpar.ts';
import { disdikTexts } from './disdik.ts';
import { disdukcapilTexts } from './disdukcapil.ts';
import { dishubTexts } from './dishub.ts';
import { diskominfoTexts } from './diskominfo.ts';
import { disnakerTexts } from './disnaker.ts';
import { disperindagkopukmTexts } from './disperindagkopukm.ts';
import { disperkimtanTexts } from './disperkimtan.ts';
import { disporaTexts } from './dispora.ts';
import { dkpTexts } from './dkp.ts';
import { dlhTexts } from './dlh.ts';
import { dp3ap2kbTexts } from './dp3ap2kb.ts';
import { dpmptspTexts } from './dpmptsp.ts';
import { dpuprTexts } from './dpupr.ts';
import { emergencyTexts } from './emergencies.ts';
import { externalTexts } from './external.ts';
import { frighteningTexts } from './frightening-complaints.ts';
import { inspektoratTexts } from './inspektorat.ts';
import { kecamatanTexts } from './kecamatan.ts';
import { kelurahanTexts } from './kelurahan.ts';
import { kesbangpolTexts } from './kesbangpol.ts';
import { pdPasarTexts } from './pd-pasar.ts';
import { perumdaTbTexts } from './perumda-tb.ts';
import { plnTexts } from './pln.ts';
import { polriTexts } from './polri.ts';
import { ptTngTexts } from './pt-tng.ts';
import { rsudTexts } from './rsud.ts';
import { satpolppTexts } from './satpolpp.ts';
import { shortEmergencyTexts } from './short-emergencies.ts';
import { shortTexts } from './short-messages.ts';

const TABLES: Record<string, string[]>[] = [
  bapendaTexts,
  bkpsdmTexts,
  bpbdTexts,
  bpkdTexts,
  dinkesTexts,
  dinsosTexts,
  disbudparTexts,
  disdikTexts,
  disdukcapilTexts,
  dishubTexts,
  diskominfoTexts,
  disnakerTexts,
  disperindagkopukmTexts,
  disperkimtanTexts,
  disporaTexts,
  dkpTexts,
  dlhTexts,
  dp3ap2kbTexts,
  dpmptspTexts,
  dpuprTexts,
  externalTexts,
  inspektoratTexts,
  kecamatanTexts,
  kelurahanTexts,
  kesbangpolTexts,
  pdPasarTexts,
  perumdaTbTexts,
  plnTexts,
  polriTexts,
  ptTngTexts,
  rsudTexts,
  satpolppTexts,
];

/** Every text with its category; the tables are by department, and no category stands in two of them. */
export const trainingTexts: TrainingText[] = [
  ...TABLES.flatMap((table) => read(table)),
  ...read(emergencyTexts, true),
  ...read(shortEmergencyTexts, true),
  ...read(frighteningTexts, false),
  ...read(shortTexts, false),
];

function read(table: Record<string, string[]>, urgent?: boolean): TrainingText[] {
  return Object.entries(table).flatMap(([category, texts]) =>
    texts.map((text) => ({ category, text, ...(urgent === undefined ? {} : { urgent }) })),
  );
}
