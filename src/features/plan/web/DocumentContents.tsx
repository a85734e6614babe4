import { Accordion } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { DocumentView } from '#features/plan/contract.ts';
import { Section } from '#web/ui/Section.tsx';
import { itemLink, ITEM_SEGMENTS } from '#web/widgets/plan-item/item-address.ts';
import classes from './plan.module.css';
import { useWording } from './wording.ts';

/** The items of a document, register by register, in order of reading. */
export const DocumentContents = ({ document }: { readonly document: DocumentView }) => {
  const { plan } = useWording();
  const kinds = REGISTER_KINDS.filter((kind) => document.counts[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <Section title={plan.document.contents}>
      <Accordion multiple variant="default" order={3}>
        {kinds.map((kind) => (
          <RegisterPart key={kind} kind={kind} document={document} />
        ))}
      </Accordion>
    </Section>
  );
};

interface RegisterPartProps {
  readonly kind: RegisterKind;
  readonly document: DocumentView;
}

const RegisterPart = ({ kind, document }: RegisterPartProps) => {
  const { plan, item: words, format } = useWording();
  const items = document.outline.filter((item) => item.kind === kind);
  return (
    <Accordion.Item value={kind}>
      <Accordion.Control>{words.counted[kind](format.number(document.counts[kind]))}</Accordion.Control>
      <Accordion.Panel>
        <p>
          <Link to="/ke-hoach" search={{ tab: ITEM_SEGMENTS[kind], 'van-ban': document.id }}>
            {plan.document.openRegister}
          </Link>
        </p>
        <ol className={classes.links}>
          {items.map((item) => (
            <li key={item.id}>
              <Link {...itemLink(kind, item.id)}>{item.name}</Link>
              {item.place.line !== null && (
                <span className={classes.quiet}> · {words.place.line(String(item.place.line))}</span>
              )}
            </li>
          ))}
        </ol>
      </Accordion.Panel>
    </Accordion.Item>
  );
};
