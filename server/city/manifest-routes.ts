import { Router } from 'express';
import type { CityPack } from '../../shared/city/city-pack.ts';

/** Telephones cut longer names below an icon. */
const SHORT_NAME = 14;

/**
 * What a telephone needs to install the department's screen. Public: it says no more than the sign-in page. Its scope
 * is the whole origin, so that signing in stays within the app.
 */
export function createManifestRoutes(pack: CityPack): Router {
  const router = Router();
  const manifest = {
    id: '/responder',
    name: pack.roomName,
    short_name: pack.roomName.length > SHORT_NAME ? pack.name.slice(0, SHORT_NAME) : pack.roomName,
    lang: pack.locale,
    start_url: '/responder',
    scope: '/',
    display: 'standalone',
    orientation: 'any',
    background_color: '#f3f5f8',
    theme_color: '#10151d',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  };
  router.get('/manifest.webmanifest', (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('application/manifest+json').send(JSON.stringify(manifest));
  });
  return router;
}
