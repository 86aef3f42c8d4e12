import { type Kysely, sql } from 'kysely';

/**
 * What plans cite is told by number and date: every province has a plan 77/KH-UBND of its own. A citation without a date
 * is taken for the only one of its number, where there is one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop view legal_bases`.execute(db);
  await sql`create view legal_bases as
    select
      citation.number,
      min(citation.type) as type,
      coalesce(citation.issued_on, single.issued_on) as issued_on,
      min(citation.issuer) as issuer,
      cast(count(distinct citation.plan_id) as integer) as plans,
      cast(count(distinct case when citation.role = 'basis' then citation.plan_id end) as integer) as as_basis
    from citations as citation
    left join (
      select number, min(issued_on) as issued_on
      from citations
      group by number
      having count(distinct issued_on) = 1
    ) as single on single.number = citation.number
    group by citation.number, coalesce(citation.issued_on, single.issued_on)
  `.execute(db);
}
