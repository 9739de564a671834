package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.ingestion.planner.Planner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the secondary rules read and suppress: values of one period at a time. */
@ApplicationScoped
class SuppressionStatements {
    private static final int MOST_CELLS = 10_000;

    private final Jdbi jdbi;
    private final Planner planner;

    SuppressionStatements(Jdbi jdbi, Planner planner) {
        this.jdbi = jdbi;
        this.planner = planner;
    }

    /** The newest secret of the installation for lots. */
    byte[] secret() {
        return jdbi.withHandle(
                handle -> handle.select("select secret from disclosure_secret order by since desc limit 1")
                        .map((row, context) -> row.getBytes(1))
                        .one());
    }

    /**
     * In how wide an interval a suppressed count must lie for everybody who adds up.
     *
     * @param width difference of the greatest and the least possible number
     */
    record Width(String indicator, String period, String space, double width) {}

    /** Keeps how well a release is protected, for stewards. */
    void store(long release, int chosen, int atLeast, List<Width> widths) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update release set chosen = ?, chosen_at_least = ? where number = ?", chosen, atLeast, release);
            if (!widths.isEmpty()) {
                handle.execute(
                        """
                        insert into disclosure_width (release, indicator, period, space, width)
                        select distinct on (w.i, w.p, w.s) ?, w.i, w.p, w.s, w.w from unnest(?, ?, ?, ?) as w (i, p, s, w)
                        order by w.i, w.p, w.s, w.w""",
                        release,
                        widths.stream().map(Width::indicator).toArray(String[]::new),
                        widths.stream().map(Width::period).toArray(String[]::new),
                        widths.stream().map(Width::space).toArray(String[]::new),
                        widths.stream().map(Width::width).toArray(Double[]::new));
            }
        });
    }

    /** The indicators of which some periods have suppressed values. */
    Set<String> suppressed(Collection<String> periods) {
        return jdbi.withHandle(handle -> new HashSet<>(handle.select(
                        "select distinct indicator from value where period = any(?) and public_status = 'suppressed'",
                        (Object) periods.toArray(String[]::new))
                .map((row, context) -> row.getString(1))
                .list()));
    }

    /**
     * Those of the periods for which any of the indicators has values. The order makes the planner, which knows nothing
     * of new values, look each of them up by the primary key.
     */
    Set<String> periods(Collection<String> indicators, Collection<String> periods) {
        return jdbi.withHandle(handle ->
                new TreeSet<>(handle.select("""
                        select distinct p.period from unnest(?) as p (period) cross join unnest(?) as i (code)
                        cross join lateral (
                          select 1 from value v where v.indicator = i.code and v.period = p.period
                          order by v.indicator, v.period, v.space limit 1) found""", periods.toArray(String[]::new), indicators.toArray(String[]::new))
                        .map((row, context) -> row.getString(1))
                        .list()));
    }

    /** Who delivered each release, as numbers. */
    Map<Long, Integer> holders() {
        Map<Long, Integer> holders = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("""
                        select r.number, dense_rank() over (order by coalesce(s.organisation, s.submitter))::integer as holder
                        from release r join submission s on s.id = r.submission""")
                .map((row, context) -> Map.entry(row.getLong("number"), row.getInt("holder")))
                .forEach(holder -> holders.put(holder.getKey(), holder.getValue())));
        return holders;
    }

    /**
     * A revision of a value as the secondary rules see it; NaN stands for no number.
     *
     * @param suppression why it is hidden, if it is
     * @param elsewhere whether it is suppressed for its small group and another indicator shows one of its numbers
     * @param delivered whether somebody delivered it
     */
    record Revision(
            String indicator,
            String period,
            String space,
            long release,
            double value,
            double numerator,
            double denominator,
            boolean hidden,
            @Nullable Reason suppression,
            boolean elsewhere,
            boolean delivered) {

        static Revision of(ResultSet row) throws SQLException {
            boolean hidden = row.getBoolean("hidden");
            String suppression = row.getString("suppression");
            return new Revision(
                    row.getString("indicator"),
                    row.getString("period"),
                    row.getString("space"),
                    row.getLong("release"),
                    number(row, "value"),
                    number(row, "numerator"),
                    number(row, "denominator"),
                    hidden,
                    hidden && suppression != null ? Reason.valueOf(suppression) : null,
                    row.getBoolean("elsewhere"),
                    row.getBoolean("delivered"));
        }

        private static double number(ResultSet row, String column) throws SQLException {
            double number = row.getDouble(column);
            return row.wasNull() ? Double.NaN : number;
        }
    }

    /** All revisions of some indicators' values in some periods. */
    void revisions(Collection<String> indicators, Collection<String> periods, Consumer<Revision> each) {
        jdbi.useHandle(handle -> handle.select("""
                        select indicator, period, space, release, value::float8, numerator::float8, denominator::float8,
                          public_status = 'suppressed' as hidden, suppression, origin is null as delivered,
                          case when suppression = 'SMALL_DENOMINATOR' then exists (
                            select 1 from value u where u.space = v.space
                              and (u.period = v.period or u.period_end = v.period_end) and u.indicator <> v.indicator and u.public_status <> 'suppressed'
                              and (u.value in (v.numerator, v.denominator) or u.numerator = v.numerator
                                or u.denominator = v.denominator)) else false end as elsewhere
                        from value v where indicator = any(?) and period = any(?)""", indicators.toArray(String[]::new), periods.toArray(String[]::new))
                .map((row, context) -> Revision.of(row))
                .forEach(each));
    }

    /**
     * Suppresses an indicator's values of a release.
     *
     * @param reasons the reason for each space
     */
    void suppress(long release, String period, String indicator, Map<String, Reason> reasons) {
        planner.withoutNestedLoops(() -> jdbi.useHandle(handle -> handle.execute(
                """
                update value v set public_status = 'suppressed', suppression = n.reason
                from unnest(?, ?) as n (space, reason)
                where v.indicator = ? and v.period = ? and v.release = ? and n.space = v.space""",
                reasons.keySet().toArray(String[]::new),
                reasons.values().stream().map(Reason::name).toArray(String[]::new),
                indicator,
                period,
                release)));
    }

    /** Suppresses an indicator's public values of a release for some spaces, for others' sake; answers for which. */
    List<String> suppress(long release, String period, String indicator, Collection<String> spaces) {
        return spaces("""
                update value set public_status = 'suppressed', suppression = ?
                where indicator = ? and period = ? and space = any(?) and release = ? and public_status <> 'suppressed'
                returning space""", Reason.DERIVABLE.name(), indicator, period, spaces.toArray(String[]::new), release);
    }

    /** Those of the spaces for which the latest value of an indicator is suppressed. */
    List<String> suppressedSpaces(String period, String indicator, Collection<String> spaces) {
        return spaces("""
                select space from (
                  select distinct on (space) space, public_status from value
                  where indicator = ? and period = ? and space = any(?) order by space, revision desc) latest
                where public_status = 'suppressed'""", indicator, period, spaces.toArray(String[]::new));
    }

    /** Those of the spaces for which a release has a value of any of the indicators. */
    List<String> released(long release, String period, Collection<String> indicators, Collection<String> spaces) {
        return spaces("""
                select distinct space from value
                where indicator = any(?) and period = ? and space = any(?) and release = ? order by space""", indicators.toArray(String[]::new), period, spaces.toArray(String[]::new), release);
    }

    /** What a release suppresses, in some areas. */
    List<SuppressedCell> suppressedBy(long release, boolean everywhere, Set<String> areas) {
        return jdbi.withHandle(
                handle -> handle.select("""
                        select v.indicator, v.period, v.space, v.suppression, v.value, v.denominator, w.width, (
                            select l.key from space me
                            cross join lateral unnest(me.path) with ordinality as l (key, depth)
                            where me.key = v.space and me.valid_from <= v.period_end
                              and (me.valid_to is null or me.valid_to >= v.period_end) and l.key <> v.space and (
                                select h.public_status <> 'suppressed' and h.value is not null from value h
                                where h.indicator = v.indicator and h.period = v.period and h.space = l.key
                                order by h.revision desc limit 1)
                            order by l.depth desc limit 1) as public_in
                        from (select distinct indicator, period from release_batch where release = ?) g
                        join value v on v.indicator = g.indicator and v.period = g.period and v.release = ?
                          and v.public_status = 'suppressed' and v.suppression is not null
                        left join disclosure_width w on w.release = v.release and w.indicator = v.indicator
                          and w.period = v.period and w.space = v.space
                        where ? or exists (select 1 from space s where s.key = v.space and s.valid_from <= v.period_end
                          and (s.valid_to is null or s.valid_to >= v.period_end) and s.path && ?)
                        order by v.indicator, v.period, v.space limit ?""", release, release, everywhere, areas.toArray(String[]::new), MOST_CELLS)
                        .map((row, context) -> suppressed(row))
                        .list());
    }

    /**
     * A suppressed value.
     *
     * @param width in how wide an interval the public can tell a small count to lie
     * @param publicIn the smallest larger space for which the public sees the figure
     */
    record SuppressedCell(
            String indicator,
            String period,
            String space,
            Reason reason,
            @Nullable BigDecimal value,
            @Nullable BigDecimal denominator,
            @Nullable Double width,
            @Nullable String publicIn) {}

    private static SuppressedCell suppressed(ResultSet row) throws SQLException {
        return new SuppressedCell(
                row.getString("indicator"),
                row.getString("period"),
                row.getString("space"),
                Reason.valueOf(row.getString("suppression")),
                row.getBigDecimal("value"),
                row.getBigDecimal("denominator"),
                row.getObject("width", Double.class),
                row.getString("public_in"));
    }

    private List<String> spaces(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(sql, parameters)
                .map((row, context) -> row.getString(1))
                .list());
    }
}
