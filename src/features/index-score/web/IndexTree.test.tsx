import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ComponentNode } from '#features/index-score/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { IndexTree } from './IndexTree.tsx';

const points = (low: string, high = low) => ({ low, high });

const node = (code: string, parentCode: string | null): ComponentNode => ({
  code,
  parentCode,
  depth: parentCode === null ? 0 : 1,
  kind: parentCode === null ? 'group' : 'indicator',
  name: { vi: `Tên ${code}`, en: `Name ${code}` },
  maximum: '20',
  points: points('5.00', '10.00'),
  lost: points('10.00', '15.00'),
  state: 'range',
  reasons: parentCode === null ? [] : ['unknown-rule'],
  rule: null,
  ruleProvenance: 'unknown',
  maximumProvenance: 'document',
  current: null,
  currentUnit: null,
  leadAgencies: [],
});

const nodes = [node('1', null), node('1.1', '1'), node('1.2', '1'), node('2', null), node('2.1', '2')];

const linkTo = (code: string) => screen.getByRole('link', { name: `${code} Tên ${code}` });

describe('the tree of indicators', () => {
  it('shows ranges and says why points are a range', async () => {
    await renderPage(<IndexTree nodes={nodes} />);
    expect(screen.getAllByText('5,00–10,00')).toHaveLength(5);
    expect(screen.getAllByText('chưa rõ quy tắc')).toHaveLength(3);
  });

  it('marks points that are exact only while an unknown threshold is not higher', async () => {
    const unit = { vi: '%', en: '%' };
    const measure = { fraction: null, rate: 'rate', multiplier: '100', unit, partOfWhole: true };
    const exact: ComponentNode = {
      ...node('1.1', '1'),
      state: 'exact',
      reasons: [],
      rule: { kind: 'step-threshold', measure, threshold: '3.36', thresholdIs: 'at-most' },
      ruleProvenance: 'inferred',
    };
    await renderPage(<IndexTree nodes={[node('1', null), exact]} />);
    expect(screen.getByText('chưa rõ ngưỡng')).toBeTruthy();
    expect(screen.getByText('suy ra')).toBeTruthy();
  });

  it('folds a group by its button and says so to assistive technology', async () => {
    await renderPage(<IndexTree nodes={nodes} />);
    const fold = screen.getByRole('button', { name: 'Gập nhóm 1 Tên 1' });
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(fold);
    expect(screen.queryByRole('link', { name: /1\.1/ })).toBeNull();
    expect(linkTo('2.1')).toBeTruthy();
  });

  it('walks by arrow keys and folds by left and right', async () => {
    await renderPage(<IndexTree nodes={nodes} />);
    linkTo('1').focus();
    fireEvent.keyDown(linkTo('1'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(linkTo('1.1'));
    fireEvent.keyDown(linkTo('1.1'), { key: 'End' });
    expect(document.activeElement).toBe(linkTo('2.1'));
    fireEvent.keyDown(linkTo('1'), { key: 'ArrowLeft' });
    expect(screen.queryByRole('link', { name: /1\.1/ })).toBeNull();
    fireEvent.keyDown(linkTo('1'), { key: 'ArrowRight' });
    expect(linkTo('1.1')).toBeTruthy();
  });
});
