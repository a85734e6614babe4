import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { answerAreaTargets } from './area-targets.ts';
import * as contract from './contract.ts';
import { answerChoices, viewCommittee, viewMember } from './view-committee.ts';
import { addMember, changeMember, eraseName, type CommitteeWriter } from './write-member.ts';

const writerOf = ({ db, clock, actor, caller }: RequestContext): CommitteeWriter => ({
  ...{ db, clock, caller, accountId: actor?.accountId ?? null },
});

/** The steering committee: its members and the areas that they answer for. */
export const steeringCommitteeRoutes: readonly HandledRoute[] = [
  handle(contract.listCommittee, (_input, context) => viewCommittee(context)),
  handle(contract.getCommitteeMember, ({ params }, context) => viewMember(context, params.id.toLowerCase())),
  handle(contract.listAreaTargets, ({ params }, context) =>
    answerAreaTargets(context, params.id.toLowerCase()),
  ),
  handle(contract.listCommitteeChoices, (_input, context) => answerChoices(context)),
  handle(contract.addCommitteeMember, ({ body }, context) => addMember(writerOf(context), body)),
  handle(contract.changeCommitteeMember, ({ params, body }, context) =>
    changeMember(writerOf(context), params.id.toLowerCase(), body),
  ),
  handle(contract.eraseMemberName, ({ params, body }, context) =>
    eraseName(writerOf(context), params.id.toLowerCase(), body),
  ),
];
