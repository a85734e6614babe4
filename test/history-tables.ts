/**
 * Every table whose rows are history: the application adds to them, and neither it nor whoever speaks through it changes or
 * removes what is there. A new table that is append-only is named here and takes the rights back in its migration:
 * `revoke update, delete on <table> from senso_application`.
 */
export const HISTORY_TABLES = [
  'answer_revision',
  'answer_source',
  'asset_entry_revision',
  'audit_event',
  'audit_head',
  'boundary_set',
  'calendar_entry',
  'data_value_revision',
  'delivery',
  'document_item_revision',
  'document_source',
  'evidence',
  'finding_decision',
  'improvement_plan',
  'improvement_plan_item',
  'index_framework_edit',
  'league_snapshot',
  'measure_link_decision',
  'period_value_revision',
  'plan_review_step',
  'reminder',
  'reminder_reading',
  'round_extension',
  'scenario_revision',
  'score_snapshot',
  'stored_file',
  'submission_event',
  'sum_decision',
  'target_year_value',
  'task_event',
  'task_event_evidence',
  'task_progress',
] as const;
