package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.database.CopyLoader;
import de.quartierwerk.kit.database.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The findings of submissions, by the hundred thousand. */
@ApplicationScoped
class FindingStatements {
    private static final String INTO =
            "finding (submission, number, line, column_name, cell, code, severity, value, before, arguments)";

    private final Jdbi jdbi;
    private final CopyLoader loader;

    FindingStatements(Jdbi jdbi, CopyLoader loader) {
        this.jdbi = jdbi;
        this.loader = loader;
    }

    /** How many warnings of a submission whose code begins so nobody has answered. */
    long open(UUID submission, String prefix) {
        return jdbi.withHandle(handle -> handle.select("""
                        select count(*) from finding where submission = ? and severity = 'warning' and answered_at is null
                          and starts_with(code, ?)""", submission, prefix)
                .map((row, context) -> row.getLong(1))
                .one());
    }

    /** Adds a row for {@link #load}. */
    static void add(CopyRows rows, UUID submission, long number, Finding finding) {
        rows.plain(submission)
                .plain(number)
                .plain(finding.place().line())
                .add(finding.place().column())
                .add(finding.place().cell())
                .add(finding.code())
                .add(finding.severity().text())
                .add(finding.value())
                .add(finding.before())
                .array(finding.arguments())
                .end();
    }

    void load(CopyRows rows) {
        loader.load(INTO, rows);
    }

    /** Findings after a number, in the order of their numbers. */
    List<NumberedFinding> page(UUID submission, FindingFilter filter, long after, int limit) {
        return jdbi.withHandle(handle -> handle.select(
                        """
                        select * from finding where submission = ? and number > ?
                          and (?::text[] is null or code = any(?::text[])) and (?::text is null or severity = ?::text)
                          and (?::text is null or column_name = ?::text)
                        order by number limit ?""",
                        submission,
                        after,
                        filter.codes(),
                        filter.codes(),
                        filter.severity(),
                        filter.severity(),
                        filter.column(),
                        filter.column(),
                        limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static NumberedFinding read(ResultSet row) throws SQLException {
        Finding finding = new Finding(
                new Place(row.getObject("line", Long.class), row.getString("column_name"), row.getString("cell")),
                row.getString("code"),
                Severity.of(row.getString("severity")),
                row.getString("value"),
                row.getString("before"),
                Columns.texts(row, "arguments"));
        return new NumberedFinding(row.getLong("number"), finding, answer(row));
    }

    private static NumberedFinding.@Nullable Answer answer(ResultSet row) throws SQLException {
        String reason = row.getString("answer");
        Instant at = Columns.instant(row, "answered_at");
        return reason == null || at == null
                ? null
                : new NumberedFinding.Answer(reason, row.getString("answered_by"), at);
    }

    /** How often what was found: errors first, then the more frequent. */
    List<FindingCount> counts(UUID submission) {
        return jdbi.withHandle(handle -> handle.select("""
                        select code, severity, count(*) as times from finding where submission = ?
                        group by code, severity
                        order by array_position(array['error', 'warning', 'hint'], severity), times desc, code""", submission)
                .map((row, context) -> new FindingCount(
                        row.getString("code"), Severity.of(row.getString("severity")), row.getLong("times")))
                .list());
    }

    /** The highest number of a submission's findings, or 0. */
    long last(UUID submission) {
        return jdbi.withHandle(
                handle -> handle.select("select coalesce(max(number), 0) from finding where submission = ?", submission)
                        .map((row, context) -> row.getLong(1))
                        .one());
    }

    void deleteAll(UUID submission) {
        jdbi.useHandle(handle -> handle.execute("delete from finding where submission = ?", submission));
    }

    /** Adds the finding that a check was given up, unless it is there. */
    void insertFailed(UUID submission) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into finding (submission, number, code, severity, arguments)
                values (?, 0, 'submission.failed', 'error', '{}') on conflict do nothing""", submission));
    }

    /** Those of the numbers that stand for no warning of the submission. */
    List<Long> withoutWarning(UUID submission, Collection<Long> numbers) {
        Set<Long> warnings = jdbi.withHandle(handle -> new HashSet<>(handle.select(
                        "select number from finding where submission = ? and severity = ? and number = any(?)",
                        submission,
                        Severity.WARNING.text(),
                        numbers.toArray(Long[]::new))
                .map((row, context) -> row.getLong(1))
                .list()));
        return numbers.stream().filter(number -> !warnings.contains(number)).toList();
    }

    /** Answers warnings, by their numbers or all of a code; answers how many. */
    int answer(UUID submission, Collection<Long> numbers, @Nullable String code, NumberedFinding.Answer answer) {
        return jdbi.withHandle(handle -> handle.execute(
                """
                update finding set answer = ?, answered_by = ?, answered_at = ?
                where submission = ? and severity = ? and (number = any(?) or code = ?::text)""",
                answer.reason(),
                answer.by(),
                answer.at(),
                submission,
                Severity.WARNING.text(),
                numbers.toArray(Long[]::new),
                code));
    }

    /** How many findings are answered. */
    long answered(UUID submission) {
        return jdbi.withHandle(handle -> handle.select(
                        "select count(*) from finding where submission = ? and answer is not null", submission)
                .map((row, context) -> row.getLong(1))
                .one());
    }
}
