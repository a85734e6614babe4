import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { reported } from '#core/scoring/data-value.ts';
import type { SubmissionItem } from '#contract/submission.ts';
import { renderPage } from '#web/test/render-page.tsx';
import type { AppraisalRow } from './appraisal-rows.ts';
import { AppraisalTable } from './AppraisalTable.tsx';
import { vi as words } from './messages.vi.ts';

const rowOf = (code: string, change: Partial<AppraisalRow> = {}): AppraisalRow => {
  const asked: SubmissionItem = {
    subject: 'STP',
    item: {
      ...{
        kind: 'number',
        code,
        name: { vi: `Hồ sơ ${code}`, en: code },
        unit: { vi: 'hồ sơ', en: 'files' },
      },
      ...{ whole: true, minimum: '0', maximum: null },
    },
    ...{ share: 'whole', evidence: [], mayAppraise: true },
    previous: { value: reported('1000'), source: 'round', period: '2025' },
    answer: {
      ...{
        value: reported('1300'),
        note: null,
        explanation: null,
        version: 3,
        isChanged: false,
        earlierAppraisals: [],
      },
      ...{ changedAt: '2026-11-22T02:00:00Z', changedBy: 'A', appraisal: null },
    },
  };
  return {
    ...{
      key: `STP/${code}`,
      submissionId: 's1',
      indicator: { code: '6.5', name: { vi: 'Nộp trực tuyến', en: 'Online' } },
      asked,
    },
    ...{ declared: reported('1300'), final: reported('1300'), findings: [], change: null },
    ...{ difference: '300', decision: null, needsAttention: false },
    ...change,
  };
};

const show = async (rows: readonly AppraisalRow[], isOpen = true) => {
  const onDecide = vi.fn();
  await renderPage(<AppraisalTable rows={rows} isOpen={isOpen} isSaving={false} onDecide={onDecide} />);
  const focusRow = (name: RegExp) => {
    const row = screen.getByRole('row', { name });
    row.focus();
    return row;
  };
  return { onDecide, focusRow };
};

const press = (key: string) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

describe('appraising by keyboard', () => {
  it('walks the rows, accepts one and goes on to the next', async () => {
    const { onDecide, focusRow } = await show([rowOf('a'), rowOf('b'), rowOf('c')]);
    focusRow(/Hồ sơ a/u);
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Hồ sơ b');
    press('c');
    expect(onDecide).toHaveBeenCalledWith(
      expect.objectContaining({ item: 'b', decision: 'accepted', version: 3 }),
    );
    expect(document.activeElement?.textContent).toContain('Hồ sơ c');
  });

  it('corrects with another figure and a reason, which is asked for at its field; Esc goes back to the row', async () => {
    const { onDecide, focusRow } = await show([rowOf('a')]);
    focusRow(/Hồ sơ a/u);
    press('s');
    const form = within(screen.getByRole('form', { name: words.form.correct('Hồ sơ a') }));
    fireEvent.change(form.getByLabelText(words.form.valueOf('hồ sơ')), { target: { value: '1.308' } });
    fireEvent.click(form.getByRole('button', { name: words.form.save }));
    expect(form.getByText(words.form.reasonMissing)).toBeTruthy();
    expect(onDecide).not.toHaveBeenCalled();
    fireEvent.change(form.getByLabelText(words.form.reason), { target: { value: 'theo văn bản' } });
    fireEvent.click(form.getByRole('button', { name: words.form.save }));
    expect(onDecide).toHaveBeenCalledWith(
      expect.objectContaining({ decision: 'corrected', value: '1308', reason: 'theo văn bản' }),
    );
    focusRow(/Hồ sơ a/u);
    press('t');
    const back = screen.getByRole('form', { name: words.form.return('Hồ sơ a') });
    fireEvent.keyDown(within(back).getByLabelText(words.form.reason), { key: 'Escape' });
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.activeElement?.textContent).toContain('Hồ sơ a');
  });

  it('shows before, declared and final beside each other, and decides nothing that is not the person’s', async () => {
    const { onDecide, focusRow } = await show([rowOf('a', { final: reported('1200') })], false);
    const row = focusRow(/Hồ sơ a/u);
    for (const text of ['1.000', '1.300', '1.200', '+300']) expect(row.textContent).toContain(text);
    press('c');
    expect(onDecide).not.toHaveBeenCalled();
    expect(within(row).queryAllByRole('button')).toEqual([]);
  });
});
