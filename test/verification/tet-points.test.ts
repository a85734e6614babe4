import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { decimal, type Decimal, ZERO } from '#core/kernel/decimal.ts';
import { type DataValue, NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import type { PotentialChanges } from '#core/scoring/distribute-points.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { Component } from '#core/scoring/framework.ts';
import { buildFramework, group, leaf } from '#test/scoring-framework.ts';
import { POLICIES } from '#test/scoring-rules.ts';

/**
 * Points frameworks of French local authorities with the points that their own system computes. The files may not be
 * copied into the project; they stand beside it where it is developed.
 */
const PUBLISHED = resolve(import.meta.dirname, '../../../shared/verification/tet-points');

interface Node {
  readonly actionId: string;
  readonly points: number;
  readonly actionsEnfant: readonly Node[];
}
interface Status {
  readonly concerne: boolean;
  readonly avancement: string;
  readonly avancementDetaille: readonly [number, number, number] | null;
}
interface Consequence {
  readonly desactive: boolean | null;
  readonly potentielPerso: number | null;
}
interface Case {
  readonly name: string;
  readonly referentiel: string;
  readonly redistributeFromLevel: number;
  readonly consequences: Readonly<Record<string, Consequence>>;
  readonly statuts: Readonly<Record<string, Status>>;
  readonly expected: readonly { readonly path: readonly [string, string?]; readonly value: unknown }[];
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(PUBLISHED, name), 'utf8'));

const SHARES: Readonly<Record<string, readonly [number, number, number]>> = {
  fait: [1, 0, 0],
  programme: [0, 1, 0],
  pas_fait: [0, 0, 1],
};

/** Shares done, planned and not done; undefined where nothing is said. */
const sharesOf = (status: Status | undefined): readonly [number, number, number] | undefined => {
  if (status?.concerne !== true) return undefined;
  if (status.avancement === 'detaille') return status.avancementDetaille ?? undefined;
  return SHARES[status.avancement];
};

/** A status of a whole node hides what is below it: the node is a leaf then. */
const componentOf = (node: Node, statuses: Case['statuts']): Component => {
  const isLeaf = node.actionsEnfant.length === 0 || sharesOf(statuses[node.actionId]) !== undefined;
  return isLeaf
    ? leaf(node.actionId, String(node.points))
    : group(
        node.actionId,
        String(node.points),
        node.actionsEnfant.map((child) => componentOf(child, statuses)),
      );
};

const leavesOf = (component: Component): readonly string[] =>
  component.kind === 'group' ? component.children.flatMap(leavesOf) : [component.code];

const listNodes = (
  node: Node,
  above: readonly string[] = [],
): readonly (readonly [string, readonly string[]])[] => [
  [node.actionId, [...above, node.actionId]],
  ...node.actionsEnfant.flatMap((child) => listNodes(child, [...above, node.actionId])),
];

const scoreAll = (given: Case, root: Node): readonly [IndexScore, IndexScore, IndexScore] => {
  // The root of the tree is the index itself.
  const components = root.actionsEnfant.map((child) => componentOf(child, given.statuts));
  const framework = buildFramework(components, {
    ...POLICIES,
    notApplicable: 'redistributed',
    redistributeFrom: given.redistributeFromLevel,
    blank: 'zero',
  });
  const changes: PotentialChanges = new Map(
    Object.entries(given.consequences).map(([code, { desactive, potentielPerso }]) => [
      code,
      {
        ...(desactive === true && { deactivated: true }),
        ...(potentielPerso !== null && { factor: String(potentielPerso) }),
      },
    ]),
  );
  const scoreShare = (place: 0 | 1 | 2): IndexScore => {
    const values = new Map(
      components.flatMap(leavesOf).flatMap((code): readonly (readonly [string, DataValue])[] => {
        const status = given.statuts[code];
        if (status?.concerne === false) return [[code, NOT_APPLICABLE]];
        const shares = sharesOf(status);
        return shares ? [[code, reported(decimal(String(shares[place])).times(100).toFixed())]] : [];
      }),
    );
    return computeIndexScore(framework, values, { changes });
  };
  return [scoreShare(0), scoreShare(1), scoreShare(2)];
};

const PLACES = 3;
const rounded = (value: Decimal): number => value.toDecimalPlaces(PLACES).toNumber();

const buildAnswer = (given: Case) => {
  const root = readJson(`${given.referentiel}.json`) as Node;
  const [done, planned, notDone] = scoreAll(given, root);
  const above = new Map(listNodes(root));
  const points = new Map(listNodes(root).map(([code]) => [code, pointsInTree(root, code)]));
  return (code: string): Readonly<Record<string, unknown>> => {
    const node = (score: IndexScore) => (code === root.actionId ? score : score.byCode.get(code));
    const [fait, programme, pasFait] = [done, planned, notDone].map(
      (score) => node(score)?.points.low ?? ZERO,
    ) as [Decimal, Decimal, Decimal];
    const potential = node(done)?.maximum ?? ZERO;
    const factor = given.consequences[code]?.potentielPerso ?? null;
    const listed = node(done);
    return {
      pointReferentiel: points.get(code),
      pointPotentiel: rounded(potential),
      pointFait: rounded(fait),
      pointProgramme: rounded(programme),
      pointPasFait: rounded(pasFait),
      pointNonRenseigne: rounded(potential.minus(fait).minus(programme).minus(pasFait)),
      pointPotentielPerso: factor === null ? null : rounded(potential),
      desactive: (above.get(code) ?? []).some((one) => given.consequences[one]?.desactive === true),
      concerne: listed !== undefined && !('state' in listed && doesNotApply(listed, points.get(code))),
    };
  };
};

const doesNotApply = (scored: { readonly maximum: Decimal }, points: number | undefined): boolean =>
  scored.maximum.isZero() && points !== 0;

const pointsInTree = (node: Node, code: string): number | undefined => {
  if (node.actionId === code) return node.points;
  for (const child of node.actionsEnfant) {
    const found = pointsInTree(child, code);
    if (found !== undefined) return found;
  }
  return undefined;
};

// Beside points the cases expect names and counts of that system's own statuses, which are no part of scoring.
const FIELDS: ReadonlySet<string> = new Set([
  ...['pointReferentiel', 'pointPotentiel', 'pointFait', 'pointProgramme', 'pointPasFait'],
  ...['pointNonRenseigne', 'pointPotentielPerso', 'desactive', 'concerne'],
]);

const listExpected = ({ expected }: Case): readonly (readonly [string, string, unknown])[] =>
  expected.flatMap(({ path: [code, field], value }) =>
    (field === undefined ? Object.entries(value as object) : [[field, value] as const])
      .filter(([name]) => FIELDS.has(name))
      .map(([name, wanted]) => [code, name, wanted] as const),
  );

if (existsSync(PUBLISHED)) {
  const cases = readJson('cases.json') as readonly Case[];

  describe('points frameworks of French local authorities', () => {
    it.each(cases.map((given) => [given.name, given] as const))('%s', (_name, given) => {
      const answer = buildAnswer(given);
      for (const [code, field, wanted] of listExpected(given)) {
        expect(answer(code)[field], `${code} ${field}`).toEqual(wanted);
      }
    });

    it('reproduces 522 published fields of 18 cases', () => {
      expect(cases).toHaveLength(18);
      expect(cases.flatMap(listExpected)).toHaveLength(522);
    });
  });
} else {
  test('the published points frameworks are not beside the project: nothing to compare with', ({
    annotate,
  }) => annotate('not compared'));
}
