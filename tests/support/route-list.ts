import type { Express } from 'express';

/** What Express's router keeps of one `use` or one route; `rawPath` is the path as it was given. */
type Layer = {
  name: string;
  rawPath: unknown;
  slash: boolean;
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle: { stack?: Layer[]; router?: { stack: Layer[] } };
};

/**
 * All that an app serves: its routes as `METHOD /path`, also those of routers within, and as `USE /path` handlers
 * that answer everything below a path (static files, a mounted app).
 */
export function listRoutes(app: Express): string[] {
  const { stack } = (app as unknown as { router: { stack: Layer[] } }).router;
  return [...new Set(stack.flatMap((layer) => routesOf(layer, '')))];
}

function routesOf({ name, rawPath, slash, route, handle }: Layer, prefix: string): string[] {
  if (route) {
    const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
    return [route.path].flat().flatMap((path) => methods.map((method) => `${method} ${prefix}${path}`));
  }
  const paths = slash ? [''] : [rawPath].flat().map(String);
  const inner = handle.stack ?? handle.router?.stack;
  if (inner) {
    return paths.flatMap((path) => inner.flatMap((layer) => routesOf(layer, prefix + path)));
  }
  return name === 'serveStatic' || name === 'mounted_app' ? paths.map((path) => `USE ${prefix}${path}/`) : [];
}
