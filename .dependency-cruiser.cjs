/**
 * The house's import rules; ARCHITECTURE.md says them in words. Type imports count like any other.
 * Run them with `npm run rules`; tests/unit/import-rules.test.ts shows each of them catch something.
 */

/** Rooms of the server that everything else may stand on. */
const COMPOSITION = '^server/(main|compose[\\w-]*)\\.ts$';
const FOUNDATION = '^server/(platform|database|queue|config\\.ts)';
/** Rooms of the client that screens share; every other folder there is a screen. */
const SHARED_ROOMS = 'live|map|ui|api|session|ticket';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared imports shared only; zod describes what crosses the wire.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^shared/|^node_modules/zod/' },
    },
    {
      name: 'server-never-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-never-server',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'house-never-scripts-or-tests',
      severity: 'error',
      from: { path: '^(shared|server|client)/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'server-runs-without-dev-dependencies',
      comment: "A city's server is installed with --omit=dev.",
      severity: 'error',
      from: { path: '^(shared|server)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'], pathNot: '/@types/' },
    },
    {
      name: 'main-is-the-root',
      comment: 'main and compose put the parts together; no part knows them.',
      severity: 'error',
      from: { path: '^(shared|server)/', pathNot: COMPOSITION },
      to: { path: COMPOSITION },
    },
    {
      name: 'foundation-knows-no-feature',
      severity: 'error',
      from: { path: FOUNDATION },
      to: { path: '^server/', pathNot: FOUNDATION },
    },
    {
      name: 'tickets-know-no-feature',
      comment: 'tickets is the core: features import it.',
      severity: 'error',
      from: { path: '^server/tickets/' },
      to: { path: '^server/', pathNot: [FOUNDATION, '^server/tickets/'] },
    },
    {
      name: 'channels-go-through-intake',
      comment:
        'channels → intake → queue: a channel opens no ticket and queues no job itself. The operator is a person ' +
        'acting on tickets, and wants the ticket in the answer.',
      severity: 'error',
      from: { path: '^server/channels/', pathNot: '^server/channels/operator/' },
      to: { path: '^server/(queue|pipeline|tickets|sla|realtime|replies|insight|public)/' },
    },
    {
      name: 'intake-knows-no-channel',
      comment: 'intake is the one door behind all channels, and in front of the pipeline.',
      severity: 'error',
      from: { path: '^server/intake/' },
      to: { path: '^server/(channels|pipeline|tickets|sla|realtime|replies|insight|public)/' },
    },
    {
      name: 'only-main-imports-realtime-and-sla',
      severity: 'error',
      from: { path: '^server/([^/]+)/' },
      to: { path: '^server/(realtime|sla)/', pathNot: '^server/$1/' },
    },
    {
      name: 'screens-never-each-other',
      severity: 'error',
      from: { path: '^client/([^/]+)/', pathNot: `^client/(${SHARED_ROOMS})/` },
      to: { path: '^client/([^/]+)/', pathNot: [`^client/(${SHARED_ROOMS})/`, '^client/$1/'] },
    },
    {
      name: 'client-rooms-know-no-screen',
      severity: 'error',
      from: { path: `^client/(${SHARED_ROOMS})/` },
      to: { path: '^client/', pathNot: `^client/(${SHARED_ROOMS})/` },
    },
    {
      name: 'app-is-the-root-of-the-client',
      severity: 'error',
      from: { path: '^client/[^/]+/' },
      to: { path: '^client/(app|main)\\.tsx$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
