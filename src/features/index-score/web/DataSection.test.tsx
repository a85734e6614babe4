import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type {
  ComponentExplanation,
  CurrentDataItem,
  DataValueChange,
} from '#features/index-score/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { DataSection } from './DataSection.tsx';
import { vi as words } from './messages.vi.ts';

const item = {
  code: '6.4.rate',
  name: { vi: 'Tỷ lệ toàn trình', en: 'Full share' },
  kind: 'number',
  unit: { vi: '%', en: '%' },
  whole: false,
  minimum: '0',
  maximum: '100',
} as const;

const current: CurrentDataItem = {
  item,
  value: { state: 'value', value: '57.6', comparator: '=' },
  origin: 'document',
  note: null,
  place: null,
  version: 3,
  changedAt: null,
  changedBy: null,
  feeds: ['6.4'],
};

type Read = Pick<ComponentExplanation, 'code' | 'year' | 'subject' | 'dataItems' | 'actions' | 'steps'> & {
  framework: Pick<ComponentExplanation['framework'], 'code'>;
};

const component: Read = {
  code: '6.4',
  year: 2025,
  framework: { code: 'dti' },
  subject: { code: 'DONG_THAP', name: 'Tỉnh Đồng Tháp' },
  dataItems: [current],
  steps: [],
  actions: ['index.read', 'data-value.write'],
};

const points = (low: string, high = low) => ({ low, high });

const change: DataValueChange = {
  data: { ...current, version: 4 },
  total: {
    before: points('625.64', '646.82'),
    after: points('645.64', '666.82'),
    difference: points('20.00'),
  },
  components: [
    {
      code: '6.4',
      name: item.name,
      change: { before: points('0.00'), after: points('20.00'), difference: points('20.00') },
    },
  ],
};

/** The server, as far as the page meets it: one answer to every request. */
const answer = (status: number, body: unknown) => {
  const server = vi.fn(async (_address: string, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal('fetch', server);
  return server;
};

const bodyOf = (request: readonly [string, RequestInit] | undefined) =>
  JSON.parse(request?.[1].body as string) as { readonly writeId: string };

afterEach(() => {
  vi.unstubAllGlobals();
});

const show = (shown: Read = component) =>
  renderPage(<DataSection component={shown as ComponentExplanation} />);

const openForm = () => {
  fireEvent.click(screen.getByRole('button', { name: words.component.correctNamed(item.name.vi) }));
  return screen.getByLabelText(words.form.value('%'));
};

const save = () => {
  fireEvent.click(screen.getByRole('button', { name: words.form.save }));
};

describe('correcting a data item', () => {
  it('is offered only to whom the server permits it', async () => {
    await show({ ...component, actions: ['index.read'] });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('refuses a malformed value at its field, without asking the server', async () => {
    const server = answer(200, change);
    await show();
    const field = openForm();
    fireEvent.change(field, { target: { value: 'năm bảy' } });
    save();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(words.form.malformed)).toBeTruthy();
    expect(server).not.toHaveBeenCalled();
  });

  it('shows the refusal of the server at the field', async () => {
    answer(422, { code: 'value.numerator-exceeds-denominator', details: {}, requestId: 'r1' });
    await show();
    const field = openForm();
    fireEvent.change(field, { target: { value: '60' } });
    save();
    expect(await screen.findByText(/Tử số lớn hơn mẫu số/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('sends the exact decimal with the version that was seen and shows the difference in points', async () => {
    const server = answer(200, change);
    await show();
    fireEvent.change(openForm(), { target: { value: '60,5' } });
    save();
    const notice = await screen.findByRole('status');
    expect(
      within(notice).getByText(/Tổng điểm từ 625,64–646,82 thành 645,64–666,82 \(\+20,00\)/),
    ).toBeTruthy();
    expect(within(notice).getByText(/Chỉ số 6.4 từ 0,00 thành 20,00 \(\+20,00\)/)).toBeTruthy();
    expect(document.activeElement).toBe(notice);
    const sent = bodyOf(server.mock.calls[0]);
    expect(sent).toMatchObject({ state: 'value', value: '60.5', version: 3, framework: 'dti', year: 2025 });
  });

  it('says of a rate that does not count that it does not', async () => {
    const { unit } = item;
    const step = { kind: 'unused-rate', item: item.code, rate: points('90'), unit, agrees: false } as const;
    const note = { vi: '', en: '' };
    const possible = { kind: 'candidate', code: 'a', note, points: points('1'), steps: [step] } as const;
    await show({ ...component, steps: [possible] });
    expect(screen.getByText(words.component.notUsedAndDiffers)).toBeTruthy();
  });

  it('keeps blank apart from zero', async () => {
    const server = answer(200, change);
    await show();
    openForm();
    fireEvent.click(screen.getByRole('radio', { name: words.form.states.blank }));
    save();
    await screen.findByRole('status');
    expect(bodyOf(server.mock.calls[0])).toMatchObject({ state: 'blank', value: null });
  });

  it('retries with the same write id after a lost connection', async () => {
    const server = vi
      .fn<(address: string, init: RequestInit) => Promise<Response>>()
      .mockRejectedValueOnce(new TypeError('network'))
      .mockResolvedValue(Response.json(change));
    vi.stubGlobal('fetch', server);
    await show();
    fireEvent.change(openForm(), { target: { value: '60' } });
    save();
    await screen.findByText(/Không kết nối được máy chủ/);
    save();
    await screen.findByRole('status');
    const ids = server.mock.calls.map((request) => bodyOf(request).writeId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('gives the focus back to the button when it is given up', async () => {
    await show();
    openForm();
    fireEvent.click(screen.getByRole('button', { name: words.form.cancel }));
    const button = screen.getByRole('button', { name: words.component.correctNamed(item.name.vi) });
    expect(document.activeElement).toBe(button);
  });
});
