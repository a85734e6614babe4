import { createRoute, retainSearchParams } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import {
  type PlainSearch,
  validateAuditSearch,
  validateComparisonSearch,
  validateIndexSearch,
  validateMapSearch,
  validatePlainSearch,
  validateRankingSearch,
  validateSheetSearch,
  validateSubjectSearch,
} from './search-params.ts';
import { shellRoute } from './shell-route.tsx';

// Links within the index of a commune or agency stay with it.
const keepSubject = retainSearchParams<{ 'don-vi'?: string | undefined; bo?: string | undefined }>([
  'don-vi',
  'bo',
]);

const keepPlainSubject = retainSearchParams<PlainSearch>(['don-vi', 'bo']);

const indexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so',
  validateSearch: validateIndexSearch,
  search: { middlewares: [keepSubject] },
  component: lazyPage(() => import('#features/index-score/web/IndexPage.tsx')),
});

const componentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/$code',
  validateSearch: validateSubjectSearch,
  search: { middlewares: [keepSubject] },
  component: lazyPage(() => import('#features/index-score/web/ComponentPage.tsx')),
});

const whatIfRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/neu-thi',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/scenario/web/WhatIfPage.tsx')),
});

const scenarioComparisonRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/neu-thi/so-sanh',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/scenario/web/ScenarioComparisonPage.tsx')),
});

const rankingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/xep-hang',
  validateSearch: validateRankingSearch,
  component: lazyPage(() => import('#features/ranking/web/RankingPage.tsx')),
});

const rankingAuditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/xep-hang/kiem-dinh',
  validateSearch: validateAuditSearch,
  component: lazyPage(() => import('#features/ranking/web/AuditPage.tsx')),
});

const mapRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ban-do',
  validateSearch: validateMapSearch,
  component: lazyPage(() => import('#features/map/web/MapPage.tsx')),
});

const snapshotsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/ban-chot',
  component: lazyPage(() => import('#features/score-snapshot/web/SnapshotsPage.tsx')),
});

const snapshotComparisonRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/ban-chot/so-sanh',
  validateSearch: validateComparisonSearch,
  component: lazyPage(() => import('#features/score-snapshot/web/ComparisonPage.tsx')),
});

const snapshotRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/ban-chot/$id',
  component: lazyPage(() => import('#features/score-snapshot/web/SnapshotPage.tsx')),
});

const explanationSheetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/ban-giai-trinh',
  validateSearch: validateSheetSearch,
  component: lazyPage(() => import('#features/score-snapshot/web/SheetPage.tsx')),
});

const improvementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/phuong-an-cai-thien',
  validateSearch: validatePlainSearch,
  search: { middlewares: [keepPlainSubject] },
  component: lazyPage(() => import('#features/improvement-plan/web/ImprovementPlanPage.tsx')),
});

const keptImprovementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/phuong-an-cai-thien/$id',
  validateSearch: validatePlainSearch,
  search: { middlewares: [keepPlainSubject] },
  component: lazyPage(() => import('#features/improvement-plan/web/KeptPlanPage.tsx')),
});

const forecastRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/du-bao',
  validateSearch: validatePlainSearch,
  search: { middlewares: [keepPlainSubject] },
  component: lazyPage(() => import('#features/forecast/web/ForecastPage.tsx')),
});

const frameworksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/khung',
  component: lazyPage(() => import('#features/framework/web/FrameworksPage.tsx')),
});

const frameworkRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/khung/$code/$version',
  component: lazyPage(() => import('#features/framework/web/FrameworkPage.tsx')),
});

const frameworkComparisonRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/khung/$code/$version/so-sanh',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/framework/web/FrameworkComparisonPage.tsx')),
});

const frameworkEditorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/khung/$code/$version/sua',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/framework/web/FrameworkEditorPage.tsx')),
});

/** The addresses of the index: its score and what follows from it, rankings and the map. */
export const indexRoutes = [
  indexRoute,
  componentRoute,
  whatIfRoute,
  scenarioComparisonRoute,
  rankingRoute,
  rankingAuditRoute,
  mapRoute,
  snapshotsRoute,
  snapshotComparisonRoute,
  snapshotRoute,
  explanationSheetRoute,
  improvementRoute,
  keptImprovementRoute,
  forecastRoute,
  frameworksRoute,
  frameworkRoute,
  frameworkComparisonRoute,
  frameworkEditorRoute,
] as const;
