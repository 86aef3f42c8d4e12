import { type Kysely, sql } from 'kysely';

/** The usual questions as views. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create view levels_by_year as
    select
      indicator,
      measure,
      share_of,
      place_code,
      place_name,
      issuer_level as level,
      due_year,
      relation,
      value,
      unit,
      plan_id,
      position,
      issued_on,
      page,
      quote
    from target_values
    where territory = 'whole' and group_name is null and change is null and value is not null
      and indicator is not null and due_year is not null
  `.execute(db);
  await sql`create view duties as
    select
      task.plan_id,
      task.agency_position,
      task.position,
      agency.agency_id,
      agency.name as agency,
      task.role,
      task.text,
      deadline.text as deadline,
      deadline.due,
      deadline.due_last,
      deadline.recurrence,
      plan.number as plan_number,
      plan.place_name,
      plan.period,
      task.page
    from tasks as task
    join agencies as agency on agency.plan_id = task.plan_id and agency.position = task.agency_position
    join plans as plan on plan.id = task.plan_id
    left join task_deadlines as link
      on link.plan_id = task.plan_id and link.agency_position = task.agency_position
      and link.task_position = task.position
    left join deadlines as deadline
      on deadline.plan_id = link.plan_id and deadline.position = link.deadline_position
  `.execute(db);
  await sql`create view legal_bases as
    select
      number,
      min(type) as type,
      min(issued_on) as issued_on,
      min(issuer) as issuer,
      cast(count(distinct plan_id) as integer) as plans,
      cast(count(distinct case when role = 'basis' then plan_id end) as integer) as as_basis
    from citations
    group by number
  `.execute(db);
  await sql`create view rule_counts as
    select rule, severity, cast(count(distinct plan_id) as integer) as plans, cast(count(*) as integer) as findings
    from findings
    group by rule, severity
  `.execute(db);
}
