import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';
import { describeApi } from './openapi.ts';

/** Swagger UI's own start script points at its example; ours points here. No inline script, so CSP stays strict. */
const START_SCRIPT = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui' });`;

const page = (title: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

/** `/api/openapi.json` describes the API, `/api/docs` shows it. Both are public: they hold nothing of the city's. */
export function createApiDocsRoutes(title: string): Router {
  const router = Router();
  const description = describeApi(title);
  const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

  router.get('/api/openapi.json', (_req, res) => {
    res.json(description);
  });
  router.get('/api/docs', (_req, res) => {
    res.type('html').send(page(title));
  });
  router.get('/api/docs/start.js', (_req, res) => {
    res.type('js').send(START_SCRIPT);
  });
  router.use('/api/docs', express.static(files, { index: false }));
  return router;
}
