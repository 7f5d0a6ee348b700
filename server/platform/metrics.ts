import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` tells (Prometheus text format), one registry a server. Times in seconds. */
export type Metrics = ReturnType<typeof createMetrics>;

/** A registry with the process's own figures and the product's. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'live_room_http_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
      registers,
    }),
    reportsReceived: new Counter({
      name: 'live_room_reports_received_total',
      help: 'Reports committed to the inbox',
      labelNames: ['channel'],
      registers,
    }),
    reportsProcessed: new Counter({
      name: 'live_room_reports_processed_total',
      help: 'Reports the pipeline has finished, by decision',
      labelNames: ['decision'],
      registers,
    }),
    liveSockets: new Gauge({
      name: 'live_room_live_sockets',
      help: 'Sockets in the live rooms',
      labelNames: ['audience'],
      registers,
    }),
    kpiDifferences: new Gauge({
      name: 'live_room_kpi_differences',
      help: 'Differences that the last count from the log alone found in the figures, on the node that counts',
      registers,
    }),
    logSeq: new Gauge({
      name: 'live_room_log_seq',
      help: 'Newest log number this node has sent out',
      registers,
    }),
  };
}
