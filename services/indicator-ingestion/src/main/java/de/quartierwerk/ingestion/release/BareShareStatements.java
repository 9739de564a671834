package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.ingestion.planner.Planner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Shares that came without their counts, beside the counts that are known for the same spaces and days. */
@ApplicationScoped
class BareShareStatements {
    private static final String[] LEAVING_DENOMINATOR = Stream.of(Reason.values())
            .filter(Reason::leavesDenominator)
            .map(Reason::name)
            .toArray(String[]::new);

    private final Jdbi jdbi;
    private final Planner planner;

    BareShareStatements(Jdbi jdbi, Planner planner) {
        this.jdbi = jdbi;
        this.planner = planner;
    }

    /**
     * A share and a count of one space and day.
     *
     * @param indicator code of the share
     * @param share the share as the public sees it
     */
    record Pair(String space, String indicator, BigDecimal share, BigDecimal count) {
        static Pair of(ResultSet row) throws SQLException {
            return new Pair(
                    row.getString("space"),
                    row.getString("indicator"),
                    row.getBigDecimal("share"),
                    row.getBigDecimal("count"));
        }
    }

    /**
     * What is looked for beside a group.
     *
     * @param codes indicators
     * @param ofGroups those of them that are counts by their denominators
     * @param periods periods that may have the group's day
     */
    record Beside(Collection<String> codes, Collection<String> ofGroups, Collection<String> periods) {}

    /** Those of the indicators of which a submission delivers shares without counts that nobody calls controlled. */
    Set<String> bare(UUID submission, Collection<String> codes) {
        return codes("""
                select distinct indicator from staged_value
                where submission = ? and indicator = any(?) and controlled is null
                  and numerator is null and denominator is null""", submission, codes.toArray(String[]::new));
    }

    /**
     * Those of the indicators of which earlier releases have published a share of one of the periods without counts.
     * The order makes the planner, which knows nothing of new values, look each of them up by the primary key.
     */
    Set<String> published(long release, Collection<String> codes, Collection<String> periods) {
        return codes("""
                select distinct i.code from unnest(?) as i (code) cross join unnest(?) as p (period)
                cross join lateral (
                  select 1 from value v where v.indicator = i.code and v.period = p.period and v.release < ?
                    and v.denominator is null and v.public_status <> 'suppressed'
                  order by v.indicator, v.period, v.space limit 1) found""", codes.toArray(String[]::new), periods.toArray(String[]::new), release);
    }

    private Set<String> codes(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> new TreeSet<>(handle.select(sql, parameters)
                .map((row, context) -> row.getString(1))
                .list()));
    }

    /**
     * The shares of a group of a release of which nobody said that their source controls them, beside all counts, those
     * of the cases of other delivered ratios among them.
     */
    List<Pair> delivered(UUID submission, long release, Group group, Beside counts) {
        return pairs(
                """
                select v.space, v.indicator, coalesce(v.rounded, v.value) as share, n.count
                from value v
                join staged_value s on s.submission = ? and s.indicator = v.indicator and s.period = v.period
                  and s.space = v.space and s.controlled is null
                join value c on c.space = v.space and c.indicator = any(?) and c.period = any(?)
                  and (c.period = v.period or c.period_end = v.period_end)
                cross join lateral (
                  select case when c.indicator = any(?) then c.denominator else c.value end as count) n
                where v.indicator = ? and v.period = ? and v.release = ? and v.public_status <> 'suppressed'
                  and v.numerator is null and v.denominator is null and v.value <> 0 and n.count > 0""",
                submission,
                counts.codes.toArray(String[]::new),
                counts.periods.toArray(String[]::new),
                counts.ofGroups.toArray(String[]::new),
                group.indicator(),
                group.period(),
                release);
    }

    /**
     * The counts of a group of a release beside such shares that earlier releases have published.
     *
     * @param ofGroup whether the group is of ratios, whose denominators count
     */
    List<Pair> counts(long release, Group group, boolean ofGroup, Beside shares) {
        return pairs(
                """
                select v.space, h.indicator, coalesce(h.rounded, h.value) as share, n.count
                from value v
                cross join lateral (select case when ? then v.denominator else v.value end as count) n
                join value h on h.space = v.space and h.indicator = any(?) and h.period = any(?)
                  and (h.period = v.period or h.period_end = v.period_end)
                join release r on r.number = h.release
                join submission s on s.id = r.submission
                where v.indicator = ? and v.period = ? and v.release = ? and n.count > 0
                  and (v.public_status <> 'suppressed' or (? and v.suppression = any(?)))
                  and h.release < v.release and h.public_status <> 'suppressed' and h.numerator is null
                  and h.denominator is null and h.value <> 0
                  and (s.withdraws is not null or s.mapping ->> 'controlledAtSource' is null)""",
                ofGroup,
                shares.codes.toArray(String[]::new),
                shares.periods.toArray(String[]::new),
                group.indicator(),
                group.period(),
                release,
                ofGroup,
                LEAVING_DENOMINATOR);
    }

    private List<Pair> pairs(String sql, Object... parameters) {
        List<Pair> pairs = new ArrayList<>();
        planner.withoutNestedLoops(() -> jdbi.useHandle(handle -> handle.select(sql, parameters)
                .map((row, context) -> Pair.of(row))
                .forEach(pairs::add)));
        return pairs;
    }
}
