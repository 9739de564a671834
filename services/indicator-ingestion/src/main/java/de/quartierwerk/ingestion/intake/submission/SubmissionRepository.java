package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Submissions in the database. */
@ApplicationScoped
class SubmissionRepository {
    private final Sql sql;
    private final SubmissionRows rows;

    SubmissionRepository(Sql sql, SubmissionRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    void insert(NewSubmission submission) {
        sql.update(
                """
                insert into submission (id, state, dry_run, submitter, organisation, scope, reads_exact, file_name, file_size,
                  file_sha256, mapping, profile, profile_version, detected, header)
                values (?, 'RECEIVED', ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?)""",
                submission.id(),
                submission.dryRun(),
                submission.submitter(),
                submission.organisation(),
                submission.scope() == null ? null : submission.scope().toArray(String[]::new),
                submission.readsExact(),
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
        return sql.first(
                "select s.* from submission s where " + Visibility.CONDITION + " and s.id = ?",
                rows::read,
                visibility.parameters(id));
    }

    Optional<Submission> findForUpdate(UUID id, Visibility visibility) {
        return sql.first(
                "select s.* from submission s where " + Visibility.CONDITION + " and s.id = ? for update of s",
                rows::read,
                visibility.parameters(id));
    }

    /** Whether all spaces of a submission lie in the caller's areas. */
    boolean isWithin(UUID id, Visibility visibility) {
        return sql.first(
                        "select 1 from submission s where " + Visibility.WITHIN + " and s.id = ?",
                        row -> true,
                        visibility.areaParameters(id))
                .isPresent();
    }

    List<Submission> page(Visibility visibility, State state, long before, int limit) {
        return sql.list(
                "select s.* from submission s where " + Visibility.CONDITION
                        + " and (?::text is null or s.state = ?) and s.number < ? order by s.number desc limit ?",
                rows::read,
                visibility.parameters(
                        state == null ? null : state.name(), state == null ? null : state.name(), before, limit));
    }

    /** A submission, whoever asks. */
    Optional<Submission> find(UUID id) {
        return sql.first("select s.* from submission s where s.id = ?", rows::read, id);
    }

    /** A steward's decision. */
    void decide(UUID id, State state, String by, String reason) {
        sql.update("""
                update submission set state = ?, decided_by = ?, decided_at = clock_timestamp(), reason = ?,
                  attempts = 0, attempt_after = clock_timestamp() where id = ?""", state.name(), by, reason, id);
    }

    /** From now on progress counts values: each has to be written, then told. */
    void countValues(UUID id) {
        sql.update("""
                update submission set done = 0, total = 2 * (created_count + updated_count + unchanged_count)
                where id = ?""", id);
    }

    void deleteStaged(UUID id) {
        sql.update("delete from staged_value where submission = ?", id);
    }

    /** Removes dry runs that were checked long enough ago. */
    int deleteDryRuns(long keptSeconds) {
        return sql.update("""
                delete from submission where dry_run and state in ('REJECTED', 'VALIDATED', 'WITHDRAWN')
                  and validated_at < clock_timestamp() - make_interval(secs => ?)""", (double) keptSeconds);
    }

    List<NumberedFinding> findings(UUID id, long after, int limit) {
        return sql.list(
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
                                Sql.texts(row, "arguments")),
                        new Answer(
                                row.getString("answer"),
                                row.getString("answered_by"),
                                Sql.instant(row, "answered_at"))),
                id,
                after,
                limit);
    }

    /** Those of the numbers that stand for no warning of the submission. */
    List<Long> withoutWarning(UUID id, List<Long> numbers) {
        Set<Long> warnings = new HashSet<>(sql.list(
                "select number from finding where submission = ? and severity = ? and number = any(?::bigint[])",
                row -> row.getLong(1),
                id,
                Severity.WARNING.text(),
                literal(numbers)));
        return numbers.stream().filter(number -> !warnings.contains(number)).toList();
    }

    /** Answers warnings, by their numbers or all of a code; answers how many. */
    int answer(UUID id, List<Long> numbers, String code, String reason, String by) {
        int answered = sql.update("""
                update finding set answer = ?, answered_by = ?, answered_at = clock_timestamp()
                where submission = ? and severity = ? and (number = any(?::bigint[]) or code = ?)""", reason, by, id, Severity.WARNING.text(), literal(numbers), code);
        sql.update("""
                update submission set answered_count = (
                  select count(*) from finding where submission = ? and answer is not null) where id = ?""", id, id);
        return answered;
    }

    private static String literal(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    void corrects(UUID id, UUID earlier) {
        sql.update("update submission set corrects = ? where id = ?", earlier, id);
    }

    /** Whether a later submission that takes the values back waits for its release. */
    boolean withdrawalWaits(UUID id) {
        return sql.first(
                        "select 1 from submission where withdraws = ? and state in ('VALIDATED', 'RELEASING')",
                        row -> true,
                        id)
                .isPresent();
    }

    /** A submission that takes back what a release of an earlier one still determines; answers the values in it. */
    long insertWithdrawal(UUID id, Submission earlier, String by, String organisation) {
        sql.update("""
                insert into submission (id, state, dry_run, submitter, organisation, scope, file_name, file_size,
                  file_sha256, mapping, detected, header, areas, area_days, withdraws, validated_at)
                select ?, 'VALIDATED', false, ?, ?, e.scope, e.file_name, e.file_size, e.file_sha256,
                  e.mapping - 'holdOnWarnings', e.detected, e.header, e.areas, e.area_days, e.id, clock_timestamp()
                from submission e where e.id = ?""", id, by, organisation, earlier.id());
        return sql.update("""
                insert into staged_value (submission, line, column_number, indicator, period, period_end, space, value,
                  numerator, denominator, status, controlled)
                select ?, v.line, 0, v.indicator, v.period, v.period_end, v.space, b.value, b.numerator, b.denominator,
                  coalesce(b.status, 'missing'), coalesce((s.mapping ->> 'controlledAtSource')::boolean, true)
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
                    and l.revision > v.revision)""", id, earlier.release());
    }

    /** Counts what a withdrawal changes. */
    void countWithdrawal(UUID id, long values) {
        sql.update("""
                update submission set done = ?, total = ?, row_count = ?, value_count = ?, created_count = 0,
                  updated_count = ?, unchanged_count = 0, rejected_count = 0, warning_count = 0 where id = ?""", values, values, values, values, values, id);
    }

    /** Why a warning is accepted, or nulls. */
    record Answer(String reason, String by, Instant at) {}

    /** A finding with its place in the list. */
    record NumberedFinding(long number, Finding finding, Answer answer) {}
}
