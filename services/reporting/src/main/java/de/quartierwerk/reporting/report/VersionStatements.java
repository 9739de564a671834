package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** SQL on published versions of reports and their forms, which are written once. */
@ApplicationScoped
class VersionStatements {
    private static final String INSERT_VERSION = """
            insert into report_version (report, number, draft, published_at, note, reason, manifest)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private final Jdbi jdbi;

    VersionStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A published version. */
    record Version(
            UUID report,
            int number,
            UUID draft,
            Instant publishedAt,
            @Nullable String note,
            @Nullable String reason) {}

    /** A form of a version without its bytes. */
    record FormRow(int number, String form, String sha256, long size) {}

    /** A form of a version. */
    record Content(String sha256, byte[] bytes) {}

    /** Keeps a version; answers whether it is new. */
    boolean insert(Version version, byte[] manifest) {
        return jdbi.withHandle(handle -> handle.execute(
                        INSERT_VERSION,
                        version.report(),
                        version.number(),
                        version.draft(),
                        version.publishedAt(),
                        version.note(),
                        version.reason(),
                        manifest))
                == 1;
    }

    void insertForm(UUID report, int number, ReportForm form, String sha256, byte[] content) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into report_form (report, number, form, sha256, content) values (?, ?, ?, ?, ?)",
                report,
                number,
                form.toString(),
                sha256,
                content));
    }

    /** The versions of a report, the first one first. */
    List<Version> versions(UUID report) {
        return jdbi.withHandle(
                handle -> handle.select("select * from report_version where report = ? order by number", report)
                        .map((row, context) -> version(row))
                        .list());
    }

    List<FormRow> forms(UUID report) {
        return jdbi.withHandle(handle -> handle.select(
                        "select number, form, sha256, length(content) as size from report_form where report = ? "
                                + "order by number, form",
                        report)
                .map((row, context) -> new FormRow(
                        row.getInt("number"), row.getString("form"), row.getString("sha256"), row.getLong("size")))
                .list());
    }

    Optional<Content> form(UUID report, int number, ReportForm form) {
        return jdbi.withHandle(handle -> handle.select(
                        "select sha256, content from report_form where report = ? and number = ? and form = ?",
                        report,
                        number,
                        form.toString())
                .map((row, context) -> new Content(row.getString("sha256"), row.getBytes("content")))
                .findFirst());
    }

    Optional<byte[]> manifest(UUID report, int number) {
        return jdbi.withHandle(handle -> handle.select(
                        "select manifest from report_version where report = ? and number = ?", report, number)
                .map((row, context) -> row.getBytes("manifest"))
                .findFirst());
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject("report", UUID.class),
                row.getInt("number"),
                row.getObject("draft", UUID.class),
                Objects.requireNonNull(Columns.instant(row, "published_at")),
                row.getString("note"),
                row.getString("reason"));
    }
}
