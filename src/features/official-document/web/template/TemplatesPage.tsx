import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { PaperChoices } from '#features/official-document/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { paperMessages } from '#features/official-document/web/messages.ts';
import { choicesQuery } from '#features/official-document/web/queries.ts';
import { fieldRows, type FieldTree } from './field-rows.ts';
import { starterAddress, templatesQuery, type TemplatePlace } from './queries.ts';
import { TemplateUpload } from './TemplateUpload.tsx';
import { TemplateVersions } from './TemplateVersions.tsx';
import { templateMessages } from './template-messages.ts';
import styles from '#features/official-document/web/Paper.module.css';

const organizationsOf = ({ province, organizations }: PaperChoices, kind: TemplatePlace['kind']) =>
  kind === 'agency-report' ? organizations : province ? [province] : [];

/** What an address asks for, as far as this person may have it. */
const placeOf = (
  choices: PaperChoices,
  asked: { readonly kind: string | undefined; readonly organization: string | undefined },
): TemplatePlace | undefined => {
  const kind = choices.kinds.find((one) => one === asked.kind) ?? choices.kinds[0];
  if (!kind) return undefined;
  const offered = organizationsOf(choices, kind);
  const organization = offered.find(({ code }) => code === asked.organization) ?? offered[0];
  return organization && { kind, organization: organization.code };
};

const Choice = ({ choices, place }: { readonly choices: PaperChoices; readonly place: TemplatePlace }) => {
  const words = useMessages(templateMessages);
  const { kinds } = useMessages(paperMessages);
  const navigate = useNavigate();
  const go = (kind: string, organization?: string) =>
    void navigate({
      to: '/van-ban-hanh-chinh/mau',
      search: { loai: kind, ...(organization !== undefined && { 'co-quan': organization }) },
      replace: true,
    });
  const offered = organizationsOf(choices, place.kind);
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <NativeSelect
          label={words.kind}
          value={place.kind}
          data={choices.kinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
          onChange={(event) => go(event.currentTarget.value)}
        />
        {offered.length > 1 && (
          <NativeSelect
            label={words.organization}
            value={place.organization}
            data={offered.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(event) => go(place.kind, event.currentTarget.value)}
          />
        )}
      </div>
    </div>
  );
};

const Fields = ({ fields }: { readonly fields: FieldTree }) => {
  const { fields: words, words: meanings } = useMessages(templateMessages);
  return (
    <Section title={words.title} lead={words.lead}>
      <FigureTable
        caption={words.title}
        rows={fieldRows(fields)}
        rowKey={({ name, within }) => [...within, name].join('/')}
        columns={[
          {
            key: 'name',
            title: words.name,
            cell: ({ name, isList }) => <code>{isList ? `{#${name}} … {/${name}}` : `{${name}}`}</code>,
          },
          { key: 'meaning', title: words.meaning, cell: ({ name }) => meanings[name] ?? '' },
          { key: 'within', title: words.within, cell: ({ within }) => within.join(' / ') },
        ]}
      />
    </Section>
  );
};

const Templates = ({ choices, place }: { readonly choices: PaperChoices; readonly place: TemplatePlace }) => {
  const words = useMessages(templateMessages);
  const { kinds } = useMessages(paperMessages);
  const format = useFormat();
  const view = useQuery(templatesQuery(place));
  const back = <Link to="/van-ban-hanh-chinh">{words.back}</Link>;
  const used = view.data?.templates.find(({ id }) => id === view.data.chosen);
  const kind = kinds[place.kind];
  const title =
    view.data === undefined
      ? words.title
      : used
        ? words.findingOwn(kind, used.name, format.number(used.version))
        : words.findingDelivered(kind);
  return (
    <Page title={title} eyebrow={back} lead={words.lead}>
      <Choice choices={choices} place={place} />
      {view.isPending && <LoadingState lines={8} />}
      {view.isError && (
        <ErrorState error={view.error} where={words.title} onRetry={() => void view.refetch()} />
      )}
      {view.data && (
        <>
          <TemplateVersions view={view.data} />
          <Section title={words.start.title} lead={words.start.lead}>
            <div>
              <Button component="a" variant="default" href={starterAddress(place)} download>
                {words.start.download}
              </Button>
            </div>
          </Section>
          <TemplateUpload key={`${place.kind}-${place.organization}`} place={place} />
          <Fields fields={view.data.fields} />
        </>
      )}
    </Page>
  );
};

/** Templates of an office for its official documents: begun, uploaded, checked, tried, chosen. */
const TemplatesPage = () => {
  const words = useMessages(templateMessages);
  const { loai: kind, 'co-quan': organization } = useSearch({ from: '/shell/van-ban-hanh-chinh/mau' });
  const choices = useQuery(choicesQuery);
  const place = choices.data && placeOf(choices.data, { kind, organization });
  if (choices.data && place) return <Templates choices={choices.data} place={place} />;
  return (
    <Page title={words.title} eyebrow={<Link to="/van-ban-hanh-chinh">{words.back}</Link>}>
      {choices.isError ? (
        <ErrorState error={choices.error} where={words.title} onRetry={() => void choices.refetch()} />
      ) : (
        <LoadingState lines={8} />
      )}
    </Page>
  );
};

export default TemplatesPage;
