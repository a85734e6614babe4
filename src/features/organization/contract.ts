import { z } from 'zod';
import { ALIAS_ORIGINS, ORGANIZATION_KINDS } from '#core/organization/organization.ts';
import { AgencyRole, DueStateCounts, RegisterItem, RegisterKind } from '#contract/plan-item.ts';
import { TaskDay, TaskStateCounts } from '#contract/task-state.ts';
import { route } from '#contract/route.ts';
import { DecimalText, PlainDateText } from '#contract/schemas.ts';

const Code = z.object({ code: z.string().regex(/^[A-Z0-9_]{2,40}$/) });

const OrganizationKind = z.enum(ORGANIZATION_KINDS).meta({ id: 'OrganizationKind' });

/** Enough of an organization to name it and to go there. */
export const OrganizationName = z
  .object({
    code: z.string(),
    name: z.string(),
    abbreviation: z.string().nullable(),
    kind: OrganizationKind,
    validFrom: PlainDateText.nullable(),
    validTo: PlainDateText.nullable(),
  })
  .meta({ id: 'OrganizationName' });
export type OrganizationName = z.infer<typeof OrganizationName>;

/** How many items an organization leads or invests in; `coordinated` counts those it only helps with. */
const AnsweredCounts = z
  .object({
    target: z.number().int(),
    task: z.number().int(),
    project: z.number().int(),
    gap: z.number().int(),
    coordinated: z.number().int(),
    /** Items that concern it only as a member of a group. */
    viaGroup: z.number().int(),
  })
  .meta({ id: 'AnsweredCounts' });

export const OrganizationRow = z
  .object({
    ...OrganizationName.shape,
    nameEn: z.string().nullable(),
    parentCode: z.string().nullable(),
    formerProvinceCode: z.string().nullable(),
    /** It exists today. */
    current: z.boolean(),
    counts: AnsweredCounts,
    /** Of the targets, projects and gaps that it leads, pays or reports, named itself or through a group. */
    dueStates: DueStateCounts,
    /**
     * Of its parts of tasks that it leads, as the board counts them. Of a group, whose members answer, and of who answers
     * no longer, the wholes of the tasks that name it.
     */
    taskStates: TaskStateCounts,
  })
  .meta({ id: 'OrganizationRow' });
export type OrganizationRow = z.infer<typeof OrganizationRow>;

/** An organization with every spelling that it is found by, for choosing one. */
const OrganizationChoice = z
  .object({ ...OrganizationName.shape, aliases: z.array(z.string()) })
  .meta({ id: 'OrganizationChoice' });

export const listOrganizationChoices = route({
  method: 'GET',
  path: '/organization-choices',
  operationId: 'listOrganizationChoices',
  summary: 'All organizations with their spellings, in official order: what one is chosen from',
  access: 'organization.read',
  response: z.object({ items: z.array(OrganizationChoice), total: z.number().int() }),
  since: '0.1.0',
});

export const listOrganizations = route({
  method: 'GET',
  path: '/organizations',
  operationId: 'listOrganizations',
  summary: 'All organizations in official order, with what each of them answers for',
  access: 'organization.read',
  response: z.object({
    items: z.array(OrganizationRow),
    total: z.number().int(),
    kinds: z.array(z.object({ kind: OrganizationKind, count: z.number().int() })),
    /** Number of names in documents that no organization is known by. */
    unmappedNames: z.number().int(),
  }),
  since: '0.1.0',
});

/** An item that an organization answers for, and why. */
export const OrganizationItem = z
  .object({
    item: RegisterItem,
    roles: z.array(AgencyRole),
    /** Of a task, how the organization's own part stands; null where it has none. */
    part: TaskDay.nullable(),
    /** The group through which alone it concerns the organization; null when the organization is named itself. */
    viaGroup: OrganizationName.nullable(),
  })
  .meta({ id: 'OrganizationItem' });
export type OrganizationItem = z.infer<typeof OrganizationItem>;

/** A component of the index that an organization leads. */
const LedComponent = z
  .object({
    code: z.string(),
    name: z.string(),
    maximumScore: DecimalText.nullable(),
    frameworkVersion: z.string(),
    viaGroup: OrganizationName.nullable(),
  })
  .meta({ id: 'LedComponent' });

export const OrganizationView = z
  .object({
    ...OrganizationRow.shape,
    aliases: z.array(z.object({ alias: z.string(), origin: z.enum(ALIAS_ORIGINS) })),
    parent: OrganizationName.nullable(),
    children: z.array(OrganizationName),
    predecessors: z.array(OrganizationName),
    successors: z.array(OrganizationName),
    /** Groups that it belongs to. */
    groups: z.array(OrganizationName),
    /** Members, when it is itself a group. */
    members: z.array(OrganizationName),
    formerProvince: OrganizationName.nullable(),
    areaKm2: DecimalText.nullable(),
    longitude: DecimalText.nullable(),
    latitude: DecimalText.nullable(),
    /** Items by register, in order of due day, then of document. */
    targets: z.array(OrganizationItem),
    tasks: z.array(OrganizationItem),
    projects: z.array(OrganizationItem),
    gaps: z.array(OrganizationItem),
    components: z.array(LedComponent),
  })
  .meta({ id: 'OrganizationView' });
export type OrganizationView = z.infer<typeof OrganizationView>;

export const getOrganization = route({
  method: 'GET',
  path: '/organizations/:code',
  operationId: 'getOrganization',
  summary: 'Everything an agency or commune answers for',
  access: 'organization.read',
  params: Code,
  response: OrganizationView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const UnmappedName = z
  .object({
    nameAsWritten: z.string(),
    count: z.number().int(),
    /** Some of the items that name it. */
    examples: z.array(z.object({ id: z.uuid(), kind: RegisterKind, name: z.string() })),
    /** Organizations whose names are near, best first. */
    suggestions: z.array(OrganizationName),
  })
  .meta({ id: 'UnmappedName' });
export type UnmappedName = z.infer<typeof UnmappedName>;

export const listUnmappedNames = route({
  method: 'GET',
  path: '/unmapped-agency-names',
  operationId: 'listUnmappedNames',
  summary: 'Names in documents that no organization is known by, kept as written until somebody maps them',
  access: 'organization.read',
  response: z.object({ items: z.array(UnmappedName), total: z.number().int() }),
  since: '0.1.0',
});

export const putOrganizationAlias = route({
  method: 'PUT',
  path: '/organizations/:code/aliases',
  operationId: 'putOrganizationAlias',
  summary:
    'Says that a name in documents means this organization; items that bear the name are mapped at once',
  access: 'organization.write',
  params: Code,
  body: z.object({ alias: z.string().min(1).max(300) }),
  response: z.object({
    organization: OrganizationName,
    alias: z.string(),
    /** Number of mentions that were mapped now. */
    mapped: z.number().int(),
  }),
  refusals: ['record.not-found', 'organization.alias-taken'],
  since: '0.1.0',
});

export const withdrawOrganizationAlias = route({
  method: 'POST',
  path: '/organizations/:code/aliases/withdraw',
  operationId: 'withdrawOrganizationAlias',
  summary:
    'Takes back that a name means this organization, where a person had said so; items that bear the name wait for a mapping again. Doing it again changes nothing',
  access: 'organization.write',
  params: Code,
  body: z.object({ alias: z.string().min(1).max(300) }),
  response: z.object({
    alias: z.string(),
    /** Number of mentions that no organization is known by now. */
    unmapped: z.number().int(),
  }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});
