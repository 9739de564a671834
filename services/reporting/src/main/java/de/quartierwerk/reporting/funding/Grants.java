package de.quartierwerk.reporting.funding;

import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.GrantPaid;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The grants of the read model. */
@ApplicationScoped
public class Grants {
    private final Sql sql;

    Grants(Sql sql) {
        this.sql = sql;
    }

    void store(GrantDecided grant) {
        sql.update(
                "insert into decided_grant (application, programme, applicant, applicant_name, purpose, spaces, needs, "
                        + "result, amount, currency, body_name, decided_on, paper_number, version) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (application) do update set "
                        + "programme = excluded.programme, applicant = excluded.applicant, "
                        + "applicant_name = excluded.applicant_name, purpose = excluded.purpose, "
                        + "spaces = excluded.spaces, needs = excluded.needs, result = excluded.result, "
                        + "amount = excluded.amount, currency = excluded.currency, body_name = excluded.body_name, "
                        + "decided_on = excluded.decided_on, paper_number = excluded.paper_number, "
                        + "version = excluded.version where decided_grant.version < excluded.version",
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
                grant.version());
    }

    void store(GrantPaid payment) {
        sql.update(
                "insert into grant_paid (application, paid_in_total, currency, version) values (?, ?, ?, ?) "
                        + "on conflict (application) do update set paid_in_total = excluded.paid_in_total, "
                        + "currency = excluded.currency, version = excluded.version "
                        + "where grant_paid.version < excluded.version",
                payment.application(),
                new BigDecimal(payment.paidInTotal().amount()),
                payment.paidInTotal().currency(),
                payment.version());
    }

    /** Empties the read model of grants. */
    public void clear() {
        sql.update("truncate decided_grant, grant_paid");
    }

    /** Grants that concern at least one of these spaces, those decided last first. */
    public List<Grant> concerning(Collection<String> spaces) {
        return sql.list(
                "select g.*, coalesce(p.paid_in_total, 0) as paid from decided_grant g "
                        + "left join grant_paid p using (application) where g.result = 'granted' and g.spaces && ? "
                        + "order by g.decided_on desc, g.application",
                row -> new Grant(
                        row.getObject("application", UUID.class),
                        row.getString("programme"),
                        row.getString("applicant_name"),
                        row.getString("purpose"),
                        Sql.texts(row, "spaces"),
                        Sql.texts(row, "needs"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("paid"),
                        row.getString("currency"),
                        row.getString("body_name"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("paper_number")),
                (Object) spaces.toArray(String[]::new));
    }
}
