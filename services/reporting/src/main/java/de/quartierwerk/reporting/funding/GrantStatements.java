package de.quartierwerk.reporting.funding;

import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.GrantPaid;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** SQL on the grants of the read model. */
@ApplicationScoped
class GrantStatements {
    private static final String UPSERT_GRANT = """
            insert into decided_grant (application, programme, applicant, applicant_name, purpose, spaces, needs, result,
                amount, currency, body_name, decided_on, paper_number, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (application) do update
            set programme = excluded.programme, applicant = excluded.applicant,
                applicant_name = excluded.applicant_name, purpose = excluded.purpose, spaces = excluded.spaces,
                needs = excluded.needs, result = excluded.result, amount = excluded.amount,
                currency = excluded.currency, body_name = excluded.body_name, decided_on = excluded.decided_on,
                paper_number = excluded.paper_number, version = excluded.version
            where decided_grant.version < excluded.version""";
    private static final String UPSERT_PAID = """
            insert into grant_paid (application, paid_in_total, currency, version) values (?, ?, ?, ?)
            on conflict (application) do update
            set paid_in_total = excluded.paid_in_total, currency = excluded.currency, version = excluded.version
            where grant_paid.version < excluded.version""";
    private static final String CONCERNING = """
            select g.application, g.applicant_name, g.purpose, g.spaces, g.needs, g.amount, g.currency, g.body_name,
                g.decided_on, g.paper_number, coalesce(p.paid_in_total, 0) as paid
            from decided_grant g left join grant_paid p using (application)
            where g.result = 'granted' and g.spaces && ?
            order by g.decided_on desc, g.application""";

    private final Jdbi jdbi;

    GrantStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void upsert(GrantDecided grant) {
        jdbi.useHandle(handle -> handle.execute(
                UPSERT_GRANT,
                grant.application(),
                grant.programme(),
                grant.applicant(),
                grant.applicantName(),
                grant.purpose(),
                grant.spaces().toArray(String[]::new),
                grant.needs().toArray(String[]::new),
                grant.result(),
                new BigDecimal(grant.amount().amount()),
                grant.amount().currency(),
                grant.bodyName(),
                grant.decidedOn(),
                grant.paperNumber(),
                grant.version()));
    }

    void upsert(GrantPaid payment) {
        jdbi.useHandle(handle -> handle.execute(
                UPSERT_PAID,
                payment.application(),
                new BigDecimal(payment.paidInTotal().amount()),
                payment.paidInTotal().currency(),
                payment.version()));
    }

    void truncate() {
        jdbi.useHandle(handle -> handle.execute("truncate decided_grant, grant_paid"));
    }

    /** Grants that concern at least one of these spaces, those decided last first. */
    List<Grant> concerning(Collection<String> spaces) {
        return jdbi.withHandle(handle -> handle.select(CONCERNING, (Object) spaces.toArray(String[]::new))
                .map((row, context) -> grant(row))
                .list());
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("application", UUID.class),
                row.getString("applicant_name"),
                row.getString("purpose"),
                Columns.texts(row, "spaces"),
                Columns.texts(row, "needs"),
                new Grant.Money(row.getBigDecimal("amount"), row.getBigDecimal("paid"), row.getString("currency")),
                new Grant.Decision(
                        row.getString("body_name"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("paper_number")));
    }
}
