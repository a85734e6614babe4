import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './messages.vi.ts';
import { PreviewHead } from './PreviewHead.tsx';

const previewOf = (state: string): PlanImportPreview =>
  ({
    ...{ head: { docType: 'Kế hoạch', attachedDocType: null, docNumber: null, issueDate: null } },
    ...{ document: null, identity: { standing: 'new' } },
    import: { origin: 'document', fileName: 'ke-hoach.txt', encoding: 'utf-8', state },
  }) as unknown as PlanImportPreview;

it.each([
  ['draft', 1],
  ['undone', 0],
  ['discarded', 0],
])(
  'says of a %s import whether accepting it would add the document only while it can be accepted',
  async (state, said) => {
    await renderPage(<PreviewHead preview={previewOf(state)} />);
    expect(screen.queryAllByText(words.review.unknownDocument)).toHaveLength(said);
  },
);
