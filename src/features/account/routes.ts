import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { getSession, listDemonstrationAccounts, signIn, signOut } from './contract.ts';
import { demonstrationAccounts } from './demonstration.ts';
import { closeSession, findSession } from './session.ts';
import { signInWith } from './sign-in.ts';

/** Sign-in, sign-out, and who is signed in. */
export const accountRoutes: readonly HandledRoute[] = [
  handle(signIn, async ({ body }, context) => {
    const opened = await signInWith(context, body);
    if (isRefusal(opened)) return opened;
    context.sessionCookie.keep(opened.token);
    return opened.view;
  }),
  handle(getSession, async (_input, context) => {
    const { token } = context.sessionCookie;
    const session = token === undefined ? undefined : await findSession(context, token);
    return session ?? refuse('session.required');
  }),
  handle(signOut, async (_input, context) => {
    const { actor, sessionCookie } = context;
    if (!actor || sessionCookie.token === undefined) return refuse('session.required');
    const continueAt = await closeSession(context, actor, sessionCookie.token);
    sessionCookie.clear();
    return { continueAt };
  }),
  handle(listDemonstrationAccounts, (_input, { installation }) =>
    Promise.resolve({ items: installation.profile === 'demonstration' ? [...demonstrationAccounts] : [] }),
  ),
];
