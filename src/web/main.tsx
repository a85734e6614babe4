import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@mantine/core/styles.css';
import './global.css';
import { buildQueryClient } from './api/query-client.ts';
import { setSessionEnd } from './api/session-end.ts';
import { LocaleProvider } from './i18n/locale.tsx';
import { NotificationPlace } from './layout/NotificationPlace.tsx';
import { buildRouter } from './router.tsx';
import { sessionQuery } from './session/session.ts';
import { cssVariables, theme } from './theme.ts';

// Before anybody was signed in there is no page to keep: the router leads to the sign-in page.
const askToSignInAgain = (isUnsaved: boolean): void => {
  if (queryClient.getQueryData(sessionQuery.queryKey) === undefined) return;
  setSessionEnd(queryClient, { isUnsaved, isAsked: true });
};
const queryClient = buildQueryClient(askToSignInAgain);
const router = buildRouter(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks the element #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <LocaleProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <NotificationPlace />
        </QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>
  </StrictMode>,
);
