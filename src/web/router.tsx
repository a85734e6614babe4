import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { toProblem } from './api/problem-error.ts';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './layout/NotFoundPage.tsx';
import { PageError } from './layout/PageError.tsx';
import { Root } from './layout/Root.tsx';
import { Shell } from './layout/Shell.tsx';
import {
  parseSearch,
  stringifySearch,
  validateComparisonSearch,
  validateDocumentSearch,
  validateFindingsSearch,
  validateIndexSearch,
  validateMapSearch,
  validatePlainSearch,
  validateRankingSearch,
  validateSheetSearch,
  validateShellSearch,
  validateSignInSearch,
  validateSubjectSearch,
} from './search-params.ts';
import { sessionQuery, systemQuery } from './session/session.ts';
import { LoadingState } from './ui/LoadingState.tsx';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
});

const overviewPage = lazyPage(() => import('#features/overview/web/OverviewPage.tsx'));

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap',
  validateSearch: validateSignInSearch,
  component: lazyPage(() => import('#features/account/web/SignInPage.tsx')),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  validateSearch: validateShellSearch,
  search: { middlewares: [retainSearchParams(['nam'])] },
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    // The first page is fetched beside the session instead of after it: it is what most people wait for.
    if (location.pathname === '/') void overviewPage.preload?.();
    try {
      await Promise.all([
        context.queryClient.query({ ...sessionQuery, staleTime: 'static' }),
        context.queryClient.query({ ...systemQuery, staleTime: 'static' }),
      ]);
    } catch (error) {
      if (toProblem(error).code !== 'session.required') throw error;
      redirect({ to: '/dang-nhap', search: { 'tro-lai': location.href }, throw: true });
    }
  },
});

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: overviewPage,
});

// Links within the index of a commune or agency stay with it.
const keepSubject = retainSearchParams<{ 'don-vi'?: string | undefined; bo?: string | undefined }>([
  'don-vi',
  'bo',
]);

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
  component: lazyPage(() => import('#features/improvement-plan/web/ImprovementPlanPage.tsx')),
});

const keptImprovementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/phuong-an-cai-thien/$id',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/improvement-plan/web/KeptPlanPage.tsx')),
});

const forecastRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bo-chi-so/du-bao',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/forecast/web/ForecastPage.tsx')),
});

const plansRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ke-hoach',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/plan/web/PlanPage.tsx')),
});

const planItemRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ke-hoach/$kind/$id',
  component: lazyPage(() => import('#features/plan/web/PlanItemPage.tsx')),
});

const documentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/van-ban/$id',
  validateSearch: validateDocumentSearch,
  component: lazyPage(() => import('#features/plan/web/DocumentPage.tsx')),
});

const organizationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/co-quan',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/organization/web/OrganizationsPage.tsx')),
});

const organizationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/co-quan/$code',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/organization/web/OrganizationPage.tsx')),
});

const findingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mau-thuan',
  validateSearch: validateFindingsSearch,
  component: lazyPage(() => import('#features/consistency/web/FindingsPage.tsx')),
});

const planImportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhap-van-ban',
  component: lazyPage(() => import('#features/plan-import/web/PlanImportPage.tsx')),
});

const planImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhap-van-ban/$id',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/plan-import/web/PlanImportReviewPage.tsx')),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    overviewRoute,
    indexRoute,
    componentRoute,
    frameworksRoute,
    frameworkRoute,
    frameworkComparisonRoute,
    frameworkEditorRoute,
    whatIfRoute,
    scenarioComparisonRoute,
    rankingRoute,
    mapRoute,
    snapshotsRoute,
    snapshotComparisonRoute,
    snapshotRoute,
    explanationSheetRoute,
    improvementRoute,
    keptImprovementRoute,
    forecastRoute,
    plansRoute,
    planItemRoute,
    documentRoute,
    organizationsRoute,
    organizationRoute,
    findingsRoute,
    planImportsRoute,
    planImportRoute,
  ]),
]);

/** Every address of the application. Pages load when they are first visited, or when a link to them is pointed at. */
export const buildRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof buildRouter>;
  }
}
