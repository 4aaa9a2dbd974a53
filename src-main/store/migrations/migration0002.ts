import type { Migration } from './migration.ts';

/**
 * Second schema: history knows which changes were one step of work and which of them undid another; closed reports
 * can be replaced by a redacted edition; erasures have their protocols. The indexes serve removal for good, which
 * otherwise reads whole tables to see that nothing points at what goes.
 */
export const migration0002: Migration = {
  version: 2,
  sql: `
  alter table change add column batch integer not null default 0;
  alter table change add column undoes integer;
  create index change_by_batch on change (batch) where batch > 0;
  alter table private_change add column batch integer not null default 0;
  alter table private_change add column undoes integer;

  create index attendance_by_day on attendance (day_id);
  create index attendance_by_substitute on attendance (substitute_person_id)
    where substitute_person_id is not null;
  create index goal_score_by_goal on goal_score (goal_id);
  create index action_step_by_session on action_step (session_id) where session_id is not null;
  create index action_step_by_goal on action_step (goal_id) where goal_id is not null;
  create index action_step_by_closing on action_step (closed_in_session_id)
    where closed_in_session_id is not null;
  create index action_step_by_who on action_step (who_participant_id)
    where who_participant_id is not null;
  create index resource_by_session on resource (session_id) where session_id is not null;

  alter table report add column redacted_at text;
  alter table report add column original_sha256 text;

  create table erasure (
    id text primary key not null,
    revision integer not null check (revision >= 1),
    created_at text not null,
    updated_at text not null,
    origin_workspace text not null,
    deleted_at text,
    subject_kind text not null check (subject_kind in ('participant', 'person')),
    subject_id text not null,
    number text not null,
    erased_on text not null,
    reason text not null,
    counts text not null,
    reports text not null,
    file_id text references stored_file (id)) strict;
  create unique index erasure_number on erasure (number) where deleted_at is null;`,
};
