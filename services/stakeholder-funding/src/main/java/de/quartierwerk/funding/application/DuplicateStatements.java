package de.quartierwerk.funding.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Applications that were handed in before with the same applicant, programme, title and period (Doppelantrag). */
@ApplicationScoped
class DuplicateStatements {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String FIND = """
            select id from application
            where applicant = ? and programme = ? and content ->> 'title' = ?
                and content -> 'period' ->> 'from' = ? and content -> 'period' ->> 'to' = ?
                and id <> ? and state not in ('DRAFT', 'WITHDRAWN')
            order by created_at, id""";

    private final Jdbi jdbi;

    DuplicateStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Those that are identical, the oldest first; withdrawn ones do not count. Until the end of the transaction nobody
     * else hands in for the same applicant and programme, so that of two at once one is found.
     */
    List<UUID> of(UUID id, ApplicationContent content) {
        ApplicationContent.Period period = content.period();
        if (period == null) {
            return List.of();
        }
        return jdbi.withHandle(handle -> {
            handle.execute(LOCK, "application " + content.applicant() + " " + content.programme());
            return handle.select(
                            FIND,
                            content.applicant(),
                            content.programme(),
                            content.title(),
                            period.from().toString(),
                            period.to().toString(),
                            id)
                    .mapTo(UUID.class)
                    .list();
        });
    }
}
