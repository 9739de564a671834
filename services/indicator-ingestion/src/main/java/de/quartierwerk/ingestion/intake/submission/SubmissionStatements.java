package de.quartierwerk.ingestion.intake.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What happens to a submission together with its values. */
@ApplicationScoped
class SubmissionStatements {
    private final Jdbi jdbi;

    SubmissionStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes a submission's lock until the transaction ends; answers false where another worker holds it. */
    boolean tryHold(UUID id) {
        return jdbi.withHandle(
                handle -> handle.select("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", "submission " + id)
                        .map((row, context) -> row.getBoolean(1))
                        .one());
    }

    /** Whether the values of a submission were written. */
    boolean isWritten(UUID id) {
        return jdbi.withHandle(handle -> handle.select("select exists (select 1 from release where submission = ?)", id)
                .map((row, context) -> row.getBoolean(1))
                .one());
    }

    /** Throws the checked values away. */
    void deleteStaged(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from staged_value where submission = ?", id));
    }

    /**
     * Throws the checked values of one submission away that was released, if there is any; answers whether there was.
     * Leaps through the index find which submissions have checked values.
     */
    boolean deleteStagedOfReleased() {
        return jdbi.withHandle(handle -> handle.execute("""
                with recursive leap (id) as (
                  (select submission from staged_value order by submission limit 1)
                  union all
                  select n.submission from leap l cross join lateral (
                    select submission from staged_value where submission > l.id order by submission limit 1) n)
                delete from staged_value where submission = (
                  select s.id from leap join submission s using (id) where s.state in ('RELEASED', 'WITHDRAWN') limit 1)""")) > 0;
    }

    /**
     * Ends the way of a submission whose values all other services can know, and of the one that it follows.
     *
     * @return the ids of both
     */
    List<UUID> released(UUID release, Instant now) {
        return jdbi.withHandle(handle -> {
            List<UUID> changed = new ArrayList<>(handle.select("""
                            update submission set state = 'RELEASED', released_at = ?, done = total
                            where release = ? and state = 'RELEASING' returning id""", now, release)
                    .map((row, context) -> row.getObject(1, UUID.class))
                    .list());
            changed.addAll(handle.select("""
                            update submission e set followed_by = s.id,
                              state = case when s.withdraws is null then e.state else 'WITHDRAWN' end
                            from submission s where s.release = ? and e.id = coalesce(s.corrects, s.withdraws)
                            returning e.id""", release)
                    .map((row, context) -> row.getObject(1, UUID.class))
                    .list());
            return changed;
        });
    }

    /**
     * Stages the values of spaces that have moved, so that their periods are summed up anew; as they are, they change
     * nothing. Answers how many values that are.
     */
    long stageMoved(UUID id, Collection<String> spaces) {
        return jdbi.withHandle(handle -> handle.execute("""
                insert into staged_value (submission, column_number, indicator, period, period_end, space, value,
                  numerator, denominator, status, controlled)
                select distinct on (indicator, period) ?, 0, indicator, period, period_end, space, value, numerator,
                  denominator, status, true
                from value where space = any(?) order by indicator, period, space, revision desc""", id, spaces.toArray(String[]::new)));
    }

    /**
     * Stages what takes back those values of a release that no later one has changed: the values before it, or missing
     * ones. What was suppressed counts as the contribution of one, since what stood besides is not known any more.
     *
     * @return how many values that are
     */
    long stageWithdrawal(UUID id, UUID release) {
        return jdbi.withHandle(handle -> handle.execute("""
                insert into staged_value (submission, line, column_number, indicator, period, period_end, space, value,
                  numerator, denominator, status, controlled, besides)
                select ?, v.line, 0, v.indicator, v.period, v.period_end, v.space, b.value, b.numerator, b.denominator,
                  coalesce(b.status, 'missing'), (s.mapping ->> 'controlledAtSource')::boolean,
                  case when b.suppression is not null then array_remove(array[coalesce(b.numerator, b.value)], null) end
                from release r
                cross join lateral (select distinct indicator, period from release_batch where release = r.number) g
                join value v on v.indicator = g.indicator and v.period = g.period and v.release = r.number
                  and v.line is not null
                left join value b on b.indicator = v.indicator and b.period = v.period and b.space = v.space
                  and b.revision = v.revision - 1 and b.origin is null
                left join release o on o.number = b.release
                left join submission s on s.id = o.submission
                where r.id = ? and not exists (
                  select 1 from value l where l.indicator = v.indicator and l.period = v.period and l.space = v.space
                    and l.revision > v.revision and (l.line is not null or l.origin is not null))""", id, release));
    }
}
