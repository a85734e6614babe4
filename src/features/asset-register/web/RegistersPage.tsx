import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { FigureSection } from './FigureSection.tsx';
import { figuresShown } from './figures-shown.ts';
import { registersQuery, type AssetRegisterList } from './queries.ts';
import { useWording } from './use-wording.ts';

/** The registers that feed indicators, and the figures that follow from them. */
const RegistersPage = () => {
  const { words } = useWording();
  const list = useQuery(registersQuery);
  if (list.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={list.error} where={words.eyebrow} onRetry={() => void list.refetch()} />
      </Page>
    );
  }
  if (!list.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  return <LoadedRegisters list={list.data} />;
};

const LoadedRegisters = ({ list }: { readonly list: AssetRegisterList }) => {
  const { words, format, pick } = useWording();
  const entries = list.items.reduce((sum, register) => sum + register.entries, 0);
  const finding = list.scope === 'all' ? words.finding : words.findingOwn;
  return (
    <Page
      title={finding(format.number(entries), format.number(list.total))}
      eyebrow={words.eyebrow}
      lead={words.lead}
    >
      <Section title={words.tableCaption}>
        <FigureTable
          caption={words.tableCaption}
          rows={list.items}
          rowKey={({ code }) => code}
          columns={[
            {
              ...{ key: 'register', title: words.register },
              cell: ({ path, title }) => (
                <Link to="/so-dang-ky/$kind" params={{ kind: path }}>
                  {pick(title)}
                </Link>
              ),
            },
            {
              ...{ key: 'entries', title: words.entryCount, kind: 'figure' },
              cell: (register) => format.number(register.entries),
            },
            {
              ...{ key: 'organizations', title: words.organizationCount, kind: 'figure' },
              cell: ({ organizations }) => format.number(organizations),
            },
            {
              ...{ key: 'figures', title: words.figureCount, kind: 'figure' },
              cell: ({ figures }) => format.number(figuresShown(figures, list.scope).length),
            },
          ]}
        />
      </Section>
      <FigureSection figures={list.items.flatMap(({ figures }) => figuresShown(figures, list.scope))} />
    </Page>
  );
};

export default RegistersPage;
