import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { blankRule, reshapeRule } from '#core/scoring/definition/blank-thing.ts';
import { RULE_KINDS, RULE_SHAPES } from '#core/scoring/definition/rule-shapes.ts';
import { vietnameseFields as fields } from '#core/scoring/definition/wording/vi.ts';
import type { Rule } from '#core/scoring/rule.ts';
import { vi as words } from '#features/framework/web/messages.vi.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { FormSurroundingsProvider } from './form-context.ts';
import { FieldsForm } from './FieldsForm.tsx';
import { RuleField } from './RuleField.tsx';

const items = [
  {
    code: 'a',
    kind: 'number',
    name: { vi: 'Tử', en: 'A' },
    unit: { vi: '', en: '' },
    whole: true,
    minimum: null,
    maximum: null,
  },
  { code: 'yes', kind: 'yes-no', name: { vi: 'Có', en: 'Yes' } },
] as const;

const { editor } = words;

/** A rule in a form that keeps what is changed. */
const show = async (rule: Rule) => {
  let latest = rule;
  const Form = () => {
    const [present, setPresent] = useState(rule);
    return (
      <FormSurroundingsProvider value={{ items, organizations: [] }}>
        <RuleField
          Members={FieldsForm}
          label="Quy tắc"
          rule={present}
          onChange={(next) => {
            latest = next;
            setPresent(next);
          }}
        />
      </FormSurroundingsProvider>
    );
  };
  await renderPage(<Form />);
  return () => latest;
};

const type = (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

describe('the form of a rule', () => {
  it.each(RULE_KINDS)('of the shape %s asks for every member of it', async (kind) => {
    await show(blankRule(kind));
    for (const member of Object.keys(RULE_SHAPES[kind])) {
      expect(screen.getAllByText(fields.members[member]!).length).toBeGreaterThan(0);
    }
  });

  it('changes the shape and keeps what both have', async () => {
    const rule = reshapeRule(blankRule('ratio'), 'ratio-to-threshold');
    const latest = await show(rule);
    type(fields.members.threshold!, '62,5');
    fireEvent.change(screen.getByLabelText(fields.members.kind!), { target: { value: 'step-threshold' } });
    expect(latest()).toMatchObject({ kind: 'step-threshold', threshold: '62.5', thresholdIs: 'exact' });
  });

  it('does not take over what it does not understand, and says so at the field', async () => {
    const latest = await show({ ...blankRule('count-capped'), shareEach: '0.1' } as Rule);
    type(fields.members.shareEach!, 'một phần');
    expect(latest()).toMatchObject({ shareEach: '0.1' });
    expect(screen.getByText(editor.malformedShare)).toBeTruthy();
    expect(screen.getByLabelText(fields.members.shareEach!).getAttribute('aria-invalid')).toBe('true');
    type(fields.members.shareEach!, '1/3');
    expect(latest()).toMatchObject({ shareEach: '1/3' });
  });

  it('takes rules into rules: adds a part, gives it a shape of its own, shifts and removes', async () => {
    const latest = await show(blankRule('composite'));
    const add = () => {
      fireEvent.click(screen.getByRole('button', { name: editor.addNamed(fields.members.parts!) }));
    };
    add();
    add();
    const second = screen.getByRole('group', { name: editor.member(fields.members.parts!, '2') });
    fireEvent.change(within(second).getByLabelText(fields.members.kind!), {
      target: { value: 'count-capped' },
    });
    expect(latest()).toMatchObject({
      parts: [{ rule: { kind: 'boolean' } }, { rule: { kind: 'count-capped' } }],
    });
    fireEvent.click(within(second).getByRole('button', { name: new RegExp(`^${editor.up}`) }));
    expect(latest()).toMatchObject({
      parts: [{ rule: { kind: 'count-capped' } }, { rule: { kind: 'boolean' } }],
    });
    fireEvent.click(
      screen.getByRole('button', { name: editor.removeNamed(editor.member(fields.members.parts!, '2')) }),
    );
    expect(latest()).toMatchObject({ parts: [{ rule: { kind: 'count-capped' } }] });
  });

  it('offers the data items of the framework and names one that is missing', async () => {
    const latest = await show({ kind: 'boolean', item: 'gone' });
    const field = screen.getByLabelText(fields.members.item!);
    expect(within(field).getByText(editor.missingItem('gone'))).toBeTruthy();
    fireEvent.change(field, { target: { value: 'yes' } });
    expect(latest()).toEqual({ kind: 'boolean', item: 'yes' });
  });
});
