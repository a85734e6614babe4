import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewStep } from '#core/plan-review/review-step.ts';
import type { PreviewItem } from '#features/plan-import/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './messages.vi.ts';
import { showStep } from './optimistic-step.ts';
import { findCommand } from './review-keys.ts';
import { findUnsure, orderForReview } from './review-order.ts';
import { ReviewList } from './ReviewList.tsx';
import { useReviewDesk, type Hindrance } from './use-review-desk.ts';

Element.prototype.scrollIntoView = () => undefined;

const itemOf = (readingId: string, name: string, change: Partial<PreviewItem> = {}): PreviewItem => ({
  ...{ readingId, kind: 'task', name, summary: null, quote: `1 | ${name} | Sở Tài chính`, lines: [1] },
  place: { appendix: null, section: null, order: null, line: 1, page: null, block: null },
  ...{ indicatorCode: null, agencies: [], match: 'new', itemId: null, differences: [], elsewhere: [] },
  doubts: [],
  review: {
    ...{
      state: 'pending',
      replaces: false,
      reason: null,
      sameAs: null,
      merged: [],
      correctedFields: [],
      above: null,
    },
    fields: [
      { field: 'name', text: name },
      { field: 'due', text: 'Quý II/2026' },
    ],
  },
  ...change,
});
const above = (item: PreviewItem, readingId: string): PreviewItem => ({
  ...item,
  review: { ...item.review, above: readingId },
});

const likeness = (itemId: string, name: string): PreviewItem['elsewhere'][number] => ({
  ...{ itemId, kind: 'task', name, rawTarget: null, due: null, score: 0.8, reasons: ['wording'] },
  document: {
    ...{ id: 'old', docType: 'Kế hoạch', attachedDocType: null, docNumber: '7/KH-UBND', issueDate: null },
    ...{ year: 2026, subjectLine: null, isDraft: false },
  },
});

const ITEMS: readonly PreviewItem[] = [
  itemOf('K-001', 'Đào ao', { elsewhere: [likeness('pond', 'Đào hồ'), likeness('ditch', 'Đào mương')] }),
  itemOf('K-002', 'Trồng sen'),
  above(itemOf('K-003', 'bán hạt và', { doubts: ['broken-name'] }), 'K-002'),
];

const made: ReviewStep[] = [];
const hindrances: Hindrance[] = [];
beforeEach(() => {
  made.length = 0;
  hindrances.length = 0;
});

/** A list that keeps its steps here instead of on a server. */
const List = () => {
  const [page, setPage] = useState({
    items: ITEMS,
    review: { version: 0, standing: 0, pending: 3, accepted: 0, rejected: 0 },
  });
  const unsure = findUnsure(ITEMS);
  const items = orderForReview(page.items, unsure);
  const desk = useReviewDesk(
    items,
    (step) => {
      made.push(step);
      setPage((before) => showStep(before, step, null));
    },
    (hindrance) => hindrances.push(hindrance),
  );
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        const command = findCommand(event);
        if (command === undefined) return;
        event.preventDefault();
        desk.run(command);
      }}
    >
      <ReviewList
        items={items}
        unsure={unsure}
        chosen={desk.chosen}
        mode={desk.mode}
        focus={desk.focus}
        actions={desk.actions}
      />
      <p>{desk.isHelpOpen ? words.helpTitle : ''}</p>
    </div>
  );
};

const open = async (): Promise<void> => {
  await renderPage(<List />);
  screen.getByRole('button', { name: /bán hạt và/u }).focus();
};
const press = (key: string, more: Partial<KeyboardEvent> = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
};
const focused = (): string => document.activeElement?.textContent ?? '';
const accepted = (item: string): ReviewStep => ({ kind: 'accept', items: [item], replaces: false });

describe('the review by keyboard', () => {
  it('begins with what is unsure, says why, and goes on to the next item with each decision', async () => {
    await open();
    screen.getByText(/tên có vẻ bị cắt/u);
    press('Enter');
    expect(focused()).toContain('Đào ao');
    press('a');
    expect(focused()).toContain('Trồng sen');
    press('Enter');
    expect(made).toEqual([accepted('K-003'), accepted('K-001'), accepted('K-002')]);
    expect(screen.getAllByText(words.states.accepted)).toHaveLength(3);
  });

  it('walks by letters and arrows, and jumps to the next unsure item', async () => {
    await open();
    press('j');
    press('ArrowDown');
    expect(focused()).toContain('Trồng sen');
    press('k');
    expect(focused()).toContain('Đào ao');
    press('n');
    expect(focused()).toContain('bán hạt và');
    expect(made).toEqual([]);
  });

  it('corrects field by field: letters in a field are text, Enter saves only what was changed', async () => {
    await open();
    press('e');
    const form = within(screen.getByRole('form', { name: words.form.title }));
    expect(document.activeElement).toBe(form.getByLabelText('Tên'));
    press('x');
    press('j');
    fireEvent.change(form.getByLabelText('Tên'), { target: { value: 'Bán hạt sen' } });
    press('Enter');
    expect(made).toEqual([
      { kind: 'correct', item: 'K-003', changes: [{ field: 'name', text: 'Bán hạt sen' }] },
    ]);
    screen.getByText('Bán hạt sen');
    expect(focused()).toContain('Đào ao');
  });

  it('keeps a name that was emptied in the form, and leaves it by Esc without a step', async () => {
    await open();
    press('e');
    fireEvent.change(screen.getByLabelText('Tên'), { target: { value: ' ' } });
    press('Enter');
    screen.getByText(words.form.unreadable);
    press('Escape');
    expect(made).toEqual([]);
    expect(focused()).toContain('bán hạt và');
  });

  it('tells the first likeness apart, then takes the next for the same, and says when there is none', async () => {
    await open();
    press('j');
    expect(focused()).toContain('Đào ao');
    press('f');
    expect(focused()).toContain('Đào ao');
    expect(screen.queryByRole('link', { name: 'Đào hồ' })).toBeNull();
    press('d');
    expect(focused()).toContain('Trồng sen');
    screen.getByText(words.sameAsOther);
    press('d');
    expect(made).toEqual([
      { kind: 'distinct', item: 'K-001', registered: 'pond' },
      { kind: 'same', item: 'K-001', registered: 'ditch' },
    ]);
    expect(hindrances).toEqual(['nothing-alike']);
  });

  it('merges with the one above, which then waits again, and says when there is none', async () => {
    await open();
    press('m');
    expect(made).toEqual([{ kind: 'merge', item: 'K-003' }]);
    expect(focused()).toContain('Trồng sen bán hạt và');
    press('m');
    expect(made).toHaveLength(1);
    expect(hindrances).toEqual(['nothing-above']);
  });

  it('rejects with a reason, splits at a word, undoes, and shows the keys', async () => {
    await open();
    press('x');
    fireEvent.change(screen.getByLabelText(words.rejecting.reason), { target: { value: 'trùng' } });
    fireEvent.submit(screen.getByRole('form', { name: words.rejecting.title }));
    press('s');
    fireEvent.change(screen.getByRole('slider'), { target: { value: '3' } });
    press('Enter');
    press('z');
    press('z', { ctrlKey: true });
    press('?');
    screen.getByText(words.helpTitle);
    expect(made).toEqual([
      { kind: 'reject', item: 'K-003', reason: 'trùng' },
      { kind: 'split', item: 'K-001', at: '1 | Đào '.length },
      { kind: 'undo' },
      { kind: 'undo' },
    ]);
  });

  it('leaves the keys of a button to the button', async () => {
    await open();
    screen.getByRole('button', { name: words.actions.reject }).focus();
    press('Enter');
    expect(made).toEqual([]);
  });
});
