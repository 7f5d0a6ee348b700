import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers that tell browsers what our pages may do. Scripts come from our own files alone; inline styles are
 * allowed, Mantine and Leaflet place things with them. `tileUrl` is a template like
 * `https://{s}.tile.example/{z}/{x}/{y}.png`; its server may deliver pictures.
 */
export function securityHeaders(options: {
  publicUrl: string | null;
  tileUrl: string | null;
}): RequestHandler[] {
  const secure = options.publicUrl?.startsWith('https:') ?? false;
  return [helmet(helmetOptions(secure, tileSource(options.tileUrl))), permissions];
}

function helmetOptions(secure: boolean, tiles: string[]) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        fontSrc: ["'self'", 'data:'],
        // 'self' covers ws: of the same host too, but not in the older browsers that kiosk screens come with.
        connectSrc: ["'self'", ownSockets],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        mediaSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // Only where HTTPS is certain: on plain HTTP in a control room's network it would break every page.
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 180 * 24 * 3600, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    // Tile servers want to know which site asks; paths and queries stay here.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
    xFrameOptions: { action: 'deny' as const },
  };
}

const permissions: RequestHandler = (_req, res, next) => {
  res.set('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()');
  next();
};

/** ws: and wss: of the host that was asked for. */
function ownSockets(req: IncomingMessage): string {
  const { host } = req.headers;
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** The source expression for a tile template; `{s}` in its host becomes the wildcard that CSP knows. */
function tileSource(tileUrl: string | null): string[] {
  const match = /^(https?):\/\/([^/?#]+)/i.exec(tileUrl ?? '');
  const host = match?.[2];
  if (!match || host === undefined) return [];
  const placeholder = host.lastIndexOf('}');
  const source = placeholder === -1 ? host : `*${host.slice(placeholder + 1)}`;
  return source === '*' || /[^\w.:*[\]-]/.test(source) ? [] : [`${match[1]}://${source}`];
}
