import { Router } from 'express';
import { can } from '../../shared/access/policy.ts';
import { SETTING_ACTION } from '../../shared/access/settings-policy.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { differencesOf, partsOf, partValue } from '../../shared/city/parts.ts';
import {
  changeSettingBody,
  checkSettingBody,
  type QuickTextsAnswer,
  type SettingCheck,
  type SettingsAnswer,
  settingHistoryQuery,
} from '../../shared/wire/settings.ts';
import { authorOf } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { parseBody } from '../platform/parse.ts';
import { presentChange, readChanges, readHistory } from './change-rows.ts';
import { findMissed } from './effects/rule-moves.ts';
import { measureEffects } from './effects.ts';
import type { LiveCity } from './live-city.ts';
import { propose } from './propose.ts';
import { saveSetting } from './save.ts';

const MISSED_SHOWN = 8;

type Deps = { db: Database; base: CityPack; city: LiveCity; clock: Clock };

/** The city as it is set up, what a change would do, and changing it. */
export function createSettingsRoutes(deps: Deps): Router {
  const { db, base, city, clock } = deps;
  const router = Router();

  router.get('/api/settings', async (_req, res) => {
    authorise(res, 'settings.read');
    res.json(await readSettings(deps));
  });

  router.get('/api/settings/history', async (req, res) => {
    authorise(res, 'settings.read');
    const { kind, key } = parseBody(settingHistoryQuery, req.query);
    res.json({ changes: await readHistory(db, kind, key) });
  });

  router.post('/api/settings/check', async (req, res) => {
    authorise(res, 'settings.read');
    const { effectiveFrom, ...body } = parseBody(checkSettingBody, req.body);
    const wanted = { ...body, effectiveFrom: effectiveFrom === null ? null : Date.parse(effectiveFrom) };
    const proposal = propose(withModels(deps), await readChanges(db), wanted, clock.now());
    const missed = await findMissed(proposal);
    const part = (pack: CityPack) => partValue(pack, body.kind, body.key);
    const check: SettingCheck = {
      faults: proposal.faults,
      differences: differencesOf(
        part(proposal.before),
        body.value === null ? part(base) : proposal.change.value,
      ),
      effects: await measureEffects(db, proposal, clock.now()),
      missed: { count: missed.length, examples: missed.slice(0, MISSED_SHOWN) },
    };
    res.json(check);
  });

  router.post('/api/settings', async (req, res) => {
    authorise(res, 'settings.read');
    const body = parseBody(changeSettingBody, req.body);
    authorise(res, SETTING_ACTION[body.kind]);
    const change = await saveSetting({ db, clock, base: withModels(deps) }, body, authorOf(req, res));
    await city.refresh();
    res.status(201).json(change);
  });

  router.get('/api/quick-texts', (_req, res) => {
    const actor = authorise(res, 'quick-texts.read');
    const isFor = ({ departmentCode }: { departmentCode: string | null }) =>
      departmentCode === null ||
      actor.departmentCode === null ||
      can(actor, 'quick-texts.read', { departmentCode });
    const answer: QuickTextsAnswer = { quickTexts: (city.pack.quickTexts ?? []).filter(isFor) };
    res.json(answer);
  });

  return router;
}

/** The city as deployed, with the models in force: what a change does is what it does with them. */
function withModels({ base, city }: Deps): CityPack {
  const { learnt } = city.pack;
  return learnt ? { ...base, learnt } : base;
}

async function readSettings({ db, base, city, clock }: Deps): Promise<SettingsAnswer> {
  const changes = await readChanges(db);
  const now = clock.now();
  const originals = new Map(partsOf(base).map((part) => [`${part.kind} ${part.key}`, part.value]));
  const inForce = partsOf(city.pack);
  const known = new Set(inForce.map(({ kind, key }) => `${kind} ${key}`));
  // Parts that are yet to come: entered, not in force.
  const awaited = changes
    .filter(({ kind, key, effectiveFrom }) => effectiveFrom > now && !known.has(`${kind} ${key}`))
    .map(({ kind, key }) => ({ kind, key, value: null }));
  const all = [...inForce, ...new Map(awaited.map((part) => [`${part.kind} ${part.key}`, part])).values()];
  return {
    now: isoNow(clock),
    settings: all.map((part) => {
      const own = changes.filter(({ kind, key }) => kind === part.kind && key === part.key);
      return {
        ...part,
        original: originals.get(`${part.kind} ${part.key}`) ?? null,
        lastChange: own.at(-1)?.id ?? null,
        upcoming: own.filter(({ effectiveFrom }) => effectiveFrom > now).map(presentChange),
      };
    }),
  };
}
