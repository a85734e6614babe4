-- Reporting rounds: who is asked for which figures, what they answer, how it is appraised, with which evidence.

create table reporting_round (
  round_id uuid constraint reporting_round_pk primary key,
  title text not null collate "vi-x-icu" constraint reporting_round_title_filled check (title <> ''),
  duty_item_id uuid constraint reporting_round_duty_fk references reporting_duty (item_id),
  framework_code text not null,
  framework_version integer not null,
  year integer not null,
  period text not null
    constraint reporting_round_period_form check (period ~ '^[0-9]{4}(-(Q[1-4]|H[12]|(0[1-9]|1[0-2])))?$'),
  value_kind text not null constraint reporting_round_value_kind_known check (value_kind in ('estimate', 'final')),
  state text not null
    constraint reporting_round_state_known check (state in ('draft', 'open', 'locked', 'published', 'cancelled')),
  due_day date not null,
  due_before boolean not null,
  lock_day date,
  appraisal_steps integer not null
    constraint reporting_round_appraisal_steps_span check (appraisal_steps between 1 and 2),
  requires_evidence boolean not null,
  version integer not null constraint reporting_round_version_positive check (version >= 1),
  created_at timestamptz not null,
  created_by uuid constraint reporting_round_created_by_fk references account,
  opened_at timestamptz,
  constraint reporting_round_framework_fk foreign key (framework_code, framework_version)
    references index_framework (code, version)
);
comment on table reporting_round is
  'A reporting round: a period, who is asked for which figures of a framework, until when.';
comment on column reporting_round.duty_item_id is 'The reporting duty of a plan that the round fulfils; null for one of its own.';
comment on column reporting_round.due_before is 'The plan says "before the day": the day named is already too late.';
comment on column reporting_round.value_kind is
  'Deadlines fall before periods end: what is asked is the estimate at the deadline or the final figure.';
create index reporting_round_state_idx on reporting_round (state, due_day);
revoke delete on reporting_round from senso_application;

create table round_request (
  round_id uuid not null constraint round_request_round_fk references reporting_round,
  organization_code text not null constraint round_request_organization_fk references organization,
  subject_code text not null constraint round_request_subject_fk references organization,
  item_code text not null,
  indicator_code text not null,
  share text not null constraint round_request_share_known check (share in ('whole', 'part')),
  position integer not null,
  constraint round_request_pk primary key (round_id, organization_code, subject_code, item_code)
);
comment on table round_request is 'Whom a round asks for which data item of which subject.';
comment on column round_request.share is 'part: the figure of the whole is the sum of what the organizations give.';

create table round_extension (
  extension_id uuid constraint round_extension_pk primary key,
  round_id uuid not null constraint round_extension_round_fk references reporting_round,
  organization_code text not null constraint round_extension_organization_fk references organization,
  until_day date not null,
  reason text not null constraint round_extension_reason_filled check (reason <> ''),
  granted_at timestamptz not null,
  granted_by uuid not null constraint round_extension_granted_by_fk references account,
  write_id uuid not null constraint round_extension_write_once unique
);
comment on table round_extension is
  'Append-only: exceptions by name, until when an organization may still send figures; the latest one counts.';
create index round_extension_round_idx on round_extension (round_id, organization_code, granted_at desc);
revoke update, delete on round_extension from senso_application;

create table submission (
  submission_id uuid constraint submission_pk primary key,
  round_id uuid not null constraint submission_round_fk references reporting_round,
  organization_code text not null constraint submission_organization_fk references organization,
  state text not null constraint submission_state_known check (state in (
    'draft', 'ready', 'submitted', 'under-appraisal', 'returned', 'accepted', 'locked', 'published')),
  appraiser_codes text[] not null,
  appraisals_passed integer not null default 0,
  first_appraiser_id uuid constraint submission_first_appraiser_fk references account,
  asked_count integer not null,
  answered_count integer not null default 0,
  submitted_at timestamptz,
  version integer not null constraint submission_version_positive check (version >= 1),
  changed_at timestamptz not null,
  constraint submission_once unique (round_id, organization_code)
);
comment on table submission is 'The answer of one organization to one round, in its present state.';
comment on column submission.appraiser_codes is 'Organizations that appraise at least one of its figures, by the framework.';
comment on column submission.submitted_at is 'When it was last signed and sent: what timeliness is measured by.';
create index submission_organization_idx on submission (organization_code, state);
revoke delete on submission from senso_application;

create table submission_event (
  event_id uuid constraint submission_event_pk primary key,
  submission_id uuid not null constraint submission_event_submission_fk references submission,
  action text not null constraint submission_event_action_known check (action in (
    'mark-ready', 'take-back', 'submit', 'withdraw', 'start-appraisal', 'return', 'accept', 'reopen', 'lock', 'publish')),
  from_state text not null,
  to_state text not null,
  reason text,
  at timestamptz not null,
  by uuid constraint submission_event_by_fk references account,
  role text not null,
  write_id uuid not null constraint submission_event_write_once unique
);
comment on table submission_event is 'Append-only: every step of a submission, by whom in which role, and why.';
create index submission_event_submission_idx on submission_event (submission_id, at);
revoke update, delete on submission_event from senso_application;

create table answer (
  submission_id uuid not null constraint answer_submission_fk references submission,
  subject_code text not null,
  item_code text not null,
  state text not null constraint answer_state_known check (state in ('value', 'blank', 'not-applicable')),
  value text,
  note text,
  explanation text,
  version integer not null constraint answer_version_positive check (version >= 1),
  changed_at timestamptz not null,
  changed_by uuid constraint answer_changed_by_fk references account,
  decision text constraint answer_decision_known check (decision in ('accepted', 'corrected', 'returned')),
  appraised_state text constraint answer_appraised_state_known check (appraised_state in ('value', 'blank', 'not-applicable')),
  appraised_value text,
  decision_reason text,
  decided_at timestamptz,
  decided_by uuid constraint answer_decided_by_fk references account,
  constraint answer_pk primary key (submission_id, subject_code, item_code),
  constraint answer_filled check ((state = 'value') = (value is not null)),
  constraint answer_appraised_filled check ((appraised_state is not distinct from 'value') = (appraised_value is not null)),
  constraint answer_corrected_with_reason check (
    (decision is distinct from 'corrected' or (appraised_state is not null and decision_reason is not null))
    and (decision is distinct from 'returned' or decision_reason is not null))
);
comment on table answer is
  'Present figure of each item that was asked: as declared, and as appraised beside it. Earlier ones are in answer_revision.';
comment on column answer.explanation is 'Why a figure is right although a check finds it unusual.';
comment on column answer.appraised_value is 'What the appraiser put in its place, with a reason; the declared figure stays.';

create table answer_revision (
  revision_id uuid constraint answer_revision_pk primary key,
  submission_id uuid not null,
  subject_code text not null,
  item_code text not null,
  kind text not null constraint answer_revision_kind_known check (kind in ('declared', 'appraised')),
  version integer not null,
  content jsonb not null,
  at timestamptz not null,
  by uuid constraint answer_revision_by_fk references account,
  write_id uuid not null,
  constraint answer_revision_answer_fk foreign key (submission_id, subject_code, item_code)
    references answer (submission_id, subject_code, item_code),
  constraint answer_revision_write_once unique (write_id, subject_code, item_code),
  constraint answer_revision_version_once unique (submission_id, subject_code, item_code, version)
);
comment on table answer_revision is 'Append-only: every figure that was declared and every decision of an appraiser.';
revoke update, delete on answer_revision from senso_application;

create table stored_file (
  sha256 text constraint stored_file_pk primary key
    constraint stored_file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null constraint stored_file_size_positive check (size > 0),
  media_type text not null,
  stored_at timestamptz not null
);
comment on table stored_file is 'Append-only: files that are kept by their content, each once.';
revoke update, delete on stored_file from senso_application;

create table evidence (
  evidence_id uuid constraint evidence_pk primary key,
  organization_code text not null constraint evidence_organization_fk references organization,
  kind text not null constraint evidence_kind_known check (kind in ('file', 'document', 'link')),
  title text not null collate "vi-x-icu" constraint evidence_title_filled check (title <> ''),
  file_sha256 text constraint evidence_file_fk references stored_file,
  document_id uuid constraint evidence_document_fk references document,
  url text,
  added_at timestamptz not null,
  added_by uuid constraint evidence_added_by_fk references account,
  write_id uuid not null constraint evidence_write_once unique,
  constraint evidence_one_thing check (
    num_nonnulls(file_sha256, document_id, url) = 1
    and (kind = 'file') = (file_sha256 is not null)
    and (kind = 'document') = (document_id is not null))
);
comment on table evidence is
  'Append-only: what an organization proves figures with: a file, a document of the register, or a link.';
create index evidence_organization_idx on evidence (organization_code, added_at desc);
revoke update, delete on evidence from senso_application;

create table answer_evidence (
  answer_evidence_id uuid constraint answer_evidence_pk primary key,
  submission_id uuid not null constraint answer_evidence_submission_fk references submission,
  subject_code text not null,
  item_code text not null,
  evidence_id uuid not null constraint answer_evidence_evidence_fk references evidence,
  attached_at timestamptz not null,
  attached_by uuid constraint answer_evidence_attached_by_fk references account,
  detached_at timestamptz,
  detached_by uuid constraint answer_evidence_detached_by_fk references account
);
create unique index answer_evidence_once_idx
  on answer_evidence (submission_id, subject_code, item_code, evidence_id) where detached_at is null;
revoke delete on answer_evidence from senso_application;
comment on table answer_evidence is
  'Which evidence stands behind which answer; one upload serves many, and what was taken away again stays on record.';

alter table data_value drop constraint data_value_origin_known;
alter table data_value add constraint data_value_origin_known
  check (origin in ('document', 'inferred', 'entered', 'simulated', 'reported'));
comment on column data_value.origin is
  'Where the value comes from; simulated: made up for the demonstration; reported: accepted in a reporting round.';
