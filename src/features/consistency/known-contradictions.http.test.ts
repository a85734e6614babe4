import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingView } from '#contract/consistency.ts';
import type { FindingKind } from '#core/consistency/finding.ts';
import { projectRoot } from '#server/project-root.ts';
import { getComponent, putDataValue } from '#features/index-score/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { listFindings } from './contract.ts';

interface Known {
  readonly id: string;
  readonly type: string;
  readonly severity: string;
  readonly lines: Readonly<Record<string, readonly number[]>>;
  readonly detectableBy: string;
}

const KNOWN_FILE = join(projectRoot, '../shared/gold/contradictions.json');

/** Which document the list of known contradictions means, by the reviewed reading that the registers hold. */
const READINGS: Readonly<Record<string, string>> = {
  '000': 'digital-transformation-index-plan-2026.json',
  '001': 'digital-transformation-plan-2025.json',
  '002': 'resolution-04-results-report-2023.json',
  '003': 'digital-government-action-plan-2026-2030.json',
  '004': 'digital-economy-and-society-plan-2026.json',
};

const TARGETS: readonly FindingKind[] = ['target-conflict', 'target-lowered', 'comparator-conflict'];
const KINDS: Readonly<Record<string, readonly FindingKind[]>> = {
  'target-conflict': TARGETS,
  'target-lowered': [...TARGETS, 'target-below-baseline'],
  'comparator-conflict': TARGETS,
  'target-vs-baseline': ['incomplete'],
  'target-below-baseline': ['target-below-baseline', 'target-lowered'],
  'plan-below-actual': ['target-below-baseline'],
  'target-vs-actual': ['target-vs-actual'],
  'baseline-conflict': ['baseline-conflict'],
  'value-conflict': ['baseline-conflict', 'increase-not-by-figures'],
  'count-mismatch': ['sum-mismatch'],
  'ratio-impossible': ['percentage-not-its-fraction'],
  regression: ['figure-fell'],
  'trend-anomaly': ['figure-fell'],
  'score-sum': ['forecast-not-supported'],
  'score-rule': ['score-not-by-rule'],
  'delta-mismatch': ['increase-not-by-figures'],
  'deadline-conflict': ['deadline-conflict', 'deadline-uneven'],
  'lead-conflict': ['lead-conflict'],
  numbering: ['numbering'],
  'entity-obsolete': ['obsolete-organization'],
};

/** Lines by which a place may differ: an item of a table that a PDF dissolved begins well before the words that are meant. */
const NEAR: Readonly<Record<string, number>> = { '001': 9 };

let api: TestApi;
let findings: readonly FindingView[];
let documents: ReadonlyMap<string, string>;

beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  findings = (await api.as('viewer').call(listFindings)).body.items;
  const imports = await api.db.selectFrom('plan_import').select(['file_name', 'document_id']).execute();
  const ids = new Map(imports.map((row) => [row.file_name, row.document_id ?? '']));
  documents = new Map(Object.entries(READINGS).map(([key, file]) => [key, ids.get(file) ?? '']));
});
afterAll(() => api.close());

const standsAt = (finding: FindingView, document: string, lines: readonly number[]): boolean =>
  finding.statements.some(
    ({ place }) =>
      place.documentId === documents.get(document) &&
      lines.some((line) => place.line !== null && Math.abs(place.line - line) <= (NEAR[document] ?? 0)),
  );

// Readers gather in one entry what we tell as several: two of its documents, or its only one, must be sides of one finding.
const tells = (finding: FindingView, known: Known): boolean => {
  const places = Object.entries(known.lines);
  const sides = places.filter(([document, lines]) => standsAt(finding, document, lines));
  return (KINDS[known.type] ?? []).includes(finding.kind) && sides.length >= Math.min(2, places.length);
};

const isFound = (known: Known): boolean => findings.some((finding) => tells(finding, known));

const read = (): { readonly findings: readonly Known[]; readonly negatives: readonly Known[] } =>
  JSON.parse(readFileSync(KNOWN_FILE, 'utf8')) as ReturnType<typeof read>;

describe('the contradictions of the demonstration province', () => {
  it('include the ones that matter most', () => {
    const kinds = new Set(findings.map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'forecast-not-supported',
        'target-conflict',
        'target-below-baseline',
        'target-vs-actual',
        'score-not-by-rule',
      ]),
    );
    expect(findings.length).toBeLessThan(90);
  });

  const known = existsSync(KNOWN_FILE) ? read() : undefined;
  const title = known ? 'are those that readers found' : 'are not compared: ../shared/gold is not here';
  it(title, ({ annotate }) => {
    if (!known) return;
    const grave = known.findings.filter(
      ({ detectableBy, severity }) => detectableBy === 'numeric' && severity === 'high',
    );
    const numeric = known.findings.filter(({ detectableBy }) => detectableBy === 'numeric');
    const missed = numeric.filter((entry) => !isFound(entry));
    const share = (all: readonly Known[]) => all.filter(isFound).length / all.length;
    void annotate(`missed: ${missed.map(({ id, type }) => `${id} ${type}`).join(', ')}`);
    void annotate(
      `recall: ${share(numeric).toFixed(3)} of numeric, ${share(grave).toFixed(3)} of grave ones`,
    );
    expect(share(grave)).toBeGreaterThanOrEqual(0.95);
    expect(share(numeric)).toBeGreaterThanOrEqual(0.85);
  });

  it('leave alone what looks wrong and is right', () => {
    const standsOnlyAt = (finding: FindingView, lines: Known['lines']) =>
      finding.statements.every(({ place }) =>
        Object.entries(lines).some(
          ([document, some]) =>
            place.documentId === documents.get(document) && some.includes(place.line ?? 0),
        ),
      );
    // A place may be right in one respect and known to be wrong in another.
    const reported = (known?.negatives ?? []).flatMap((negative) =>
      findings
        .filter((finding) => standsOnlyAt(finding, negative.lines))
        .filter((finding) => !known?.findings.some((entry) => tells(finding, entry)))
        .map((finding) => [negative.id, finding.kind]),
    );
    expect(reported).toEqual([]);
  });
});

it('tells whoever may not read the index nothing of what the figures score', async () => {
  const kindsFor = async (username: string) =>
    (await api.asAccount(username).call(listFindings)).body.byKind.map(({ kind }) => kind);
  const shown = await kindsFor('nguoi-xem');
  expect(shown).toContain('forecast-not-supported');
  expect(await kindsFor('stp-can-bo')).toEqual(shown.filter((kind) => kind !== 'forecast-not-supported'));
});

it('finds again what depends on a figure as soon as the figure is corrected', async () => {
  const total = async () => {
    const { body } = await api.as('viewer').call(listFindings, { query: { kind: 'forecast-not-supported' } });
    return body.items.find(({ severity }) => severity === 'high')?.computed;
  };
  const coordinator = api.as('coordinator');
  const before = await total();
  const { body } = await coordinator.call(getComponent, { params: { code: '6.4' } });
  const rate = body.dataItems.find(({ value }) => value.state === 'value')!;
  const { status } = await coordinator.call(putDataValue, {
    params: { item: rate.item.code },
    body: {
      framework: body.framework.code,
      subject: body.subject.code,
      year: body.year,
      state: 'value',
      value: '60',
      comparator: '=',
      reason: null,
      version: rate.version,
      writeId: '0199a5b2-7c11-7a6e-9d0f-3f3a2b1c0d5e',
    },
  });
  expect(status).toBe(200);
  const gained = (bound: 'low' | 'high', after: { low: string; high: string } | null | undefined) =>
    Number(after?.[bound]) - Number(before?.[bound]);
  const after = await total();
  expect([gained('low', after), gained('high', after)]).toEqual([expect.closeTo(20), expect.closeTo(20)]);
});
