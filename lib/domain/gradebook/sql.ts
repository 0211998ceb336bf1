import { type Fragment, fragment } from '@/lib/platform/db/sql'

/**
 * The rules of the period `p` in the year of the group `cg`: those that held when it was closed, else the ones in force;
 * null where the school has not written any.
 */
export const rulesOfPeriod = (schoolId: string): Fragment => fragment`
  coalesce(
    (select er.rules from period_events pe
       join evaluation_rules er on er.school_id = pe.school_id and er.id = pe.evaluation_rules_id
      where pe.school_id = ${schoolId} and pe.academic_period_id = p.id and pe.to_status = 'closed'
        and p.status in ('closed', 'published') order by pe.at desc limit 1),
    (select er.rules from evaluation_rules er
      where er.school_id = ${schoolId} and er.school_year_id = cg.school_year_id and er.status = 'active'
      order by er.number desc limit 1))`
