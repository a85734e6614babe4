import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { LinkAction } from '#core/consistency/measures/measure-link-decision.ts';
import type { MeasurableView, MeasureLink } from '#features/consistency/link-contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './link-messages.vi.ts';
import { LinkList } from './LinkList.tsx';

const side = (name: string): MeasurableView => ({
  ...{ key: `component|dti|${name}`, kind: 'component', itemId: null, code: name, name },
  ...{ unit: null, document: null, line: null, leads: [], values: [] },
});

const linkOf = (name: string): MeasureLink => ({
  ...{ one: side(`${name}1`), other: side(`${name}2`), score: 0.9, reasons: ['same-words'] },
  ...{ state: 'proposed', version: 0, decidedAt: null, decidedBy: null },
});

const STATE_AFTER = { confirmed: 'confirmed', refused: 'refused', withdrawn: 'proposed' } as const;

/** The list as its page keeps it: a pair that was decided leaves it. */
const Kept = ({ onDecide, mayDecide }: { onDecide: (...said: unknown[]) => void; mayDecide: boolean }) => {
  const [links, setLinks] = useState(['a', 'b', 'c'].map(linkOf));
  const decide = (link: MeasureLink, decision: LinkAction) => {
    onDecide(link.one.name, decision);
    setLinks(links.map((one) => (one === link ? { ...link, state: STATE_AFTER[decision] } : one)));
  };
  return (
    <LinkList
      links={links.filter(({ state }) => state === 'proposed')}
      {...{ all: links, mayDecide, isBusy: false, onDecide: decide }}
    />
  );
};

const show = async (mayDecide = true) => {
  const onDecide = vi.fn();
  await renderPage(<Kept onDecide={onDecide} mayDecide={mayDecide} />);
  return onDecide;
};

const confirmOf = (name: string) =>
  screen.getByRole('button', { name: words.actOn(words.act.confirmed, `${name}1`, `${name}2`) });
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

describe('pairs of measures by keyboard', () => {
  it('are walked by arrow keys, refused by X, and the hands go on with the next', async () => {
    const onDecide = await show();
    confirmOf('a').focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(confirmOf('b'));
    press('x');
    expect(onDecide.mock.calls).toEqual([['b1', 'refused']]);
    expect(document.activeElement).toBe(confirmOf('c'));
    press('ArrowUp');
    expect(document.activeElement).toBe(confirmOf('a'));
  });

  it('are confirmed by Enter, which presses the button that has the focus, and Z takes the last word back', async () => {
    const onDecide = await show();
    fireEvent.click(confirmOf('a'));
    expect(document.activeElement).toBe(confirmOf('b'));
    press('z');
    press('z');
    expect(onDecide.mock.calls).toEqual([
      ['a1', 'confirmed'],
      ['a1', 'withdrawn'],
    ]);
    expect(document.activeElement).toBe(confirmOf('a'));
  });

  it('are only looked at by who may not decide', async () => {
    await show(false);
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getByText('a1')).toBeTruthy();
  });
});
