import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { accountPages, accountRoutes } from './account-routes.tsx';
import { executionRoutes } from './execution-routes.tsx';
import { indexRoutes } from './index-routes.tsx';
import { lazyPage } from './lazy-page.ts';
import { NAVIGATION } from './layout/navigation.ts';
import { PageError } from './layout/PageError.tsx';
import { roundRoutes } from './round-routes.tsx';
import { reportRoutes } from './report-routes.tsx';
import { registerRoutes } from './register-routes.tsx';
import { reminderPages, stopCopiesRoute } from './reminder-routes.tsx';
import {
  parseSearch,
  validateDocumentSearch,
  validateFindingsSearch,
  validatePlainSearch,
  validateSignInSearch,
  stringifySearch,
} from './search-params.ts';
import { overviewPage, rootRoute, shellRoute } from './shell-route.tsx';
import { sessionQuery } from './session/session.ts';
import { LoadingState } from './ui/LoadingState.tsx';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap',
  validateSearch: validateSignInSearch,
  component: lazyPage(() => import('#features/account/web/SignInPage.tsx')),
});

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: overviewPage,
  // Whose work is not the whole province begins with the first page that they may see.
  beforeLoad: async ({ context }) => {
    const { permittedActions } = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
    if (permittedActions.includes('overview.read')) return;
    const first = NAVIGATION.find(({ action }) => permittedActions.includes(action));
    if (first) redirect({ to: first.to, throw: true });
  },
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

const measureLinksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mau-thuan/lien-ket',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/consistency/web/MeasureLinksPage.tsx')),
});

const planImportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhap-van-ban',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/plan-import/web/PlanImportPage.tsx')),
});

const planImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhap-van-ban/$id',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/plan-import/web/PlanImportReviewPage.tsx')),
});

const directiveRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhap-van-ban/chi-dao',
  component: lazyPage(() => import('#features/plan-import/web/directive/DirectivePage.tsx')),
});

const documentChangesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/van-ban/$id/thay-doi',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/plan-import/web/register-change/DocumentChangesPage.tsx')),
});

const amendmentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhap-van-ban/$id/doi-chieu',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/plan-import/web/register-change/AmendmentPage.tsx')),
});

const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quan-tri/nhat-ky',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/audit/web/AuditPage.tsx')),
});

const deliverySourcesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quan-tri/nguon-so-lieu',
  component: lazyPage(() => import('#features/collection/web/deliveries/DeliverySourcesPage.tsx')),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  ...accountRoutes,
  stopCopiesRoute,
  shellRoute.addChildren([
    overviewRoute,
    ...reportRoutes,
    ...indexRoutes,
    ...registerRoutes,
    ...roundRoutes,
    ...executionRoutes,
    ...reminderPages,
    ...accountPages,
    plansRoute,
    planItemRoute,
    documentRoute,
    organizationsRoute,
    organizationRoute,
    findingsRoute,
    measureLinksRoute,
    planImportsRoute,
    planImportRoute,
    directiveRoute,
    amendmentRoute,
    documentChangesRoute,
    auditRoute,
    deliverySourcesRoute,
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
