import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach } from 'vitest';
import { LocaleProvider } from '#web/i18n/locale.tsx';
import type { Locale } from '#web/i18n/messages.ts';
import { theme } from '#web/theme.ts';

// What the browser has and jsdom lacks.
Object.defineProperty(window, 'matchMedia', {
  value: (media: string) => ({
    matches: false,
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});
window.scrollTo = () => undefined;
HTMLCanvasElement.prototype.getContext = () => null;
// Nothing is laid out, so that no size ever changes.
window.ResizeObserver = class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

afterEach(cleanup);

/** Shows an element as a page does: theme, language, cache and a router in which every link leads somewhere. */
export const renderPage = async (element: ReactElement, locale: Locale = 'vi') => {
  const rootRoute = createRootRoute();
  const anyRoute = createRoute({ getParentRoute: () => rootRoute, path: '$', component: () => element });
  const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: () => element });
  const router = createRouter({
    routeTree: rootRoute.addChildren([homeRoute, anyRoute]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  return render(
    <MantineProvider theme={theme} env="test">
      <LocaleProvider initial={locale}>
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>,
  );
};
