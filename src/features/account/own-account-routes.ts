import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import type { SessionView } from './contract.ts';
import { delegateRole as lend, takeDelegationBack as takeBack } from './delegation.ts';
import { acceptInvitation as accept, findInvited } from './invitation.ts';
import {
  acceptInvitation,
  beginSecondFactor,
  beginSingleSignOn,
  changeOwnPassword,
  completeSingleSignOn,
  confirmSecondFactor,
  delegateRole,
  endOtherSessions,
  endOwnSession,
  findInvitation,
  getOwnAccount,
  listOwnSessions,
  removeSecondFactor,
  renewRecoveryCodes,
  takeDelegationBack,
} from './own-account-contract.ts';
import {
  changeOwnPassword as changePassword,
  endOtherSessions as endOthers,
  endSession,
  viewOwnAccount,
  viewSessions,
  type OwnRequest,
} from './own-account.ts';
import * as factor from './second-factor.ts';
import type { OpenedSession } from './session.ts';
import * as provider from './single-sign-on.ts';

/** The request of the signed-in person; refused for who is not, whom the policy has turned away before. */
const withOwn = async <Answer>(
  context: RequestContext,
  act: (request: OwnRequest) => Promise<Answer>,
): Promise<Answer | Refusal> => {
  const { actor, sessionCookie } = context;
  return actor && sessionCookie.token !== undefined
    ? act({ ...context, accountId: actor.accountId, sessionToken: sessionCookie.token })
    : refuse('session.required');
};

const keep = (opened: OpenedSession | Refusal, context: RequestContext): SessionView | Refusal => {
  if (isRefusal(opened)) return opened;
  context.sessionCookie.keep(opened.token);
  return opened.view;
};

/** What a person does with the own account, and how one comes to it by invitation or single sign-on. */
export const ownAccountRoutes: readonly HandledRoute[] = [
  handle(getOwnAccount, (_input, context) => withOwn(context, viewOwnAccount)),
  handle(changeOwnPassword, ({ body }, context) =>
    withOwn(context, async (own) => (await changePassword(own, body)) ?? {}),
  ),
  handle(listOwnSessions, (_input, context) =>
    withOwn(context, async (own) => ({ items: await viewSessions(own) })),
  ),
  handle(endOwnSession, ({ params }, context) =>
    withOwn(context, async (own) => {
      await endSession(own, params.id);
      return {};
    }),
  ),
  handle(endOtherSessions, (_input, context) =>
    withOwn(context, async (own) => ({ ended: await endOthers(own) })),
  ),
  handle(beginSecondFactor, ({ body }, context) =>
    withOwn(context, (own) => factor.beginSecondFactor(own, body.password)),
  ),
  handle(confirmSecondFactor, ({ body }, context) =>
    withOwn(context, (own) => factor.confirmSecondFactor(own, body)),
  ),
  handle(renewRecoveryCodes, ({ body }, context) =>
    withOwn(context, (own) => factor.renewRecoveryCodes(own, body.code)),
  ),
  handle(removeSecondFactor, ({ body }, context) =>
    withOwn(context, async (own) => (await factor.removeSecondFactor(own, body.code)) ?? {}),
  ),
  handle(delegateRole, ({ body }, context) =>
    withOwn(context, async (own) => {
      const validFrom = plainDate(body.validFrom);
      const validTo = plainDate(body.validTo);
      return (await lend(own, { ...body, validFrom, validTo })) ?? viewOwnAccount(own);
    }),
  ),
  handle(takeDelegationBack, ({ params }, context) =>
    withOwn(context, async (own) => (await takeBack(own, params.id)) ?? viewOwnAccount(own)),
  ),
  handle(findInvitation, ({ body }, context) => findInvited(context, body.code)),
  handle(acceptInvitation, async ({ body }, context) => keep(await accept(context, body), context)),
  handle(beginSingleSignOn, async (_input, context) => {
    const begun = await provider.beginSingleSignOn(context);
    if (isRefusal(begun)) return begun;
    context.signInCookie.keep(begun.cookie);
    return { address: begun.address };
  }),
  handle(completeSingleSignOn, async ({ body }, context) => {
    const { signInCookie } = context;
    const opened = await provider.completeSingleSignOn(context, body.query, signInCookie.token);
    // Whatever came of it: what was begun is used up.
    signInCookie.clear();
    return keep(opened, context);
  }),
];
