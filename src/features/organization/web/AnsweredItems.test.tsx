import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OrganizationItem } from '#features/organization/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { AnsweredItems } from './AnsweredItems.tsx';

const task = (index: number): OrganizationItem => ({
  item: {
    ...{ kind: 'task', id: `0190a0a0-0000-7000-8000-${String(index).padStart(12, '0')}` },
    ...{ name: `Nhiệm vụ ${String(index)}`, indicatorCode: null, due: null, agencies: [], hasQuote: false },
    ...{ form: 'table-row', role: null, expectedResult: null, dueColumn: null, standing: null },
    place: { appendix: null, section: null, order: null, line: null, page: null, block: null },
    document: {
      ...{
        id: '0190a0a0-0000-7000-8000-000000000001',
        docType: null,
        attachedDocType: null,
        docNumber: null,
      },
      ...{ issueDate: null, year: null, subjectLine: null, isDraft: true },
    },
  },
  roles: ['lead'],
  part: null,
  viaGroup: null,
});
const tasks = Array.from({ length: 120 }, (_, index) => task(index));
const countRows = (): number => document.querySelectorAll('tbody tr').length;
const print = (event: 'beforeprint' | 'afterprint'): void => {
  act(() => void window.dispatchEvent(new Event(event)));
};

describe('what an agency answers for', () => {
  it('is drawn for the first fifty rows, the others when asked for', async () => {
    await renderPage(<AnsweredItems title="Được nêu tên" items={tasks} />);
    expect(countRows()).toBe(50);
    fireEvent.click(screen.getByRole('button', { name: 'Hiện tất cả 120 mục' }));
    expect(countRows()).toBe(120);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('through a group is folded and not drawn, until it is opened', async () => {
    await renderPage(<AnsweredItems title="Qua nhóm" items={tasks} folded />);
    expect(countRows()).toBe(0);
    const fold = screen.getByText('Nhiệm vụ (120)').closest('details');
    if (!fold) throw new Error('The register is folded');
    act(() => {
      fold.open = true;
      fold.dispatchEvent(new Event('toggle'));
    });
    expect(countRows()).toBe(50);
  });

  it('is whole on paper, and on the screen as before when the paper is done', async () => {
    await renderPage(
      <>
        <AnsweredItems title="Được nêu tên" items={tasks} />
        <AnsweredItems title="Qua nhóm" items={tasks} folded />
      </>,
    );
    print('beforeprint');
    expect(countRows()).toBe(240);
    print('afterprint');
    expect(countRows()).toBe(50);
  });
});
