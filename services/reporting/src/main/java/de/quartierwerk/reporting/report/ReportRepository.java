package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries on reports. */
@ApplicationScoped
class ReportRepository {
    private static final String COLUMNS =
            "select id, type, area, area_path, period, scheme, language, state, done, total, "
                    + "failure, created_at, finished_at, published_at, publication_note from report ";

    private final Sql sql;

    ReportRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a list of reports is to hold; null for all.
     *
     * @param within only reports whose area is this one or lies in it
     * @param type only this type
     * @param period only this period
     */
    record Filter(String within, String type, String period) {}

    /**
     * Which unpublished reports a caller may see.
     *
     * @param everywhere all of them
     * @param areas those whose area lies in one of these
     */
    record Scope(boolean everywhere, String[] areas) {
        static final Scope ALL = new Scope(true, new String[0]);
        static final Scope NONE = new Scope(false, new String[0]);

        static Scope of(Caller caller, String... roles) {
            return caller.hasAny(roles) ? new Scope(caller.everywhere(), caller.areaArray()) : NONE;
        }
    }

    void insert(Report report, String createdBy) {
        sql.update(
                "insert into report (id, type, area, area_path, period, scheme, language, state, done, total, "
                        + "created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                report.id(),
                report.type(),
                report.area(),
                report.areaPath().toArray(String[]::new),
                report.period(),
                report.scheme(),
                report.language(),
                report.state().name(),
                report.done(),
                report.total(),
                createdBy,
                report.createdAt());
    }

    /** A report that the scope lets see; published ones are there for everybody. */
    Optional<Report> find(UUID id, Scope scope) {
        return sql.first(
                COLUMNS + "where id = ? and (published_at is not null or ? or area_path && ?)",
                ReportRepository::report,
                id,
                scope.everywhere(),
                scope.areas());
    }

    /** Reports that the scope lets see, the newest first, those requested before one if there is one. */
    List<Report> list(Filter filter, Scope scope, Report after, int limit) {
        StringBuilder query = new StringBuilder(COLUMNS + "where (published_at is not null or ? or area_path && ?)");
        List<Object> parameters = new ArrayList<>(List.of(scope.everywhere(), scope.areas()));
        narrow(query, parameters, " and area_path @> array[cast(? as text)]", filter.within());
        narrow(query, parameters, " and type = ?", filter.type());
        narrow(query, parameters, " and period = ?", filter.period());
        if (after != null) {
            query.append(" and (created_at, id) < (?, ?)");
            parameters.add(after.createdAt());
            parameters.add(after.id());
        }
        parameters.add(limit);
        return sql.list(
                query + " order by created_at desc, id desc limit ?", ReportRepository::report, parameters.toArray());
    }

    private static void narrow(StringBuilder query, List<Object> parameters, String condition, String value) {
        if (value != null) {
            query.append(condition);
            parameters.add(value);
        }
    }

    /** Takes the oldest report that is to be assembled and that nobody works on. */
    Optional<Report> claim(Duration span) {
        return sql.first(
                        "update report set claimed_until = now() + ? * interval '1 second' where id = (select id from report "
                                + "where state = 'RUNNING' and (claimed_until is null or claimed_until < now()) "
                                + "order by created_at limit 1 for update skip locked) returning id",
                        row -> row.getObject("id", UUID.class),
                        span.toSeconds())
                .flatMap(id -> find(id, Scope.ALL));
    }

    /** Says how far the assembly is and keeps the claim. */
    void progress(UUID id, int done, Duration span) {
        sql.update(
                "update report set done = ?, claimed_until = now() + ? * interval '1 second' "
                        + "where id = ? and state = 'RUNNING'",
                done,
                span.toSeconds(),
                id);
    }

    /** Keeps the document for good, unless another instance was faster. */
    void complete(UUID id, byte[] document, byte[] drawings, Instant finishedAt) {
        sql.update(
                "update report set state = 'COMPLETED', done = total, document = ?, drawings = ?, finished_at = ? "
                        + "where id = ? and state = 'RUNNING'",
                document,
                drawings,
                finishedAt,
                id);
    }

    void fail(UUID id, String failure, Instant finishedAt) {
        sql.update(
                "update report set state = 'FAILED', failure = ?, finished_at = ? where id = ? and state = 'RUNNING'",
                failure,
                finishedAt,
                id);
    }

    /** Publishes a report and answers whether it was not published before. */
    boolean publish(UUID id, String by, Instant at, String note) {
        return sql.update(
                        "update report set published_at = ?, published_by = ?, publication_note = ? "
                                + "where id = ? and published_at is null",
                        at,
                        by,
                        note,
                        id)
                == 1;
    }

    byte[] document(UUID id) {
        return sql.first("select document from report where id = ?", row -> row.getBytes("document"), id)
                .orElseThrow();
    }

    byte[] drawings(UUID id) {
        return sql.first("select drawings from report where id = ?", row -> row.getBytes("drawings"), id)
                .orElseThrow();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("area"),
                Sql.texts(row, "area_path"),
                row.getString("period"),
                row.getString("scheme"),
                row.getString("language"),
                Report.State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("failure"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "finished_at"),
                Sql.instant(row, "published_at"),
                row.getString("publication_note"));
    }
}
