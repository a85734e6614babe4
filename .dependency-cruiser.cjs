// The table of the architecture, each rule a sentence. ARCHITECTURE.md repeats them.

const TEST = '\\.test\\.tsx?$';
// One quantifier inside another is refused as unsafe, so that nothing at all would be checked.
const CONTRACT = '^src/features/.+contract\\.ts$';
const ROUTES = '^src/features/.+routes\\.ts$';
const WEB = '^src/(web/|features/[^/]+/web/)';
// The composition roots know every feature: that is their task.
const COMPOSITION =
  '^src/server/(compose(-cli)?|main|start-system|load-reference)\\.ts$|^src/server/(cli|demonstration)/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'no-circles',
      'Two modules that need each other are one module, or a third is missing.',
      {},
      { circular: true },
    ),
    rule(
      'core-stands-alone',
      'core/ imports only core/, decimal.js and temporal-polyfill: it is true without a computer.',
      { path: '^src/core/', pathNot: TEST },
      { pathNot: ['^src/core/', 'node_modules/decimal\\.js/', 'node_modules/temporal-polyfill/'] },
    ),
    rule(
      'contract-knows-core-alone',
      'contract/ imports core, itself and zod, and no feature: features are declared with it.',
      { path: '^src/contract/', pathNot: TEST },
      { pathNot: ['^src/core/', '^src/contract/', 'node_modules/zod/'] },
    ),
    rule(
      'contracts-of-features-stay-shared',
      'The features’ contracts import core, contract, each other and zod: both sides of the wire share them.',
      { path: CONTRACT, pathNot: TEST },
      {
        pathNot: ['^src/core/', '^src/contract/', CONTRACT, 'node_modules/zod/'],
      },
    ),
    rule(
      'sql-stays-below',
      'A store or reads module touches neither HTTP nor other features: it speaks SQL and nothing else.',
      { path: '^src/features/([^/]+)/.*(store|reads)\\.ts$' },
      { path: ['^src/features/(?!$1/)', '^src/server/http/', 'node_modules/fastify/'] },
    ),
    rule(
      'sql-lives-in-stores',
      'Queries are written in stores and reads, and in what the server offers several features; others know only the rows’ types.',
      {
        path: '^src/',
        pathNot: [
          '^src/features/[^/]+/.*(store|reads)\\.ts$',
          '^src/server/(db|jobs|registers|consistency|scoring)/',
          TEST,
        ],
      },
      { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'features-do-not-know-each-other',
      'A feature uses another only through its contract; what two need belongs to core or to server.',
      { path: '^src/features/([^/]+)/', pathNot: [WEB, TEST] },
      {
        path: '^src/features/',
        pathNot: ['^src/features/$1/', CONTRACT],
      },
    ),
    rule(
      'services-do-not-know-http',
      'A use case does not know that it was asked over HTTP.',
      { path: '^src/features/[^/]+/', pathNot: [ROUTES, WEB, TEST] },
      { path: ['^src/server/http/', 'node_modules/(fastify|@fastify)/'] },
    ),
    rule(
      'routes-hold-no-sql',
      'Routes go from the contract to the use case to the view and hold no SQL.',
      { path: ROUTES },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    rule(
      'screens-stay-apart-from-the-server',
      'What runs in the browser imports core, contracts and the web kit, never the server.',
      { path: WEB, pathNot: TEST },
      {
        path: ['^src/server/', '^src/features/', '^data/'],
        pathNot: [CONTRACT, '^src/features/[^/]+/web/'],
      },
    ),
    rule(
      'screens-of-features-stay-apart',
      'A feature’s screens do not import another feature’s screens: what two need belongs to web/ui or web/widgets.',
      { path: '^src/features/([^/]+)/web/' },
      { path: '^src/features/[^/]+/web/', pathNot: '^src/features/$1/web/' },
    ),
    rule(
      'the-kit-knows-no-feature',
      'web/ui, web/api and web/i18n know no feature; the router mounts the pages.',
      { path: '^src/web/(ui|api|i18n)/', pathNot: TEST },
      { path: '^src/features/' },
    ),
    rule(
      'the-server-does-not-know-features',
      'Only the composition roots mount features; the rest of server/ serves any of them.',
      { path: '^src/server/', pathNot: [COMPOSITION, TEST] },
      { path: '^src/features/' },
    ),
    rule(
      'the-server-is-not-a-screen',
      'The server imports nothing of the web but the dictionaries that the command line speaks with.',
      { path: '^src/server/' },
      { path: WEB, pathNot: '^src/web/i18n/' },
    ),
    rule(
      'tests-are-not-imported',
      'No product code imports tests, the test harness or the benchmarks.',
      { path: '^src/', pathNot: TEST },
      { path: ['^test/', '^e2e/', '^bench/', TEST], pathNot: '^src/web/test/' },
    ),
    rule(
      'no-orphans',
      'A module that nothing imports is dead.',
      {
        orphan: true,
        pathNot: [
          TEST,
          '\\.d\\.ts$',
          '^(scripts|bench|e2e|test)/',
          '/main\\.tsx?$',
          '\\.config\\.[jt]s$',
          '/schema\\.gen\\.ts$',
          // Stands in for zod in the web by an alias of vite.config.ts.
          '/schema-stand-in\\.ts$',
        ],
      },
      {},
    ),
    rule(
      'packages-are-declared',
      'What is imported is in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule('imports-exist', 'What is imported exists.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)node_modules/\\.vite/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
