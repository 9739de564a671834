package de.quartierwerk.ingestion.submission;

import de.quartierwerk.ingestion.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Submissions in the database. */
@ApplicationScoped
class SubmissionRepository {
    private final Database database;
    private final SubmissionRows rows;

    SubmissionRepository(Database database, SubmissionRows rows) {
        this.database = database;
        this.rows = rows;
    }

    void insert(NewSubmission submission) {
        database.update(
                """
                insert into submission (id, state, dry_run, submitter, organisation, scope, file_name, file_size, file_sha256,
                  mapping, profile, profile_version, detected, header)
                values (?, 'RECEIVED', ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?)""",
                submission.id(),
                submission.dryRun(),
                submission.submitter(),
                submission.organisation(),
                submission.scope() == null ? null : submission.scope().toArray(String[]::new),
                submission.fileName(),
                submission.facts().size(),
                submission.facts().sha256(),
                rows.write(submission.mapping()),
                submission.profile(),
                submission.profileVersion(),
                rows.write(submission.detected()),
                submission.header().toArray(String[]::new));
    }

    Optional<Submission> find(UUID id, Visibility visibility) {
        return database.first(
                "select s.* from submission s where " + Visibility.CONDITION + " and s.id = ?",
                rows::read,
                visibility.parameters(id));
    }

    Optional<Submission> findForUpdate(UUID id, Visibility visibility) {
        return database.first(
                "select s.* from submission s where " + Visibility.CONDITION + " and s.id = ? for update of s",
                rows::read,
                visibility.parameters(id));
    }

    List<Submission> page(Visibility visibility, State state, long before, int limit) {
        return database.list(
                "select s.* from submission s where " + Visibility.CONDITION
                        + " and (?::text is null or s.state = ?) and s.number < ? order by s.number desc limit ?",
                rows::read,
                visibility.parameters(
                        state == null ? null : state.name(), state == null ? null : state.name(), before, limit));
    }

    /** A submission, whoever asks. */
    Optional<Submission> find(UUID id) {
        return database.first("select s.* from submission s where s.id = ?", rows::read, id);
    }

    /** A steward's decision. */
    void decide(UUID id, State state, String by, String reason) {
        database.update("""
                update submission set state = ?, decided_by = ?, decided_at = clock_timestamp(), reason = ?,
                  attempts = 0, attempt_after = clock_timestamp() where id = ?""", state.name(), by, reason, id);
    }

    void deleteStaged(UUID id) {
        database.update("delete from staged_value where submission = ?", id);
    }

    /** Removes dry runs that were checked long enough ago. */
    int deleteDryRuns(long keptSeconds) {
        return database.update("""
                delete from submission where dry_run and state in ('REJECTED', 'VALIDATED', 'WITHDRAWN')
                  and validated_at < clock_timestamp() - make_interval(secs => ?)""", (double) keptSeconds);
    }

    List<NumberedFinding> findings(UUID id, long after, int limit) {
        return database.list(
                "select * from finding where submission = ? and number > ? order by number limit ?",
                row -> new NumberedFinding(
                        row.getLong("number"),
                        new Finding(
                                row.getObject("line", Long.class),
                                row.getString("column_name"),
                                row.getString("cell"),
                                row.getString("code"),
                                Severity.of(row.getString("severity")),
                                row.getString("value"),
                                Database.texts(row, "arguments"))),
                id,
                after,
                limit);
    }

    /** A finding with its place in the list. */
    record NumberedFinding(long number, Finding finding) {}
}
