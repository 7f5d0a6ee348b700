import { Router } from 'express';
import { sql } from 'kysely';
import type { ChannelHealth, HealthView, PushHealth, RepliesHealth } from '../../shared/wire/api.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { AppError, RETRY_AFTER_S } from '../platform/errors.ts';
import type { Metrics } from '../platform/metrics.ts';
import { keepWithin } from '../platform/within.ts';

type QueueProbe = { kind: 'redis' | 'postgres'; ping(): Promise<void> };

type HealthDeps = {
  db: Database;
  queue: QueueProbe;
  metrics: Metrics;
  channelHealth: () => Promise<ChannelHealth[]>;
  pushHealth: () => Promise<PushHealth>;
  repliesHealth: () => Promise<RepliesHealth>;
};

/**
 * `/healthz`: the process lives. `/readyz`: it can keep reports safe, that is, the database takes writes
 * (a queue that is down only delays). `/metrics` for Prometheus. `/api/health` for people.
 */
export function createHealthRoutes(deps: HealthDeps): Router {
  const { db, queue, metrics, channelHealth, pushHealth, repliesHealth } = deps;
  const router = Router();

  router.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });

  router.get('/readyz', async (_req, res) => {
    if (!(await takesWrites(db))) throw new AppError('unavailable', { retryAfterS: RETRY_AFTER_S });
    res.json({ status: 'ready' });
  });

  router.get('/metrics', async (_req, res) => {
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });

  router.get('/api/health', async (_req, res) => {
    authorise(res, 'health.read');
    const [database, queueState] = await Promise.all([
      takesWrites(db),
      queue.ping().then(
        () => 'up' as const,
        () => 'down' as const,
      ),
    ]);
    const figures = await readFigures(db);
    const view: HealthView = {
      database: database ? 'up' : 'down',
      queue: { backend: queue.kind, state: queueState },
      channels: await channelHealth(),
      push: await pushHealth(),
      replies: await repliesHealth(),
      ...figures,
    };
    res.json(view);
  });

  return router;
}

/** True when the database answers in time and is not a read-only standby. */
async function takesWrites(db: Database): Promise<boolean> {
  try {
    const asking = sql<{ standby: boolean }>`select pg_is_in_recovery() as standby`.execute(db);
    const result = await keepWithin(asking);
    return result.rows[0]?.standby === false;
  } catch {
    return false;
  }
}

type FiguresRow = {
  waiting: number;
  failed: number;
  oldest: number | null;
  seq: number;
  counted: number | null;
  checked: HealthView['figures']['check'];
};

async function readFigures(db: Database): Promise<Pick<HealthView, 'reports' | 'log' | 'figures'>> {
  const result = await sql<FiguresRow>`
    select
      (select count(*) from report where state = 'received') as waiting,
      (select count(*) from report where state = 'failed') as failed,
      (select extract(epoch from now() - min(received_at))::float8 from report where state = 'received') as oldest,
      (select value from counter where name = 'log') as seq,
      (select seq from kpi_position) as counted,
      (select to_jsonb(last) from (
        select to_char(checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, differences, examples
        from kpi_check order by id desc limit 1) as last) as checked`.execute(db);
  const row = result.rows[0];
  return {
    reports: {
      waiting: row?.waiting ?? 0,
      failed: row?.failed ?? 0,
      oldestWaitingSeconds: row?.oldest ?? null,
    },
    log: { seq: row?.seq ?? 0 },
    figures: { seq: row?.counted ?? 0, check: row?.checked ?? null },
  };
}
