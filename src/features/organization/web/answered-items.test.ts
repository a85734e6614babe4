import { describe, expect, it } from 'vitest';
import type { AgencyRole } from '#core/plan/plan-item.ts';
import type { OrganizationItem } from '#features/organization/contract.ts';
import { sortAnswered } from './answered-items.ts';

const item = (name: string, roles: readonly AgencyRole[], viaGroup: string | null): OrganizationItem => ({
  item: {
    kind: 'task',
    id: '0190a0a0-0000-7000-8000-000000000000',
    name,
    indicatorCode: null,
    document: {
      id: '0190a0a0-0000-7000-8000-000000000001',
      docType: null,
      attachedDocType: null,
      docNumber: null,
      issueDate: null,
      year: null,
      subjectLine: null,
      isDraft: true,
    },
    place: { appendix: null, section: null, order: null, line: null, page: null, block: null },
    due: null,
    agencies: [],
    hasQuote: false,
    form: 'table-row',
    role: null,
    expectedResult: null,
    dueColumn: null,
    standing: null,
  },
  roles: [...roles],
  part: null,
  viaGroup:
    viaGroup === null
      ? null
      : { code: viaGroup, name: viaGroup, abbreviation: null, kind: 'group', validFrom: null, validTo: null },
});
const names = (items: readonly OrganizationItem[]): string[] => items.map(({ item: { name } }) => name);

describe('what an organization answers for', () => {
  it('is told apart from what it helps with and what reaches it through a group', () => {
    const sorted = sortAnswered({
      targets: [],
      tasks: [
        item('leads', ['lead'], null),
        item('leads and helps', ['coordinating', 'lead'], null),
        item('helps', ['coordinating'], null),
        item('through a group', ['lead'], 'SBN'),
      ],
      projects: [item('pays', ['investor'], null)],
      gaps: [],
    });
    expect(names(sorted.answered)).toEqual(['leads', 'leads and helps', 'pays']);
    expect(names(sorted.helped)).toEqual(['helps']);
    expect(names(sorted.viaGroup)).toEqual(['through a group']);
  });
});
