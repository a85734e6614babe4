-- What reviewers told apart: statements that look like a registered item of another document and are not that item.

create table item_distinction (
  item_id uuid not null
    constraint item_distinction_item_fk references document_item on delete cascade,
  statement text not null constraint item_distinction_statement_form check (statement ~ '^[0-9a-f]{64}$'),
  plan_import_id uuid not null constraint item_distinction_import_fk references plan_import,
  constraint item_distinction_pk primary key (item_id, statement)
);
comment on table item_distinction is
  'Pairs of a registered item and a statement of another document that a reviewer told apart; they are not offered as one thing again.';
comment on column item_distinction.statement is
  'SHA-256 of the kind and the words of the statement, so that a later file that says the same finds it.';
comment on column item_distinction.plan_import_id is 'The import in whose review it was decided.';
revoke update, delete on item_distinction from senso_application;
