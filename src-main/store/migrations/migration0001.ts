import type { Migration } from './migration.ts';

/** Columns that every noun carries; see design.md, History. */
const RECORDED = `
  id text primary key not null,
  revision integer not null check (revision >= 1),
  created_at text not null,
  updated_at text not null,
  origin_workspace text not null,
  deleted_at text`;

const CHANGE_COLUMNS = `
  position integer primary key,
  entity text not null,
  entity_id text not null,
  revision integer not null,
  parent_revision integer not null,
  origin_workspace text not null,
  at text not null,
  action text not null check (action in ('made', 'changed', 'removed', 'restored')),
  fields text not null`;

const DRAFT_COLUMNS = `
  entity text not null,
  entity_id text not null,
  base_revision integer not null,
  body text not null,
  updated_at text not null,
  primary key (entity, entity_id)`;

/** A table that mirrors a list column, so that it can be searched and guarded by foreign keys. */
function mirror(
  table: string,
  owner: string,
  column: string,
  target: string,
  link: string,
): string {
  const fill = `insert into ${table} (${owner}_id, ${link}) select distinct new.id, value from json_each(new.${column});`;
  return `
  create table ${table} (
    ${owner}_id text not null references ${owner} (id) on delete cascade,
    ${link} text not null references ${target} (id),
    primary key (${owner}_id, ${link})
  ) strict, without rowid;
  create index ${table}_by_${link} on ${table} (${link});
  create trigger ${table}_made after insert on ${owner} begin ${fill} end;
  create trigger ${table}_changed after update of ${column} on ${owner} begin
    delete from ${table} where ${owner}_id = new.id;
    ${fill}
  end;`;
}

/** Keeps a subject in report_due while it is live, fulfils a condition and has no closed report. */
function dueTriggers(table: string, kind: string, condition: string): string {
  const enter =
    `insert into report_due (kind, subject_id) select '${kind}', new.id where new.deleted_at is null and ${condition} ` +
    `and not exists (select 1 from report where kind = '${kind}' and subject_id = new.id and deleted_at is null);`;
  return `
  create trigger ${table}_due after insert on ${table} begin ${enter} end;
  create trigger ${table}_due_again after update of state, deleted_at on ${table} begin
    delete from report_due where kind = '${kind}' and subject_id = new.id;
    ${enter}
  end;`;
}

const PROGRAMME = `
  create table setting (key text primary key not null, value text not null) strict;

  create table module (${RECORDED}, name text not null, topic text not null) strict;
  create table edition (${RECORDED},
    name text not null, "from" text not null, "to" text not null, phases text not null,
    curriculum text not null, targets text not null, hour_unit_minutes integer not null) strict;
  create table library (${RECORDED},
    name text not null, town text not null, voivodeship text not null, latitude real, longitude real,
    population integer, population_year integer, address text not null, email text not null,
    phone text not null, note text not null) strict;
  create table participation (${RECORDED},
    library_id text not null references library (id), edition_id text not null references edition (id),
    state text not null, "from" text, "to" text) strict;
  create unique index participation_once on participation (library_id, edition_id) where deleted_at is null;
  create index participation_by_edition on participation (edition_id);
  create table person (${RECORDED},
    name text not null, form text not null, roles text not null, email text not null, phone text not null) strict;
  create table participant (${RECORDED}, name text not null, email text not null, phone text not null) strict;
  create table team_membership (${RECORDED},
    participant_id text not null references participant (id), library_id text not null references library (id),
    position text not null, "from" text, "to" text) strict;
  create index team_membership_by_library on team_membership (library_id);
  create index team_membership_by_participant on team_membership (participant_id);
  create table innovation (${RECORDED}, title text not null, problem text not null, towns text not null) strict;`;

const WORKSHOPS = `
  create table workshop (${RECORDED},
    edition_id text references edition (id), module_id text references module (id), title text not null,
    state text not null, library_ids text not null, lead_trainer_id text not null references person (id),
    trainer_ids text not null, venue text not null, overridden_conflicts text not null,
    summary text not null, conclusions text not null) strict;
  create index workshop_by_lead on workshop (lead_trainer_id);
  create index workshop_by_edition on workshop (edition_id, module_id);
  create index workshop_not_counted on workshop (id) where deleted_at is not null or state = 'cancelled';
  ${mirror('workshop_library', 'workshop', 'library_ids', 'library', 'library_id')}
  ${mirror('workshop_trainer', 'workshop', 'trainer_ids', 'person', 'person_id')}
  create table training_day (${RECORDED},
    workshop_id text not null references workshop (id), date text not null, start text not null,
    "end" text not null, value real not null, attendance_confirmed_at text) strict;
  create index training_day_by_workshop on training_day (workshop_id, date);
  create index training_day_by_date on training_day (date);
  create index training_day_open on training_day (date)
    where attendance_confirmed_at is null and deleted_at is null;
  create index training_day_sums on training_day (workshop_id, attendance_confirmed_at, value, date)
    where deleted_at is null;
  create table agenda_item (${RECORDED},
    workshop_id text not null references workshop (id), day_id text not null references training_day (id),
    position integer not null, title text not null, planned_minutes integer not null, is_break integer not null,
    aim text not null, content text not null, method text not null, materials text not null,
    outcome text, done_minutes integer, reason text not null) strict;
  create index agenda_item_by_day on agenda_item (day_id, position);
  create index agenda_item_by_workshop on agenda_item (workshop_id);
  create index agenda_item_sums on agenda_item (day_id, outcome, done_minutes, planned_minutes)
    where deleted_at is null and is_break = 0 and outcome in ('done', 'shortened', 'changed');
  create table attendance (${RECORDED},
    day_id text not null references training_day (id), participant_id text not null references participant (id),
    mark text not null, hours real, reason text not null,
    substitute_person_id text references participant (id)) strict;
  create unique index attendance_once on attendance (day_id, participant_id) where deleted_at is null;
  create index attendance_by_participant on attendance (participant_id);`;

const COACHING = `
  create table engagement (${RECORDED},
    library_id text not null references library (id), edition_id text references edition (id),
    coach_id text not null references person (id), form text not null, participant_ids text not null,
    title text not null, started_on text not null, ended_on text) strict;
  create index engagement_by_library on engagement (library_id);
  create index engagement_by_coach on engagement (coach_id);
  ${mirror('engagement_participant', 'engagement', 'participant_ids', 'participant', 'participant_id')}
  create table agreement (${RECORDED},
    engagement_id text not null references engagement (id), agreed_on text not null, parties text not null,
    shared text not null, terms text not null) strict;
  create index agreement_by_engagement on agreement (engagement_id, agreed_on);
  create table coaching_session (${RECORDED},
    engagement_id text not null references engagement (id), date text not null, start text, minutes integer not null,
    mode text not null, place text not null, state text not null, state_reason text not null, topic text not null,
    present_ids text not null, report_notes text not null, grrow text not null, next_session_on text) strict;
  create index coaching_session_by_engagement on coaching_session (engagement_id, date);
  create index coaching_session_by_date on coaching_session (date);
  create index coaching_session_planned on coaching_session (date)
    where state = 'planned' and deleted_at is null;
  create index coaching_session_without_note on coaching_session (date)
    where state = 'held' and report_notes = '' and deleted_at is null;
  create index coaching_session_sums on coaching_session (engagement_id, state, date, minutes)
    where deleted_at is null;
  create table coaching_goal (${RECORDED},
    engagement_id text not null references engagement (id), owner_participant_id text references participant (id),
    title text not null, measure text not null, sense text not null, due_on text, scale text not null,
    gas_levels text not null, state text not null) strict;
  create index coaching_goal_by_engagement on coaching_goal (engagement_id);
  create table goal_score (${RECORDED},
    goal_id text not null references coaching_goal (id), session_id text not null references coaching_session (id),
    value integer not null, note text not null) strict;
  create unique index goal_score_once on goal_score (goal_id, session_id) where deleted_at is null;
  create index goal_score_by_session on goal_score (session_id);
  create table resource (${RECORDED},
    library_id text not null references library (id), engagement_id text references engagement (id),
    session_id text references coaching_session (id), owner_participant_id text references participant (id),
    kind text not null, direction text not null, name text not null, note text not null, goal_ids text not null) strict;
  create index resource_by_library on resource (library_id);
  create index resource_by_engagement on resource (engagement_id);
  create table action_step (${RECORDED},
    library_id text not null references library (id), engagement_id text references engagement (id),
    session_id text references coaching_session (id), workshop_id text references workshop (id),
    goal_id text references coaching_goal (id), what text not null,
    who_participant_id text references participant (id), who_name text not null, due_on text,
    state text not null, closed_on text, closed_in_session_id text references coaching_session (id)) strict;
  create index action_step_by_library on action_step (library_id);
  create index action_step_by_engagement on action_step (engagement_id);
  create index action_step_by_workshop on action_step (workshop_id);
  create index action_step_open on action_step (due_on) where state = 'open' and deleted_at is null;
  create index action_step_open_by_library on action_step (library_id, engagement_id, workshop_id)
    where state = 'open' and deleted_at is null;
  create index action_step_open_by_engagement on action_step (engagement_id)
    where state = 'open' and deleted_at is null;`;

const REPORTS = `
  create table stored_file (${RECORDED},
    path text not null unique, media_type text not null, bytes integer not null, sha256 text not null) strict;
  create table report (${RECORDED},
    kind text not null, subject_id text not null, number text not null, title text not null,
    correction_of text references report (id), correction_number integer not null, correction_reason text not null,
    closed_at text not null, closed_by text not null references person (id),
    file_id text not null references stored_file (id), sha256 text not null, pages integer not null,
    replaced_characters text not null) strict;
  create unique index report_number on report (number) where deleted_at is null;
  create unique index report_once on report (kind, subject_id, correction_number) where deleted_at is null;
  create table dispatch (${RECORDED},
    report_id text not null references report (id), recipient text not null, subject text not null, body text not null,
    message_id text not null, state text not null, prepared_at text not null, marked_at text) strict;
  create index dispatch_by_report on dispatch (report_id);
  create index report_by_closing on report (closed_at) where deleted_at is null;`;

/**
 * What waits for a person, kept by the database itself: without it Dziś would look through ten years of reports.
 * report_due: live workshops and held sessions without a closed report. report_unsent: closed ones nobody sent.
 */
const WAITING = `
  create table report_due (kind text not null, subject_id text not null, primary key (kind, subject_id))
    strict, without rowid;
  create table report_unsent (report_id text primary key not null) strict, without rowid;
  ${dueTriggers('workshop', 'workshop', `new.state <> 'cancelled'`)}
  ${dueTriggers('coaching_session', 'coaching-session', `new.state = 'held'`)}
  create trigger report_closed after insert on report begin
    delete from report_due where kind = new.kind and subject_id = new.subject_id;
    insert into report_unsent (report_id) values (new.id);
  end;
  create trigger dispatch_made after insert on dispatch when new.state in ('accepted', 'marked') begin
    delete from report_unsent where report_id = new.report_id;
  end;
  create trigger dispatch_changed after update on dispatch begin
    delete from report_unsent where report_id = new.report_id;
    insert into report_unsent (report_id) select new.report_id where not exists (
      select 1 from dispatch where report_id = new.report_id and deleted_at is null
        and state in ('accepted', 'marked'));
  end;`;

const SHARED_MACHINERY = `
  create table change (${CHANGE_COLUMNS}) strict;
  create index change_by_thing on change (entity, entity_id, revision);
  create table draft (${DRAFT_COLUMNS}) strict, without rowid;

  create table search_entry (
    rowid integer primary key, entity text not null, entity_id text not null, words text not null,
    unique (entity, entity_id)) strict;
  create virtual table search_words using fts5 (words, content = 'search_entry', prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0');
  insert into search_words (search_words, rank) values ('secure-delete', 1);
  create trigger search_entry_made after insert on search_entry begin
    insert into search_words (rowid, words) values (new.rowid, new.words);
  end;
  create trigger search_entry_changed after update of words on search_entry begin
    insert into search_words (search_words, rowid, words) values ('delete', old.rowid, old.words);
    insert into search_words (rowid, words) values (new.rowid, new.words);
  end;
  create trigger search_entry_gone after delete on search_entry begin
    insert into search_words (search_words, rowid, words) values ('delete', old.rowid, old.words);
  end;`;

/** Private notes lie apart from the first migration on: note, draft, history, search (domain rule 4). */
const PRIVATE = `
  create table private_note (${RECORDED},
    engagement_id text not null references engagement (id), session_id text not null references coaching_session (id),
    body text not null) strict;
  create unique index private_note_once on private_note (session_id) where deleted_at is null;
  create table private_draft (${DRAFT_COLUMNS}) strict, without rowid;
  create table private_change (${CHANGE_COLUMNS}) strict;
  create index private_change_by_thing on private_change (entity, entity_id, revision);
  create table private_entry (
    rowid integer primary key, entity_id text not null unique, words text not null) strict;
  create virtual table private_words using fts5 (words, content = 'private_entry', prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0');
  insert into private_words (private_words, rank) values ('secure-delete', 1);
  create trigger private_entry_made after insert on private_entry begin
    insert into private_words (rowid, words) values (new.rowid, new.words);
  end;
  create trigger private_entry_changed after update of words on private_entry begin
    insert into private_words (private_words, rowid, words) values ('delete', old.rowid, old.words);
    insert into private_words (rowid, words) values (new.rowid, new.words);
  end;
  create trigger private_entry_gone after delete on private_entry begin
    insert into private_words (private_words, rowid, words) values ('delete', old.rowid, old.words);
  end;`;

/** The first schema: everything of the first release. Frozen; changes come as new migrations. */
export const migration0001: Migration = {
  version: 1,
  sql: [PROGRAMME, WORKSHOPS, COACHING, REPORTS, WAITING, SHARED_MACHINERY, PRIVATE].join('\n'),
};
