import { describe, expect, it } from 'vitest';
import { checkFramework } from '#core/scoring/check-framework.ts';
import { diffFrameworks } from '#core/scoring/diff-frameworks.ts';
import { findComponent, listComponents } from '#core/scoring/framework.ts';
import { buildFramework, group, leaf } from '#test/scoring-framework.ts';
import { POLICIES } from '#test/scoring-rules.ts';
import { blankComponent, blankItem, blankRule, reshapeRule } from './blank-thing.ts';
import {
  addComponent,
  findParent,
  moveComponent,
  nextCode,
  removeComponent,
  replaceComponent,
  shiftComponent,
  withItemsOfRules,
} from './edit-tree.ts';
import { RULE_KINDS } from './rule-shapes.ts';

const framework = buildFramework(
  [group('1', '30', [leaf('1.1', '10'), leaf('1.2', '20')]), group('2', '10', [leaf('2.1', '10')])],
  POLICIES,
);
const codes = (changed: typeof framework) => listComponents(changed.components).map(({ code }) => code);

describe('editing the tree of components', () => {
  it('adds, removes, shifts and moves', () => {
    expect(codes(addComponent(framework, '2', leaf('2.2', '5')))).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
      '2.1',
      '2.2',
    ]);
    expect(codes(addComponent(framework, null, group('3', '5', [])))).toEqual([...codes(framework), '3']);
    expect(codes(removeComponent(framework, '1'))).toEqual(['2', '2.1']);
    expect(codes(shiftComponent(framework, '1.2', -1))).toEqual(['1', '1.2', '1.1', '2', '2.1']);
    expect(codes(shiftComponent(framework, '1.1', -1))).toEqual(codes(framework));
    expect(codes(moveComponent(framework, '1.2', '2'))).toEqual(['1', '1.1', '2', '2.1', '1.2']);
    expect(codes(moveComponent(framework, '1.2', null))).toEqual(['1', '1.1', '2', '2.1', '1.2']);
  });

  it('moves nothing below itself', () => {
    expect(moveComponent(framework, '1', '1')).toBe(framework);
    const deep = addComponent(framework, '1', group('1.3', '5', []));
    expect(moveComponent(deep, '1', '1.3')).toBe(deep);
  });

  it('finds parents and free codes', () => {
    expect(findParent(framework.components, '1.2')?.code).toBe('1');
    expect(findParent(framework.components, '1')).toBeUndefined();
    expect(nextCode(framework, '1')).toBe('1.3');
    expect(nextCode(framework, null)).toBe('3');
  });
});

describe('a new part', () => {
  it.each(RULE_KINDS)('of the shape %s can be checked and scored at once', (kind) => {
    const rule = blankRule(kind);
    expect(rule.kind).toBe(kind);
    const component = { ...leaf('1.1', '10'), rule };
    expect(checkFramework(replaceComponent(framework, '1.1', component)).length).toBeGreaterThan(0);
  });

  it('is a component or a data item without content', () => {
    expect(blankComponent('group', '9')).toMatchObject({ kind: 'group', code: '9', children: [] });
    expect(blankComponent('indicator', '9.1')).toMatchObject({
      rule: { kind: 'boolean', item: '' },
      notes: [],
    });
    expect(blankItem('level', 'x')).toEqual({
      kind: 'level',
      code: 'x',
      name: { vi: '', en: '' },
      levels: [],
    });
  });

  it('keeps what two shapes of a rule have in common', () => {
    const [first] = framework.components;
    const rule =
      first?.kind === 'group' && first.children[0]?.kind === 'indicator' ? first.children[0].rule : undefined;
    const stepped = reshapeRule(rule!, 'step-threshold');
    expect(stepped).toMatchObject({ kind: 'step-threshold', measure: { rate: '1.1' }, threshold: '0' });
    expect(reshapeRule(stepped, 'boolean')).toEqual({ kind: 'boolean', item: '' });
  });
});

describe('an indicator whose rule has changed', () => {
  it('declares the items that the rule uses now, and keeps what else was declared', () => {
    const before = {
      ...leaf('1.1', '10'),
      rule: { kind: 'boolean', item: 'a' } as const,
      dataItems: ['x', 'a'],
    };
    const after = { ...before, rule: { kind: 'boolean', item: 'b' } as const };
    expect(withItemsOfRules(before, after).dataItems).toEqual(['x', 'b']);
    expect(withItemsOfRules(before, { ...before, rule: blankRule('boolean') }).dataItems).toEqual(['x']);
  });
});

describe('the difference of two versions', () => {
  it('tells what was added, removed, moved and changed, with the rule', () => {
    const changed = moveComponent(
      removeComponent(
        addComponent(
          replaceComponent(framework, '1.1', {
            ...leaf('1.1', '12'),
            rule: { kind: 'boolean', item: '1.1' },
          }),
          '2',
          leaf('2.2', '5'),
        ),
        '2.1',
      ),
      '1.2',
      '2',
    );
    const { components } = diffFrameworks(framework, changed);
    const byCode = new Map(components.map((one) => [one.code, one]));
    expect(byCode.get('1.1')).toMatchObject({
      change: 'changed',
      isMoved: false,
      rule: { before: { kind: 'ratio' }, after: { kind: 'boolean' } },
    });
    expect(byCode.get('1.1')?.fields).toContainEqual({ field: 'maximumPoints', before: '10', after: '12' });
    expect(byCode.get('1.2')).toMatchObject({ isMoved: true, parent: { before: '1', after: '2' } });
    expect(byCode.get('2.1')).toMatchObject({ change: 'removed', parent: { before: '2', after: null } });
    expect(byCode.get('2.2')).toMatchObject({ change: 'added', fields: [] });
    expect(findComponent(changed, '1.2')).toBeDefined();
  });

  it('is empty between a framework and itself, and tells a new order once', () => {
    expect(diffFrameworks(framework, framework)).toEqual({ fields: [], components: [], items: [] });
    const { components } = diffFrameworks(framework, shiftComponent(framework, '1.2', -1));
    expect(components.every(({ isMoved, fields }) => isMoved && fields.length === 0)).toBe(true);
    expect(components).toHaveLength(1);
  });
});
