import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { validatePlainSearch } from './search-params.ts';
import { shellRoute } from './shell-route.tsx';

const workRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/viec-cua-toi',
  component: lazyPage(() => import('#features/collection/web/work/WorkPage.tsx')),
});

const formRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bao-cao/$id',
  component: lazyPage(() => import('#features/collection/web/form/FormPage.tsx')),
});

const sheetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bao-cao/$id/ban-in',
  component: lazyPage(() => import('#features/collection/web/form/ReportSheetPage.tsx')),
});

const papersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/van-ban-hanh-chinh',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/official-document/web/PapersPage.tsx')),
});

const paperRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/van-ban-hanh-chinh/$id',
  component: lazyPage(() => import('#features/official-document/web/PaperPage.tsx')),
});

const templatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/van-ban-hanh-chinh/mau',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/official-document/web/template/TemplatesPage.tsx')),
});

/** The pages of those who report and sign, and the documents that are made from what they reported. */
export const reportRoutes = [workRoute, formRoute, sheetRoute, papersRoute, templatesRoute, paperRoute];
