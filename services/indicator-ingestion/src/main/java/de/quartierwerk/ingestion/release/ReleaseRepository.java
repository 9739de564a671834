package de.quartierwerk.ingestion.release;

import de.quartierwerk.ingestion.disclosure.Inputs;
import de.quartierwerk.ingestion.sql.CopyRows;
import de.quartierwerk.ingestion.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Releases and their values in the database. */
@ApplicationScoped
class ReleaseRepository {
    private static final String VALUE_COLUMNS = """
            value (indicator, period, space, revision, release, period_end, value, numerator, denominator, status,
              public_status, suppression, rounded, line)""";

    private final Database database;

    ReleaseRepository(Database database) {
        this.database = database;
    }

    /** A release that is written but not yet known. */
    record Written(long number, UUID id, UUID submission, int batches) {}

    /** One release is written after the other, so that each sees the revisions of those before it. */
    void lockWriting() {
        database.call("select pg_advisory_xact_lock(hashtext('release-writing'))");
    }

    /** Keeps reads of a stated instant waiting until the releases of this transaction are visible. */
    void lockInstant() {
        database.call("select pg_advisory_xact_lock(hashtext('release-instant'))");
    }

    boolean exists(UUID submission) {
        return database.first("select 1 from release where submission = ?", row -> true, submission)
                .isPresent();
    }

    long insert(UUID id, UUID submission, String by) {
        return database.first(
                        "insert into release (id, submission, released_by) values (?, ?, ?) returning number",
                        row -> row.getLong(1),
                        id,
                        submission,
                        by)
                .orElseThrow();
    }

    /** The delivered values by indicator and period. */
    List<Group> stagedGroups(UUID submission) {
        return database.list(
                """
                select indicator, period, max(period_end) as period_end from staged_value
                where submission = ? group by indicator, period order by indicator, period""",
                row -> new Group(
                        row.getString("indicator"),
                        row.getString("period"),
                        row.getObject("period_end", LocalDate.class)),
                submission);
    }

    long stagedCount(UUID submission) {
        return database.first(
                        "select count(*) from staged_value where submission = ?", row -> row.getLong(1), submission)
                .orElse(0L);
    }

    /** The delivered values of a group that are new or differ from the known ones, in the order of their spaces. */
    List<Figure> changed(UUID submission, Group group) {
        return database.list(
                """
                select s.space, s.value, s.numerator, s.denominator, s.status, s.controlled, s.line,
                  coalesce(v.revision, 0) as revision
                from staged_value s left join lateral (
                  select k.revision, (k.value, k.numerator, k.denominator, k.status)
                      is not distinct from (s.value, s.numerator, s.denominator, s.status) as same
                  from value k
                  where k.indicator = s.indicator and k.period = s.period and k.space = s.space
                  order by k.revision desc limit 1) v on true
                where s.submission = ? and s.indicator = ? and s.period = ? and (v.revision is null or not v.same)
                order by s.space""",
                row -> new Figure(
                        row.getString("space"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getString("status"),
                        row.getBoolean("controlled"),
                        Inputs.PUBLIC,
                        row.getInt("revision"),
                        row.getObject("line", Long.class)),
                submission,
                group.indicator(),
                group.period());
    }

    /** The periods for which the release holds values of any of these indicators. */
    List<String> periods(long release, Collection<String> indicators) {
        return database.list(
                "select distinct period from value where release = ? and indicator = any(?) order by period",
                row -> row.getString(1),
                release,
                indicators.toArray(String[]::new));
    }

    /** The latest revisions of some indicators for the spaces for which the release changes any of the inputs. */
    List<Known> latest(long release, String period, Collection<String> inputs, Collection<String> wanted) {
        return database.list(
                """
                select distinct on (v.space, v.indicator) v.* from value v
                where v.indicator = any(?) and v.period = ? and v.space in (
                  select t.space from value t where t.release = ? and t.indicator = any(?) and t.period = ?)
                order by v.space, v.indicator, v.revision desc""",
                row -> new Known(
                        row.getString("indicator"),
                        row.getString("space"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getString("status"),
                        row.getString("public_status"),
                        row.getInt("revision")),
                wanted.toArray(String[]::new),
                period,
                release,
                inputs.toArray(String[]::new),
                period);
    }

    void copyValues(CopyRows rows) {
        database.copy(VALUE_COLUMNS, rows);
    }

    /** Cuts the release into the pieces in which it is told, and answers how many. */
    int cutIntoBatches(long release, int spaces) {
        database.update("""
                insert into release_batch (release, number, indicator, period, period_end, first_space, last_space)
                select ?, row_number() over (order by indicator, period, period_end, part) - 1, indicator, period,
                  period_end, min(space), max(space)
                from (select indicator, period, period_end, space,
                    (row_number() over (partition by indicator, period, period_end order by space) - 1) / ? as part
                  from value where release = ?) numbered
                group by indicator, period, period_end, part""", release, spaces, release);
        return database.first("""
                        update release set batches = (select count(*) from release_batch where release = ?)
                        where number = ? returning batches""", row -> row.getInt(1), release, release).orElseThrow();
    }

    List<Written> written() {
        return database.list(
                "select number, id, submission, batches from release where recorded_at is null order by number",
                row -> new Written(
                        row.getLong("number"),
                        row.getObject("id", UUID.class),
                        row.getObject("submission", UUID.class),
                        row.getInt("batches")));
    }

    /** Makes a release known: now, but after every release before it. */
    void makeKnown(long release) {
        database.update("""
                update release set recorded_at = greatest(clock_timestamp(), (
                  select max(recorded_at) + interval '1 microsecond' from release where number < ?)) where number = ?""", release, release);
    }

    /** The batch of a release with its values, column by column. */
    Optional<ReleasedBatch> batch(UUID release, int number) {
        ReleasedBatch[] batch = new ReleasedBatch[1];
        database.visit(
                """
                select r.number, r.id, r.recorded_at, r.batches, b.indicator, b.period, b.period_end, v.space, v.value,
                  v.numerator, v.denominator, v.status, v.public_status, v.suppression, v.rounded
                from release r
                join release_batch b on b.release = r.number
                join value v on v.release = r.number and v.indicator = b.indicator and v.period = b.period
                  and v.period_end = b.period_end and v.space >= b.first_space and v.space <= b.last_space
                where r.id = ? and b.number = ? order by v.space""",
                row -> {
                    if (batch[0] == null) {
                        batch[0] = ReleasedBatch.start(row, number);
                    }
                    batch[0].add(row);
                },
                release,
                number);
        return Optional.ofNullable(batch[0]);
    }
}
