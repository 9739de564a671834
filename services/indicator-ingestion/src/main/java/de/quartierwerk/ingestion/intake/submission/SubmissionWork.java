package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.database.CopyRows;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the service does with submissions by itself, after they were received or decided about: for checking and
 * releasing.
 */
@ApplicationScoped
public class SubmissionWork {
    private final Sql sql;
    private final SubmissionRows rows;

    SubmissionWork(Sql sql, SubmissionRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Submissions that the service itself has to go on with, oldest first. */
    public List<UUID> waiting(int limit) {
        return sql.list("""
                select id from submission
                where (state in ('RECEIVED', 'VALIDATING') or (state = 'RELEASING' and release is null))
                  and attempt_after <= clock_timestamp() order by number limit ?""", row -> row.getObject(1, UUID.class), limit);
    }

    /**
     * Lets one worker at a time go on with a submission, until its transaction ends; answers the submission as it is
     * now, or nothing while another worker has it.
     */
    public Optional<Submission> hold(UUID id) {
        boolean held = sql.first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        "submission " + id)
                .orElse(false);
        return held ? sql.first("select s.* from submission s where s.id = ?", rows::read, id) : Optional.empty();
    }

    /** Says that the check has begun. */
    public void checking(UUID id) {
        sql.update("""
                update submission set state = 'VALIDATING', done = 0, expected_rows = null,
                  checking_since = clock_timestamp() where id = ?""", id);
    }

    /** Says that the values are being written, from the first one on. */
    public void writing(UUID id) {
        sql.update("update submission set done = 0, releasing_since = clock_timestamp() where id = ?", id);
    }

    /**
     * Says how far the check or the release is.
     *
     * @param done rows checked or values written
     * @param expected rows that the file may have, or null where nothing new is known about that
     */
    public void progress(UUID id, long done, Long expected) {
        sql.update(
                "update submission set done = ?, expected_rows = coalesce(?::bigint, expected_rows) where id = ?",
                done,
                expected,
                id);
    }

    /** Stores what the check found. */
    public void checked(UUID id, State state, Counts counts, Coverage coverage, Collection<Area> areas) {
        sql.update(
                """
                update submission set state = ?, validated_at = clock_timestamp(), done = ?, total = ?, row_count = ?,
                  value_count = ?, created_count = ?, updated_count = ?, unchanged_count = ?, rejected_count = ?,
                  warning_count = ?, coverage = ?::jsonb, areas = ?, area_days = ?::date[] where id = ?""",
                state.name(),
                counts.rows(),
                counts.rows(),
                counts.rows(),
                counts.values(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                counts.warnings(),
                rows.write(coverage),
                areas.stream().map(Area::key).toArray(String[]::new),
                areas.stream().map(area -> area.day().toString()).toArray(String[]::new),
                id);
    }

    /** Stores how the values compared with the known ones when they were released. */
    public void compared(UUID id, long created, long updated, long unchanged) {
        sql.update(
                "update submission set created_count = ?, updated_count = ?, unchanged_count = ? where id = ?",
                created,
                updated,
                unchanged,
                id);
    }

    /** Notes the release of a submission, whose values are known from now on. */
    public void releasing(UUID id, UUID release) {
        sql.update("update submission set release = ? where id = ? and state = 'RELEASING'", release, id);
    }

    /** Says that all other services can know the values. */
    public void released(UUID release) {
        sql.update("""
                delete from staged_value where submission in (select id from submission where release = ?)""", release);
        sql.update("""
                update submission set state = 'RELEASED', released_at = clock_timestamp(), done = total
                where release = ? and state = 'RELEASING'""", release);
        sql.update("""
                update submission e set followed_by = s.id,
                  state = case when s.withdraws is null then e.state else 'WITHDRAWN' end
                from submission s where s.release = ? and e.id = coalesce(s.corrects, s.withdraws)""", release);
    }

    /** Throws the checked values away. */
    public void deleteStaged(UUID id) {
        sql.update("delete from staged_value where submission = ?", id);
    }

    /** Notes that work failed, and when it is tried again. */
    public void failed(UUID id, long secondsUntilNext) {
        sql.update("""
                update submission set attempts = attempts + 1,
                  attempt_after = clock_timestamp() + make_interval(secs => ?) where id = ?""", (double) secondsUntilNext, id);
    }

    /** Puts work off that cannot be done just now. */
    public void postpone(UUID id, long seconds) {
        sql.update(
                "update submission set attempt_after = clock_timestamp() + make_interval(secs => ?) where id = ?",
                (double) seconds,
                id);
    }

    /** Turns an approved submission down since its values cannot be released; does nothing once they were written. */
    public void refuse(UUID id, String reason, List<Finding> findings) {
        int refused = sql.update("""
                update submission set state = 'REJECTED', reason = ? where id = ? and state = 'RELEASING'
                  and not exists (select 1 from release r where r.submission = submission.id)""", reason, id);
        if (refused == 0) {
            return;
        }
        CopyRows found = new CopyRows();
        long number = sql.first(
                        "select coalesce(max(number), 0) from finding where submission = ?", row -> row.getLong(1), id)
                .orElse(0L);
        for (Finding finding : findings) {
            found.plain(id)
                    .plain(++number)
                    .add(finding.code())
                    .add(finding.severity().text())
                    .array(finding.arguments())
                    .end();
        }
        sql.copy("finding (submission, number, code, severity, arguments)", found);
        deleteStaged(id);
    }

    /** Gives up a check that fails again and again. */
    public void giveUp(UUID id) {
        sql.update("""
                insert into finding (submission, number, code, severity, arguments)
                values (?, 0, 'submission.failed', 'error', '{}') on conflict do nothing""", id);
        sql.update("update submission set state = 'REJECTED', validated_at = clock_timestamp() where id = ?", id);
    }
}
