package de.quartierwerk.funding.irregularity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** SQL on the view of irregularities. */
@ApplicationScoped
class IrregularityStatements {

    private static final String LIST = """
            select kind, subject, day, reason, recorded_by, recorded_at from irregularity
            where (kind, subject) > (?, ?) order by kind, subject limit ?""";

    private final Jdbi jdbi;

    IrregularityStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By kind and subject, after the one of these. */
    List<Irregularity> list(String kind, String subject, int limit) {
        return jdbi.withHandle(handle -> handle.select(LIST, kind, subject, limit)
                .map((row, context) -> irregularity(row))
                .list());
    }

    private static Irregularity irregularity(ResultSet row) throws SQLException {
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new Irregularity(
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("day", LocalDate.class),
                row.getString("reason"),
                row.getString("recorded_by"),
                recordedAt == null ? null : recordedAt.toInstant());
    }
}
