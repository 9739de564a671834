package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Inputs;
import de.quartierwerk.ingestion.planner.Planner;
import de.quartierwerk.kit.database.CopyBehind;
import de.quartierwerk.kit.database.CopyLoader;
import de.quartierwerk.kit.database.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The values of a release: compared, read and written group by group. */
@ApplicationScoped
class ReleaseStatements {
    private static final String VALUE_COLUMNS = """
            value (indicator, period, space, revision, release, period_end, value, numerator, denominator, status,
              public_status, suppression, rounded, line, column_number, origin)""";

    private final Jdbi jdbi;
    private final CopyLoader loader;
    private final Planner planner;

    ReleaseStatements(Jdbi jdbi, CopyLoader loader, Planner planner) {
        this.jdbi = jdbi;
        this.loader = loader;
        this.planner = planner;
    }

    /**
     * Of indicators that hang together, one release is written after the other, so that each sees the revisions of
     * those before it. Others need not wait.
     *
     * @param alone whether no other release at all may be written meanwhile
     * @param groups groups of indicators that hang together, sorted so that nobody waits in a circle
     */
    void lockWriting(boolean alone, SortedSet<String> groups) {
        String kind = alone ? "" : "_shared";
        jdbi.useHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock" + kind + "(hashtext('release-writing'))");
            groups.forEach(group -> handle.execute(
                    "select pg_advisory_xact_lock(hashtextextended('release-writing ' || ?, 0))", group));
        });
    }

    /** Keeps reads of a stated instant waiting until the releases of this transaction are visible. */
    void lockInstant() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('release-instant'))"));
    }

    /** Makes a release known: now, but after every release before it. */
    void makeKnown(long release) {
        jdbi.useHandle(handle -> handle.execute("""
                update release set recorded_at = greatest(clock_timestamp(), (
                  select max(recorded_at) + interval '1 microsecond' from release where number < ?)) where number = ?""", release, release));
    }

    /** The delivered values by indicator and period. */
    List<Group> stagedGroups(UUID submission) {
        return jdbi.withHandle(handle -> handle.select("select * from staged_groups(?)", submission)
                .map((row, context) -> group(row))
                .list());
    }

    static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getString("indicator"), row.getString("period"), row.getObject("period_end", LocalDate.class));
    }

    /** How many values were delivered of a group. */
    long stagedCount(UUID submission, Group group) {
        return number(
                "select count(*) from staged_value where submission = ? and indicator = ? and period = ?",
                submission,
                group.indicator(),
                group.period());
    }

    /** How many delivered values repeat a suppressed one that their submitter must not learn of. */
    long repeatedSecrets(UUID submission) {
        long[] repeated = {0};
        planner.withoutNestedLoops(() -> repeated[0] = number("select repeated_secrets(?)", submission));
        return repeated[0];
    }

    private long number(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(sql, parameters)
                .map((row, context) -> row.getLong(1))
                .one());
    }

    /**
     * The delivered values of a group that are new or differ from the known ones, in the order of their spaces.
     *
     * @param all whether those that do not differ are wanted too, since they are changed on their way
     * @param withdrawn number of the release that they take back, if they do; what was delivered after it stays
     */
    List<Figure> changed(UUID submission, Group group, boolean all, @Nullable Long withdrawn) {
        List<Figure> changed = new ArrayList<>();
        planner.withoutNestedLoops(() -> jdbi.useHandle(handle -> handle.select(
                        """
                        select s.space, s.value, s.numerator, s.denominator, s.status,
                          s.controlled is not false as controlled, s.line, s.column_number,
                          coalesce(k.revision, 0) as revision, s.besides
                        from staged_value s left join (
                          select distinct on (space) * from value where indicator = ? and period = ?
                          order by space, revision desc) k on k.space = s.space
                        where s.submission = ? and s.indicator = ? and s.period = ?
                          and (? or (k.value, k.numerator, k.denominator, k.status)
                            is distinct from (s.value, s.numerator, s.denominator, s.status))
                          and (?::bigint is null or k.release = ? or (k.line is null and k.origin is null))
                        order by s.space""",
                        group.indicator(),
                        group.period(),
                        submission,
                        group.indicator(),
                        group.period(),
                        all,
                        withdrawn,
                        withdrawn)
                .map((row, context) -> figure(row))
                .forEach(changed::add)));
        return changed;
    }

    /** By the columns' numbers, as there are many: to look their names up would take long. */
    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getString(1),
                row.getBigDecimal(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getString(5),
                row.getBoolean(6),
                Inputs.PUBLIC,
                row.getInt(9),
                row.getObject(7, Long.class),
                row.getObject(8, Integer.class),
                null,
                besides(row.getArray(10)));
    }

    private static List<BigDecimal> besides(@Nullable Array numbers) throws SQLException {
        return numbers == null ? List.of() : List.of((BigDecimal[]) numbers.getArray());
    }

    /** The numbers of an indicator by space: as delivered with a submission, else as known. */
    Map<String, BigDecimal> numbers(UUID submission, String indicator, String period) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("""
                        select distinct on (space) space, value from (
                          select space, value, true as delivered, 0 as revision from staged_value
                          where submission = ? and indicator = ? and period = ?
                          union all
                          select space, value, false, revision from value where indicator = ? and period = ?) n
                        order by space, delivered desc, revision desc""", submission, indicator, period, indicator, period)
                .map((row, context) -> new SpaceNumber(row.getString("space"), row.getBigDecimal("value")))
                .filter(number -> number.value != null)
                .forEach(number -> numbers.put(number.space, number.value)));
        return numbers;
    }

    /**
     * The latest revisions of a bare share's values that lack their counts, as far as another release wrote them, for
     * the spaces for which the release changes a count behind it.
     */
    List<Known> sharesOf(long release, Group group, Collection<String> counts) {
        List<Known> shares = new ArrayList<>();
        planner.withoutNestedLoops(() -> jdbi.useHandle(handle -> handle.select(
                        """
                        select * from (
                          select distinct on (space) * from value where indicator = ? and period = ?
                          order by space, revision desc) k
                        where k.release < ? and k.value is not null and k.origin is null and k.status <> 'suppressed'
                          and (k.numerator is null or k.denominator is null)
                          and k.space in (
                            select t.space from value t where t.release = ? and t.indicator = any(?) and t.period = ?)
                        order by k.space""",
                        group.indicator(),
                        group.period(),
                        release,
                        release,
                        counts.toArray(String[]::new),
                        group.period())
                .map((row, context) -> known(row))
                .forEach(shares::add)));
        return shares;
    }

    /** The latest numbers of an indicator by space. */
    Map<String, BigDecimal> numbers(String indicator, String period) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("""
                        select distinct on (space) space, value from value where indicator = ? and period = ?
                        order by space, revision desc""", indicator, period)
                .map((row, context) -> new SpaceNumber(row.getString("space"), row.getBigDecimal("value")))
                .filter(number -> number.value != null)
                .forEach(number -> numbers.put(number.space, number.value)));
        return numbers;
    }

    private record SpaceNumber(String space, @Nullable BigDecimal value) {}

    /** The latest revisions of some indicators for the spaces for which the release changes any of the inputs. */
    List<Known> latest(long release, String period, Collection<String> inputs, Collection<String> wanted) {
        List<Known> latest = new ArrayList<>();
        planner.withoutNestedLoops(() -> jdbi.useHandle(handle -> handle.select(
                        """
                        select distinct on (v.space, v.indicator) v.* from value v
                        where v.indicator = any(?) and v.period = ? and v.space in (
                          select t.space from value t where t.release = ? and t.indicator = any(?) and t.period = ?)
                        order by v.space, v.indicator, v.revision desc""", wanted.toArray(String[]::new), period, release, inputs.toArray(String[]::new), period)
                .map((row, context) -> known(row))
                .forEach(latest::add)));
        return latest;
    }

    /** The latest revisions of an indicator's values before a release, by space. */
    Map<String, Known> latest(long release, Group group) {
        Map<String, Known> latest = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("""
                        select distinct on (space) * from value where indicator = ? and period = ? and release < ?
                        order by space, revision desc""", group.indicator(), group.period(), release)
                .map((row, context) -> known(row))
                .forEach(known -> latest.put(known.space(), known)));
        return latest;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("indicator"),
                row.getString("space"),
                row.getBigDecimal("value"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getString("status"),
                row.getString("public_status"),
                row.getString("suppression"),
                row.getInt("revision"),
                row.getString("origin"));
    }

    /** Loads values while more are being made. */
    CopyBehind loadingValues() {
        return loader.loadBehind(VALUE_COLUMNS);
    }

    /**
     * A value as it is loaded.
     *
     * @param publicStatus status that the public sees
     */
    record Row(
            Group group,
            long release,
            Figure figure,
            de.quartierwerk.disclosure.Decision decision,
            String publicStatus) {
        /** Adds it to the rows for {@link #loadingValues}. */
        void addTo(CopyRows rows) {
            rows.add(group.indicator())
                    .add(group.period())
                    .add(figure.space())
                    .plain(figure.revision() + 1)
                    .plain(release)
                    .plain(group.periodEnd())
                    .add(figure.value())
                    .add(figure.numerator())
                    .add(figure.denominator())
                    .add(figure.status())
                    .add(publicStatus)
                    .plain(decision.reason())
                    .add(decision.rounded())
                    .plain(figure.line())
                    .plain(figure.column())
                    .plain(figure.origin())
                    .end();
        }
    }
}
