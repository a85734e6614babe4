import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ScoreSnapshotInput, ScoreSnapshotList } from '#features/score-snapshot/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './messages.vi.ts';
import { TakeSnapshotForm } from './TakeSnapshotForm.tsx';

const list = {
  framework: { code: 'dti' },
  subject: { code: 'DONG_THAP' },
  year: 2025,
  present: { low: '625.64', high: '646.82' },
} as ScoreSnapshotList;

const taken = { name: 'Đợt 1', points: list.present };

const scenarios = {
  items: [{ id: 's1', name: 'Phương án A', changes: [{ item: '6.4.rate', value: { state: 'blank' } }] }],
};

const serve = (...answers: readonly (readonly [number, unknown] | Error)[]) => {
  const server = vi.fn(async (_address: string, _init: RequestInit) => {
    const answer = answers[server.mock.calls.length - 1];
    if (answer === undefined) throw new Error('Nobody expects another request');
    if (answer instanceof Error) throw answer;
    return Response.json(answer[1], { status: answer[0] });
  });
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) =>
    init.method === 'GET' ? Response.json(scenarios) : server(address, init),
  );
  return server;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

const sent = (server: ReturnType<typeof serve>): readonly ScoreSnapshotInput[] =>
  server.mock.calls.map(([, init]) => JSON.parse(init.body as string) as ScoreSnapshotInput);

const show = async () => {
  const onSaved = vi.fn();
  await renderPage(<TakeSnapshotForm list={list} onClose={() => undefined} onSaved={onSaved} />);
  return { onSaved, name: screen.getByLabelText(words.form.name) };
};

const save = () => {
  fireEvent.click(screen.getByRole('button', { name: words.form.save }));
};

describe('taking a snapshot', () => {
  it('asks for a name at its field before it asks the server', async () => {
    const server = serve([200, taken]);
    const { name } = await show();
    save();
    expect(screen.getByText(words.form.nameMissing)).toBeTruthy();
    expect(document.activeElement).toBe(name);
    expect(server).not.toHaveBeenCalled();
  });

  it('keeps the present score under its name and kind, and says so', async () => {
    const server = serve([200, taken]);
    const { name, onSaved } = await show();
    fireEvent.change(name, { target: { value: '  Đợt 1 ' } });
    fireEvent.change(screen.getByLabelText(words.form.kind), { target: { value: 'appraised' } });
    save();
    await vi.waitFor(() => {
      expect(onSaved).toHaveBeenCalledWith('Đã chốt “Đợt 1”: 625,64–646,82 điểm.');
    });
    expect(sent(server)).toMatchObject([
      { framework: 'dti', subject: 'DONG_THAP', year: 2025, kind: 'appraised', name: 'Đợt 1', changes: [] },
    ]);
  });

  it('keeps a scenario with the values that it supposes', async () => {
    const server = serve([200, taken]);
    const { name } = await show();
    await vi.waitFor(() => {
      expect(screen.getByRole<HTMLOptionElement>('option', { name: words.kinds.scenario }).disabled).toBe(
        false,
      );
    });
    fireEvent.change(name, { target: { value: 'Phương án A' } });
    fireEvent.change(screen.getByLabelText(words.form.kind), { target: { value: 'scenario' } });
    expect(screen.getByLabelText(words.form.scenario)).toBeTruthy();
    save();
    await vi.waitFor(() => {
      expect(sent(server)).toMatchObject([{ kind: 'scenario', changes: scenarios.items[0]?.changes }]);
    });
  });

  it('shows at the field that the name is taken, and sends the next try as another write', async () => {
    const refused = { code: 'score-snapshot.name-taken', details: { name: 'Đợt 1' }, requestId: 'r1' };
    const server = serve([409, refused], [200, taken]);
    const { name } = await show();
    fireEvent.change(name, { target: { value: 'Đợt 1' } });
    save();
    expect(await screen.findByText(/Đã có bản chốt điểm tên “Đợt 1”/)).toBeTruthy();
    fireEvent.change(name, { target: { value: 'Đợt 2' } });
    save();
    await vi.waitFor(() => {
      expect(sent(server)).toHaveLength(2);
    });
    const [first, second] = sent(server);
    expect(first?.writeId).not.toBe(second?.writeId);
  });

  it('repeats the very same write after a lost connection', async () => {
    const server = serve(new TypeError('network'), [200, taken]);
    const { name, onSaved } = await show();
    fireEvent.change(name, { target: { value: 'Đợt 1' } });
    save();
    await screen.findByText(/Không kết nối được máy chủ/);
    save();
    await vi.waitFor(() => {
      expect(onSaved).toHaveBeenCalledOnce();
    });
    const [first, second] = sent(server);
    expect(first).toEqual(second);
  });
});
