import { build, type Plugin, type Rollup } from 'vite';

const SCREEN = /\/responder\/responder-screen\.tsx$/;
/** Loaded one at a time, but a phone may change its language without signal. */
const WORDS = /\/shared\/text\/(id|en)\.ts$/;
const WORKER = 'responder/worker/service-worker.ts';
/** Of the typeface only what Indonesian and English are written with. */
const OTHER_SCRIPTS = /-(cyrillic|greek|vietnamese)[\w-]*\.woff2$/;

type Bundle = Rollup.OutputBundle;

/**
 * Builds the responder's service worker beside the screens, as one plain file at an address that never changes. It is
 * told the names of the files its screen is made of, and so becomes another file whenever any of them does.
 */
export function shellPlugin(): Plugin {
  let root = '';
  return {
    name: 'live-room-shell',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async writeBundle({ dir }, bundle) {
      const files = shellFiles(bundle);
      const page = bundle['index.html'];
      const version = digest(files.join() + (page?.type === 'asset' ? String(page.source) : ''));
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        define: { SHELL_FILES: JSON.stringify(files), SHELL_VERSION: JSON.stringify(version) },
        build: {
          outDir: dir ?? '',
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry: WORKER, formats: ['iife'], name: 'worker', fileName: () => 'service-worker.js' },
        },
      });
    },
  };
}

/** Addresses of everything that the page and the responder's screen load before anything is touched. */
export function shellFiles(bundle: Bundle): string[] {
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || files.has(name)) return;
    files.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const next of chunk.imports) visit(next);
  };
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type !== 'chunk') continue;
    const module = chunk.facadeModuleId ?? '';
    if (chunk.isEntry || SCREEN.test(module) || WORDS.test(module)) visit(name);
  }
  for (const name of Object.keys(bundle))
    if (name.endsWith('.woff2') && !OTHER_SCRIPTS.test(name)) files.add(name);
  return [...files].map((name) => `/${name}`).sort();
}

/** FNV-1a: only to tell one version from another. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
