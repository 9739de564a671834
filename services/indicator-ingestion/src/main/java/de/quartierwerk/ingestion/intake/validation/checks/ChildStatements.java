package de.quartierwerk.ingestion.intake.validation.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Sums of the staged values of spaces, by the space in which they lie and their level. */
@ApplicationScoped
class ChildStatements {
    /** Children of spaces per level that are valid, with their sum, and whether all of them are there. */
    private static final String CHILDREN = """
            with summed as (
              select s.indicator, s.period, s.period_end, x.parent, x.level, sum(s.value) as total, count(s.value) as given
              from staged_value s join space x on x.key = s.space and x.valid_from <= s.period_end
                and (x.valid_to is null or x.valid_to >= s.period_end)
              where s.submission = ? and s.indicator = any(?) and x.parent is not null
              group by s.indicator, s.period, s.period_end, x.parent, x.level),
            child as (
              select d.*, d.given = (select count(*) from space x where x.parent = d.parent and x.level = d.level
                and x.valid_from <= d.period_end and (x.valid_to is null or x.valid_to >= d.period_end)) as complete
              from summed d)
            """;

    private final Jdbi jdbi;

    ChildStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Staged parents that all of their children do not add up to, or that some of them exceed. */
    void stagedParents(UUID submission, Collection<String> counts, Consumer<ComparedValue> each) {
        jdbi.useHandle(handle -> handle.select(CHILDREN + """
                        select p.sheet, p.line, p.column_number, p.value, c.total as other
                        from child c join staged_value p on p.submission = ? and p.indicator = c.indicator
                          and p.period = c.period and p.space = c.parent
                        where (c.complete and c.total <> p.value) or c.total > p.value
                        order by p.sheet, p.line, p.column_number""", submission, counts.toArray(String[]::new), submission)
                .map((row, context) -> ComparedValue.of(row))
                .forEach(each));
    }

    /**
     * A known value of a space that all of its staged children do not add up to.
     *
     * @param given how many children there are
     */
    record Parent(String indicator, String period, String space, long given) {}

    /** Known and public values of parents that are not in the file. */
    void knownParents(UUID submission, Collection<String> counts, Consumer<Parent> each) {
        jdbi.useHandle(handle -> handle.select(CHILDREN + """
                        select c.indicator, c.period, c.parent, c.given
                        from child c cross join lateral (
                          select v.value, v.public_status from value v
                          where v.indicator = c.indicator and v.period = c.period and v.space = c.parent
                            and (select r.recorded_at from release r where r.number = v.release) is not null
                          order by v.revision desc limit 1) k
                        where c.complete and k.value <> c.total and k.public_status <> 'suppressed'
                          and not exists (select 1 from staged_value p where p.submission = ?
                            and p.indicator = c.indicator and p.period = c.period and p.space = c.parent)
                        order by c.indicator, c.period, c.parent""", submission, counts.toArray(String[]::new), submission)
                .map((row, context) -> new Parent(
                        row.getString("indicator"),
                        row.getString("period"),
                        row.getString("parent"),
                        row.getLong("given")))
                .forEach(each));
    }
}
