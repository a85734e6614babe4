import { afterAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { ROLES } from '#core/access/permissions.ts';
import { DUE_KINDS } from '#core/calendar/due-rule.ts';
import { ENTERED_KINDS } from '#core/calendar/entered-days.ts';
import { ALIAS_ORIGINS, ORGANIZATION_KINDS } from '#core/organization/organization.ts';
import {
  DIFFICULTY_HOLDERS,
  DIFFICULTY_KINDS,
  DIFFICULTY_MOVES,
  DIFFICULTY_STATES,
} from '#core/difficulty/difficulty.ts';
import { FINDING_DECISIONS } from '#core/consistency/finding-standing.ts';
import { JOB_STATES } from '#core/job/job.ts';
import { LINK_ACTIONS } from '#core/consistency/measures/measure-link-decision.ts';
import {
  AGENCY_ROLES,
  CITATION_ROLES,
  COMPARATORS,
  DOCUMENT_ORIGINS,
  DUTY_COMPARATORS,
  IMPORT_STATES,
  ITEM_CHANGES,
  ITEM_KINDS,
  REPORT_FREQUENCIES,
  TASK_FORMS,
} from '#core/plan/plan-item.ts';
import { DELIVERY_EVENTS, MESSAGE_STATES } from '#core/reminder/delivery.ts';
import { DUE_PART_KINDS } from '#core/reminder/due-part.ts';
import { MESSAGE_CHANNELS, REMINDER_AUDIENCES } from '#core/reminder/ladder.ts';
import { SNAPSHOT_KINDS } from '#core/score-snapshot/snapshot.ts';
import { VALUE_COMPARATORS } from '#core/scoring/data-value.ts';
import { FRAMEWORK_STATES } from '#core/scoring/framework-lifecycle.ts';
import { STATED_SCORE_KINDS } from '#core/scoring/published-scores.ts';
import { PERIOD_ORIGINS } from '#features/forecast/contract.ts';
import { PERIOD_VALUE_KINDS } from '#core/forecast/decide-period-value.ts';
import { PAPER_KINDS } from '#core/report/writing/write-document.ts';
import { ROUND_STATES, VALUE_KINDS } from '#core/submission/reporting-round.ts';
import { SUBMISSION_ACTIONS, SUBMISSION_STATES } from '#core/submission/submission-state.ts';
import { LETTER_STATES } from '#features/reminder/contract.ts';
import { PURPOSE_DECISIONS } from '#features/execution/purpose-contract.ts';
import { AREA_PART_KINDS } from '#core/steering-committee/area-part.ts';
import { COMMITTEE_POSTS, MEMBER_CHANGES } from '#core/steering-committee/committee-member.ts';
import { TASK_ROLES } from '#core/task-progress/task-role.ts';
import { TASK_EVENT_KINDS } from '#core/task-state/task-event.ts';
import { WORK_STEP_EVENTS } from '#core/work-plan/work-step.ts';
import { startTestApi } from '#test/api.ts';

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  role_holding_role_known: ROLES,
  organization_kind_known: ORGANIZATION_KINDS,
  organization_alias_origin_known: ALIAS_ORIGINS,
  document_origin_known: DOCUMENT_ORIGINS,
  document_item_kind_known: ITEM_KINDS,
  document_item_due_kind_known: DUE_KINDS,
  document_item_revision_change_known: ITEM_CHANGES,
  target_comparator_known: COMPARATORS,
  target_period_kind_known: DUE_KINDS,
  task_form_known: TASK_FORMS,
  gap_comparator_known: COMPARATORS,
  reporting_duty_frequency_known: REPORT_FREQUENCIES,
  reporting_duty_comparator_known: DUTY_COMPARATORS,
  cited_document_role_known: CITATION_ROLES,
  reported_result_comparator_known: COMPARATORS,
  item_agency_role_known: AGENCY_ROLES,
  plan_import_state_known: IMPORT_STATES,
  plan_import_origin_known: DOCUMENT_ORIGINS,
  // Values and scores name these where they are written, and nowhere as a list.
  data_value_state_known: ['value', 'blank', 'not-applicable'],
  data_value_origin_known: ['document', 'inferred', 'entered', 'simulated', 'reported'],
  period_value_origin_known: PERIOD_ORIGINS,
  period_value_kind_known: PERIOD_VALUE_KINDS,
  data_value_comparator_known: VALUE_COMPARATORS,
  published_score_kind_known: STATED_SCORE_KINDS,
  score_snapshot_kind_known: SNAPSHOT_KINDS,
  index_framework_state_known: FRAMEWORK_STATES,
  reporting_round_value_kind_known: VALUE_KINDS,
  reporting_round_state_known: ROUND_STATES,
  submission_state_known: SUBMISSION_STATES,
  submission_event_action_known: SUBMISSION_ACTIONS,
  target_year_value_kind_known: VALUE_KINDS,
  session_method_known: ['password', 'invitation', 'single-sign-on'],
  round_request_share_known: ['whole', 'part'],
  round_request_task_role_known: TASK_ROLES,
  task_event_kind_known: TASK_EVENT_KINDS,
  part_standing_role_known: TASK_ROLES,
  task_purpose_decision_known: PURPOSE_DECISIONS,
  work_step_event_kind_known: WORK_STEP_EVENTS,
  committee_member_post_known: COMMITTEE_POSTS,
  committee_member_revision_change_known: MEMBER_CHANGES,
  committee_area_part_kind_known: AREA_PART_KINDS,
  difficulty_kind_known: DIFFICULTY_KINDS,
  difficulty_state_known: DIFFICULTY_STATES,
  difficulty_holder_known: DIFFICULTY_HOLDERS,
  difficulty_event_move_known: DIFFICULTY_MOVES,
  task_progress_state_known: ['value', 'blank', 'not-applicable'],
  answer_state_known: ['value', 'blank', 'not-applicable'],
  answer_appraised_state_known: ['value', 'blank', 'not-applicable'],
  answer_decision_known: ['accepted', 'corrected', 'returned'],
  answer_revision_kind_known: ['declared', 'appraised'],
  answer_source_kind_known: ['workbook', 'known', 'delivery'],
  evidence_kind_known: ['file', 'document', 'link'],
  league_snapshot_kind_known: ['self', 'appraised', 'published'],
  asset_entry_revision_kind_known: ['write', 'retire', 'restore', 'import'],
  sum_decision_known: ['write', 'leave'],
  official_document_kind_known: PAPER_KINDS,
  reminder_item_kind_known: DUE_PART_KINDS,
  reminder_item_audience_known: REMINDER_AUDIENCES,
  reminder_message_channel_known: MESSAGE_CHANNELS,
  reminder_message_state_known: MESSAGE_STATES,
  reminder_preference_channels_known: MESSAGE_CHANNELS,
  reminder_preference_language_known: ['vi', 'en'],
  reminder_delivery_event_known: DELIVERY_EVENTS,
  reminder_letter_state_known: LETTER_STATES,
  job_state_known: JOB_STATES,
  calendar_entry_kind_known: ENTERED_KINDS,
  finding_decision_known: FINDING_DECISIONS,
  measure_link_decision_known: LINK_ACTIONS,
  index_framework_edit_action_known: ['create', 'edit', 'put-in-force', 'withdraw', 'discard'],
};

const api = await startTestApi();
afterAll(() => api.close());

const found = await sql<{ name: string; definition: string }>`
  select conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'c' and conname like '%\\_known'`.execute(api.db);
const admitted = new Map(
  found.rows.map(({ name, definition }) => [
    name,
    [...definition.matchAll(/'([^']*)'::text/gu)].map(([, value]) => value).toSorted(),
  ]),
);

describe('what the database admits is what the code knows', () => {
  it.each(Object.entries(KNOWN))('%s', (name, values) => {
    expect(admitted.get(name)).toEqual([...values].toSorted());
  });

  it('for every list of the database', () => {
    expect([...admitted.keys()].toSorted()).toEqual(Object.keys(KNOWN).toSorted());
  });
});
