import { createHash } from 'node:crypto';
import {
  buildFindingFacts,
  writeFindingFacts,
  type FindingFacts,
} from '#core/consistency/finding-fingerprint.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { FindingView } from '#contract/consistency.ts';
import type { FindingAgency } from '#contract/finding-decision.ts';
import type { ItemAgency } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { listItemAgencies } from '#server/registers/item-agencies.ts';
import { readDataVersion } from './data-version.ts';
import { keepForVersion } from './keep-for-version.ts';
import { listAllFindings } from './list-findings.ts';

/** A contradiction with what it consists of and whom it concerns. */
export interface FingerprintedFinding {
  readonly finding: FindingView;
  readonly facts: FindingFacts;
  readonly fingerprint: string;
  readonly leads: readonly FindingAgency[];
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const listDocumentKeys = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('document').select(['id', 'identity_key']).execute();
  return new Map(rows.map(({ id, identity_key }) => [id, identity_key]));
};

const leadsOf = (
  { statements }: FindingView,
  agencies: ReadonlyMap<string, readonly ItemAgency[]>,
): readonly FindingAgency[] => {
  const leads = statements
    .flatMap(({ place }) => agencies.get(place.id) ?? [])
    .filter(({ role }) => role === 'lead')
    .map(({ organizationCode, name, abbreviation }) => ({ code: organizationCode, name, abbreviation }));
  return [...new Map(leads.map((lead) => [lead.code ?? lead.name, lead])).values()];
};

/** Every contradiction with its fingerprint, the gravest first; of those with the very same facts the first. */
export const listFingerprintedFindings = keepForVersion(
  readDataVersion,
  async (db: Db, today: PlainDate): Promise<readonly FingerprintedFinding[]> => {
    const findings = await listAllFindings(db, today);
    const keys = await listDocumentKeys(db);
    const items = new Set(findings.flatMap(({ statements }) => statements.map(({ place }) => place.id)));
    const agencies = await listItemAgencies(db, [...items]);
    const all = findings.map((finding) => {
      const facts = buildFindingFacts(finding, (id) => keys.get(id) ?? id);
      const fingerprint = hash(writeFindingFacts(facts));
      return { finding, facts, fingerprint, leads: leadsOf(finding, agencies) };
    });
    const first = new Set<string>();
    return all.filter(({ fingerprint }) => !first.has(fingerprint) && first.add(fingerprint));
  },
);
