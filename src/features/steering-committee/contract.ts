import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { AREA_PART_KINDS } from '#core/steering-committee/area-part.ts';
import {
  COMMITTEE_POSTS,
  LONGEST_AREA,
  LONGEST_NAME,
  MEMBER_CHANGES,
  MEMBER_STANDINGS,
  MOST_PARTS,
} from '#core/steering-committee/committee-member.ts';
import { DocumentName, TargetItem } from '#contract/plan-item.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { Instant, PlainDateText } from '#contract/schemas.ts';

const Count = z.number().int();
const Id = z.object({ id: z.uuid() });
const Post = z.enum(COMMITTEE_POSTS).meta({ id: 'CommitteePost' });

const Code = z.string().max(40);
const Section = z.string().max(500);

/** What belongs to an area, with the names that it is shown by. */
const AreaPartView = z
  .object({
    kind: z.enum(AREA_PART_KINDS),
    /** Of a section, its document; of a task, the plan that it stands in. */
    document: DocumentName.nullable(),
    /** Null for a whole document, and for what is no section. */
    section: z.string().nullable(),
    organization: OrganizationName.nullable(),
    task: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    /** An indicator of the index; its name is null where no framework in force has it. */
    indicator: z.object({ code: z.string(), name: z.string().nullable() }).nullable(),
    /**
     * It no longer means anything of its own: no task stands in the section, the task was ended, the organization is no more, the indicator
     * is in no framework in force. It stays until somebody mends it.
     */
    isGone: z.boolean(),
    /** Of an organization that is no more, those that have taken its work over and stand for it. */
    heirs: z.array(OrganizationName),
  })
  .meta({ id: 'CommitteeAreaPart' });
export type AreaPartView = z.infer<typeof AreaPartView>;

export const CommitteeMember = z
  .object({
    id: z.uuid(),
    /** Null where it was erased. */
    name: z.string().nullable(),
    office: z.string().nullable(),
    /** The account with which the member signs in; closed where it cannot open the area today. */
    account: z.object({ id: z.uuid(), isClosed: z.boolean() }).nullable(),
    post: Post,
    area: z.string(),
    validFrom: PlainDateText,
    validTo: PlainDateText.nullable(),
    standing: z.enum(MEMBER_STANDINGS),
    docNumber: z.string().nullable(),
    docDay: PlainDateText.nullable(),
    isSimulated: z.boolean(),
    isOwn: z.boolean(),
    parts: z.array(AreaPartView),
    /** Tasks of the area, and those overdue: what the board shows of it. */
    tasks: Count,
    overdue: Count,
    version: Count,
  })
  .meta({ id: 'CommitteeMember' });
export type CommitteeMember = z.infer<typeof CommitteeMember>;

export const listCommittee = route({
  method: 'GET',
  path: '/steering-committee/members',
  operationId: 'listCommittee',
  summary: 'The members of the steering committee with the areas that they answer for, those of today first',
  access: 'steering-committee.read',
  response: z
    .object({
      today: PlainDateText,
      items: z.array(CommitteeMember),
      total: Count,
      /** Tasks in nobody's own area, of all tasks; null for who sees the own area alone. */
      unassigned: Count.nullable(),
      tasks: Count.nullable(),
      mayWrite: z.boolean(),
    })
    .meta({ id: 'Committee' }),
  since: '0.1.0',
});
export type Committee = z.infer<(typeof listCommittee)['response']>;

const Revision = z
  .object({
    version: Count,
    change: z.enum(MEMBER_CHANGES),
    post: Post,
    area: z.string(),
    validFrom: PlainDateText,
    validTo: PlainDateText.nullable(),
    docNumber: z.string().nullable(),
    parts: Count,
    /** Parts that the area had not before, and those that it has no more; none of the first assignment. */
    added: z.array(AreaPartView),
    removed: z.array(AreaPartView),
    at: Instant,
    /** Null for what the demonstration has entered. */
    by: z.string().nullable(),
  })
  .meta({ id: 'CommitteeMemberRevision' });

export const getCommitteeMember = route({
  method: 'GET',
  path: '/steering-committee/members/:id',
  operationId: 'getCommitteeMember',
  summary: 'A member of the steering committee: the area, what belongs to it, and what was said of it before',
  access: 'steering-committee.read',
  params: Id,
  response: CommitteeMember.extend({
    today: PlainDateText,
    mayWrite: z.boolean(),
    /** Whether the reader sees the areas of all members, or the own alone. */
    seesAll: z.boolean(),
    /** What was written, the latest first. */
    history: z.array(Revision),
  }).meta({ id: 'CommitteeMemberView' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});
export type CommitteeMemberView = z.infer<(typeof getCommitteeMember)['response']>;

export const listAreaTargets = route({
  method: 'GET',
  path: '/steering-committee/members/:id/targets',
  operationId: 'listAreaTargets',
  summary:
    'Targets in the sections or of the organizations of an area whose period is over without a stated result, or over soon',
  access: 'steering-committee.read',
  params: Id,
  response: z
    .object({
      /** The period is over, and no document says what came of it. */
      ended: Count,
      /** The period is over soon. */
      soon: Count,
      /** The first of them: those that end soon, then those that have ended, the latest first. */
      items: z.array(TargetItem),
    })
    .meta({ id: 'AreaTargets' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});
export type AreaTargets = z.infer<(typeof listAreaTargets)['response']>;

export const listCommitteeChoices = route({
  method: 'GET',
  path: '/steering-committee/choices',
  operationId: 'listCommitteeChoices',
  summary:
    'What an assignment can name: accounts that can open an area, organizations of today, indicators of the index',
  access: 'steering-committee.write',
  response: z
    .object({
      accounts: z.array(z.object({ id: z.uuid(), name: z.string() })),
      organizations: z.array(OrganizationName.extend({ isGroup: z.boolean() })),
      indicators: z.array(z.object({ code: z.string(), name: z.string() })),
    })
    .meta({ id: 'CommitteeChoices' }),
  since: '0.1.0',
});
export type CommitteeChoices = z.infer<(typeof listCommitteeChoices)['response']>;

const AreaPartInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('province') }),
    z.object({ kind: z.literal('section'), documentId: z.uuid(), section: Section.nullable() }),
    z.object({ kind: z.literal('organization'), code: Code }),
    z.object({ kind: z.literal('task'), taskId: z.uuid() }),
    z.object({ kind: z.literal('indicator'), code: Code }),
  ])
  .meta({ id: 'CommitteeAreaPartInput' });

const Name = z.string().max(LONGEST_NAME).regex(SAYS_SOMETHING);

export const MemberInput = z
  .object({
    /** Whose account it is; otherwise the name as written. */
    accountId: z.uuid().nullable(),
    name: Name.nullable(),
    office: Name.nullable(),
    post: Post,
    area: z.string().max(LONGEST_AREA).regex(SAYS_SOMETHING),
    validFrom: PlainDateText,
    validTo: PlainDateText.nullable(),
    docNumber: z.string().max(60).nullable(),
    docDay: PlainDateText.nullable(),
    parts: z.array(AreaPartInput).max(MOST_PARTS),
  })
  .meta({ id: 'CommitteeMemberInput' });
export type MemberInput = z.infer<typeof MemberInput>;

const CONTENT_REFUSALS = [
  ...(['record.not-found', 'edit.conflict', 'value.malformed', 'committee-member.days-reversed'] as const),
  ...(['committee-member.twice', 'committee-member.unsuitable-account'] as const),
  'committee-member.name-gone',
] as const;

const Written = z.object({ id: z.uuid(), version: Count }).meta({ id: 'CommitteeMemberWritten' });

export const addCommitteeMember = route({
  method: 'POST',
  path: '/steering-committee/members',
  operationId: 'addCommitteeMember',
  summary: 'Record the assignment of a member of the steering committee',
  access: 'steering-committee.write',
  body: MemberInput.extend({ writeId: z.uuid() }).meta({ id: 'CommitteeMemberAddition' }),
  response: Written,
  refusals: CONTENT_REFUSALS,
  since: '0.1.0',
});

const written = { version: Count.min(1), writeId: z.uuid() };

export const changeCommitteeMember = route({
  method: 'PUT',
  path: '/steering-committee/members/:id',
  operationId: 'changeCommitteeMember',
  summary: 'Change a membership: its post, days, area and what belongs to it',
  access: 'steering-committee.write',
  params: Id,
  body: MemberInput.extend(written).meta({ id: 'CommitteeMemberChange' }),
  response: Written,
  refusals: CONTENT_REFUSALS,
  since: '0.1.0',
});

export const eraseMemberName = route({
  method: 'POST',
  path: '/steering-committee/members/:id/name-erasure',
  operationId: 'eraseMemberName',
  summary: 'Remove the name of a member without account as personal data; post and area stay',
  access: 'steering-committee.write',
  params: Id,
  body: z.object(written).meta({ id: 'CommitteeNameErasure' }),
  response: Written,
  refusals: ['record.not-found', 'edit.conflict', 'committee-member.name-gone'],
  since: '0.1.0',
});
