package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Inputs;
import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.kit.database.CopyBehind;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Releases and their values in the database. */
@ApplicationScoped
class ReleaseRepository {
    private static final String VALUE_COLUMNS = """
            value (indicator, period, space, revision, release, period_end, value, numerator, denominator, status,
              public_status, suppression, rounded, line, column_number, origin)""";

    private final Sql sql;

    ReleaseRepository(Sql sql) {
        this.sql = sql;
    }

    /** A release that is written but not yet known. */
    record Written(long number, UUID id, UUID submission, int batches) {}

    /** One release is written after the other, so that each sees the revisions of those before it. */
    void lockWriting() {
        sql.call("select pg_advisory_xact_lock(hashtext('release-writing'))");
    }

    /** Keeps reads of a stated instant waiting until the releases of this transaction are visible. */
    void lockInstant() {
        sql.call("select pg_advisory_xact_lock(hashtext('release-instant'))");
    }

    boolean exists(UUID submission) {
        return sql.first("select 1 from release where submission = ?", row -> true, submission)
                .isPresent();
    }

    long insert(UUID id, UUID submission, String by) {
        return sql.first(
                        "insert into release (id, submission, released_by) values (?, ?, ?) returning number",
                        row -> row.getLong(1),
                        id,
                        submission,
                        by)
                .orElseThrow();
    }

    /** The delivered values by indicator and period. */
    List<Group> stagedGroups(UUID submission) {
        return sql.list("select * from staged_groups(?)", ReleaseRepository::group, submission);
    }

    /** How many values were delivered of a group. */
    long stagedCount(UUID submission, Group group) {
        return sql.number(
                "select count(*) from staged_value where submission = ? and indicator = ? and period = ?",
                submission,
                group.indicator(),
                group.period());
    }

    /** How many delivered values repeat a suppressed one that their submitter must not learn of. */
    long repeatedSecrets(UUID submission) {
        long[] repeated = {0};
        sql.withoutNestedLoops(
                () -> repeated[0] = sql.first("select repeated_secrets(?)", row -> row.getLong(1), submission)
                        .orElseThrow());
        return repeated[0];
    }

    /** Number of the release of a submission. */
    Long number(UUID submission) {
        return sql.first("select number from release where submission = ?", row -> row.getLong(1), submission)
                .orElseThrow();
    }

    /**
     * The delivered values of a group that are new or differ from the known ones, in the order of their spaces.
     *
     * @param withdrawn number of the release that they take back, or null; what was released after it stays
     */
    List<Figure> changed(UUID submission, Group group, Long withdrawn) {
        List<Figure> changed = new ArrayList<>();
        sql.withoutNestedLoops(() -> sql.visit(
                """
                select s.space, s.value, s.numerator, s.denominator, s.status, s.controlled, s.line, s.column_number,
                  coalesce(k.revision, 0) as revision
                from staged_value s left join (
                  select distinct on (space) * from value where indicator = ? and period = ?
                  order by space, revision desc) k on k.space = s.space
                where s.submission = ? and s.indicator = ? and s.period = ?
                  and (k.value, k.numerator, k.denominator, k.status)
                    is distinct from (s.value, s.numerator, s.denominator, s.status)
                  and (?::bigint is null or k.release = ?)
                order by s.space""",
                row -> changed.add(new Figure(
                        row.getString("space"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getString("status"),
                        row.getBoolean("controlled"),
                        Inputs.PUBLIC,
                        row.getInt("revision"),
                        row.getObject("line", Long.class),
                        row.getObject("column_number", Integer.class),
                        null)),
                group.indicator(),
                group.period(),
                submission,
                group.indicator(),
                group.period(),
                withdrawn,
                withdrawn));
        return changed;
    }

    /** The latest revisions of some indicators for the spaces for which the release changes any of the inputs. */
    List<Known> latest(long release, String period, Collection<String> inputs, Collection<String> wanted) {
        List<Known> latest = new ArrayList<>();
        sql.withoutNestedLoops(() -> sql.visit(
                """
                select distinct on (v.space, v.indicator) v.* from value v
                where v.indicator = any(?) and v.period = ? and v.space in (
                  select t.space from value t where t.release = ? and t.indicator = any(?) and t.period = ?)
                order by v.space, v.indicator, v.revision desc""",
                row -> latest.add(known(row)),
                wanted.toArray(String[]::new),
                period,
                release,
                inputs.toArray(String[]::new),
                period));
        return latest;
    }

    /** The latest revisions of an indicator's values before a release. */
    Map<String, Known> latest(long release, Group group) {
        Map<String, Known> latest = new HashMap<>();
        sql.visit(
                """
                select distinct on (space) * from value where indicator = ? and period = ? and release < ?
                order by space, revision desc""", row -> latest.put(row.getString("space"), known(row)), group.indicator(), group.period(), release);
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

    /** The indicators of which a period has suppressed values. */
    Set<String> suppressed(String period) {
        return Set.copyOf(sql.list(
                "select distinct indicator from value where period = ? and public_status = 'suppressed'",
                row -> row.getString(1),
                period));
    }

    /**
     * All revisions of some indicators' values in a period; of those that are suppressed for their small group, whether
     * another indicator shows one of their numbers.
     */
    void revisions(Collection<String> indicators, String period, Sql.RowVisitor visitor) {
        sql.visit("""
                select indicator, space, release, value::float8, numerator::float8, denominator::float8,
                  public_status = 'suppressed' as hidden, suppression,
                  case when suppression = 'SMALL_DENOMINATOR' then exists (
                    select 1 from value u where u.space = v.space and u.period = v.period and u.indicator <> v.indicator
                      and u.public_status <> 'suppressed'
                      and (u.value in (v.numerator, v.denominator) or u.numerator = v.numerator
                        or u.denominator = v.denominator)) else false end as elsewhere
                from value v where indicator = any(?) and period = ?""", visitor, indicators.toArray(String[]::new), period);
    }

    /**
     * Suppresses an indicator's values of a release.
     *
     * @param reasons the reason for each space
     */
    void suppress(long release, String period, String indicator, Map<String, Reason> reasons) {
        sql.withoutNestedLoops(() -> sql.update(
                """
                update value v set public_status = 'suppressed', suppression = n.reason
                from unnest(?, ?) as n (space, reason)
                where v.indicator = ? and v.period = ? and v.release = ? and n.space = v.space""",
                reasons.keySet().toArray(String[]::new),
                reasons.values().stream().map(Reason::name).toArray(String[]::new),
                indicator,
                period,
                release));
    }

    /** Suppresses an indicator's public values of a release for some spaces, for others' sake; answers for which. */
    List<String> suppress(long release, String period, String indicator, Collection<String> spaces) {
        return sql.list(
                """
                update value set public_status = 'suppressed', suppression = ?
                where indicator = ? and period = ? and space = any(?) and release = ? and public_status <> 'suppressed'
                returning space""",
                row -> row.getString(1),
                Reason.DERIVABLE.name(),
                indicator,
                period,
                spaces.toArray(String[]::new),
                release);
    }

    /** Those of the spaces for which the latest value of an indicator is suppressed. */
    List<String> suppressedSpaces(String period, String indicator, Collection<String> spaces) {
        return sql.list("""
                select space from (
                  select distinct on (space) space, public_status from value
                  where indicator = ? and period = ? and space = any(?) order by space, revision desc) latest
                where public_status = 'suppressed'""", row -> row.getString(1), indicator, period, spaces.toArray(String[]::new));
    }

    /** Those of the spaces for which a release has a value of any of the indicators. */
    List<String> released(long release, String period, Collection<String> indicators, Collection<String> spaces) {
        return sql.list(
                """
                select distinct space from value
                where indicator = any(?) and period = ? and space = any(?) and release = ? order by space""",
                row -> row.getString(1),
                indicators.toArray(String[]::new),
                period,
                spaces.toArray(String[]::new),
                release);
    }

    /** Loads values while more are being made. */
    CopyBehind loadingValues() {
        return sql.copyBehind(VALUE_COLUMNS);
    }

    /** Cuts the release into the pieces in which it is told. */
    void cutIntoBatches(long release, Collection<Group> groups, int spaces) {
        int batches = 0;
        for (Group group : groups) {
            batches += sql.update(
                    """
                insert into release_batch (release, number, indicator, period, period_end, first_space, last_space)
                select ?, ? + part, ?, ?, ?, min(space), max(space)
                from (select space, (row_number() over (order by space) - 1) / ? as part
                  from value where indicator = ? and period = ? and release = ?) numbered
                group by part""",
                    release,
                    batches,
                    group.indicator(),
                    group.period(),
                    group.periodEnd(),
                    spaces,
                    group.indicator(),
                    group.period(),
                    release);
        }
        sql.update("update release set batches = ? where number = ?", batches, release);
    }

    List<Written> written() {
        return sql.list(
                "select number, id, submission, batches from release where recorded_at is null order by number",
                row -> new Written(
                        row.getLong("number"),
                        row.getObject("id", UUID.class),
                        row.getObject("submission", UUID.class),
                        row.getInt("batches")));
    }

    /** Makes a release known: now, but after every release before it. */
    void makeKnown(long release) {
        sql.update("""
                update release set recorded_at = greatest(clock_timestamp(), (
                  select max(recorded_at) + interval '1 microsecond' from release where number < ?)) where number = ?""", release, release);
    }

    /** A batch that is empty as yet, and where its values stand. */
    private record Stretch(ReleasedBatch batch, Group group, String firstSpace, String lastSpace) {}

    /** The batch of a release with its values, column by column. */
    Optional<ReleasedBatch> batch(UUID release, int number) {
        Optional<Stretch> stretch = sql.first(
                """
                select r.number, r.id, r.recorded_at, r.batches, b.indicator, b.period, b.period_end, b.first_space,
                  b.last_space
                from release r join release_batch b on b.release = r.number where r.id = ? and b.number = ?""",
                row -> new Stretch(
                        ReleasedBatch.start(row, number, group(row)),
                        group(row),
                        row.getString("first_space"),
                        row.getString("last_space")),
                release,
                number);
        stretch.ifPresent(this::fill);
        return stretch.map(Stretch::batch);
    }

    /**
     * Reads the values of a batch. Compared as rows, its ends name a stretch of the primary key; the planner, which
     * knows nothing of new values, would else as soon go through all indicators of the spaces.
     */
    private void fill(Stretch stretch) {
        Group group = stretch.group;
        sql.visit(
                """
                select space, value, numerator, denominator, status, public_status, suppression, rounded from value
                where indicator = ? and period = ? and (indicator, period, space) >= (?, ?, ?)
                  and (indicator, period, space) <= (?, ?, ?) and release = ? and period_end = ? order by space""",
                stretch.batch::add,
                group.indicator(),
                group.period(),
                group.indicator(),
                group.period(),
                stretch.firstSpace,
                group.indicator(),
                group.period(),
                stretch.lastSpace,
                stretch.batch.releaseNumber(),
                group.periodEnd());
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getString("indicator"), row.getString("period"), row.getObject("period_end", LocalDate.class));
    }
}
