import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { isPlainDate } from '#core/kernel/plain-date.ts';
import { exportAssetRegister, type AssetEntryView } from '#features/asset-register/contract.ts';
import { addressOf } from '#web/api/call.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { RegisterTable } from '#web/ui/register-table/RegisterTable.tsx';
import { useRegisterState } from '#web/ui/register-table/use-register-state.ts';
import { Section } from '#web/ui/Section.tsx';
import { buildColumns, buildFacets, listFacetIds } from './entry-columns.tsx';
import { FigureSection } from './FigureSection.tsx';
import { describeFigure } from '#web/widgets/asset-figure/figure-words.ts';
import { figuresShown } from './figures-shown.ts';
import { ImportSection } from './ImportSection.tsx';
import { registerQuery, type AssetRegisterContent } from './queries.ts';
import { useWording } from './use-wording.ts';
import type { ValueWording } from './value-words.ts';

/** The first figure that is a part of another one: `21/29 …`. */
const findPart = (figures: AssetRegisterContent['figures'], wording: ValueWording): string | undefined => {
  const part = figures.find(({ outOf }) => outOf !== null);
  const whole = figures.find(({ framework, item }) => framework === part?.framework && item === part.outOf);
  if (!part || whole?.value.state !== 'value') return undefined;
  const [first = '', ...rest] = wording.pick(part.name);
  const name = first.toLowerCase() + rest.join('');
  return `${describeFigure(part, wording)}/${describeFigure(whole, wording)} ${name}`;
};

const findingOf = (content: AssetRegisterContent, wording: ValueWording): string => {
  const { words, format, pick } = wording;
  const counted = pick(content.register.counted);
  const kept = content.entries.filter(({ retiredOn }) => retiredOn === null);
  if (kept.length === 0) return words.registerFindingNone(counted);
  const entries = format.number(kept.length);
  const owners = new Set(kept.map(({ organization }) => organization.code)).size;
  const finding =
    content.scope === 'all'
      ? words.registerFinding(entries, counted, format.number(owners))
      : words.registerFindingOwn(entries, counted);
  const part = findPart(content.figures, wording);
  return part === undefined ? finding : words.findingPart(finding, part);
};

/** One register: what it counts, and its entries. */
const RegisterPage = () => {
  const { words } = useWording();
  const { kind } = useParams({ from: '/shell/so-dang-ky/$kind' });
  const { ngay } = useSearch({ from: '/shell/so-dang-ky/$kind' });
  const content = useQuery(registerQuery(kind, ngay !== undefined && isPlainDate(ngay) ? ngay : undefined));
  if (content.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={content.error} where={words.eyebrow} onRetry={() => void content.refetch()} />
      </Page>
    );
  }
  if (!content.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={14} />
      </Page>
    );
  }
  return <LoadedRegister key={kind} content={content.data} />;
};

const LoadedRegister = ({ content }: { readonly content: AssetRegisterContent }) => {
  const wording = useWording();
  const { words, pick } = wording;
  const { register } = content;
  const mayAdd = content.mayAddFor.length > 0;
  return (
    <Page
      wide
      title={findingOf(content, wording)}
      eyebrow={
        <>
          <Link to="/so-dang-ky">{words.eyebrow}</Link>
          {` › ${pick(register.title)}`}
        </>
      }
      lead={words.basis(pick(register.basis))}
      actions={<RegisterActions content={content} />}
    >
      <FigureSection figures={figuresShown(content.figures, content.scope)} />
      <Section title={words.entriesTitle} id="danh-sach">
        <EntryRegister content={content} />
      </Section>
      {mayAdd && <ImportSection register={register.code} />}
    </Page>
  );
};

const RegisterActions = ({
  content: { register, mayAddFor },
}: {
  readonly content: AssetRegisterContent;
}) => {
  const { words } = useWording();
  return (
    <>
      {mayAddFor.length > 0 && (
        <Button
          renderRoot={(props) => (
            <Link to="/so-dang-ky/$kind/them" params={{ kind: register.path }} {...props} />
          )}
        >
          {words.add}
        </Button>
      )}
      <Button
        component="a"
        variant="default"
        href={addressOf(exportAssetRegister, { params: { register: register.code } })}
        download
      >
        {words.export}
      </Button>
      <Button
        variant="default"
        leftSection={<Printer aria-hidden size={16} />}
        onClick={() => {
          window.print();
        }}
      >
        {words.print}
      </Button>
    </>
  );
};

const idOf = ({ id }: AssetEntryView): string => id;

const EntryRegister = ({ content }: { readonly content: AssetRegisterContent }) => {
  const wording = useWording();
  const { words, pick } = wording;
  const { register, entries, figures } = content;
  const { tinh } = useSearch({ from: '/shell/so-dang-ky/$kind' });
  const facetIds = useMemo(() => listFacetIds(register), [register]);
  const [state, setState] = useRegisterState(facetIds);
  const columns = useMemo(() => buildColumns(register, wording), [register, wording]);
  const figure = figures.find(({ framework, item }) => `${framework}/${item}` === tinh);
  const facets = useMemo(
    () => buildFacets(register, figure && `${figure.framework}/${figure.item}`, wording),
    [register, figure, wording],
  );
  const linkOf = ({ id }: AssetEntryView) =>
    ({ to: '/so-dang-ky/$kind/$id', params: { kind: register.path, id } }) as const;
  return (
    <>
      {figure && (
        <p>
          <strong>{figure.item}</strong> {pick(figure.name)}: {describeFigure(figure, wording)}
        </p>
      )}
      <RegisterTable
        label={pick(register.title)}
        columns={columns}
        facets={facets}
        rows={entries}
        rowId={idOf}
        rowLink={linkOf}
        state={state}
        onStateChange={setState}
        empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>}
      />
    </>
  );
};

export default RegisterPage;
