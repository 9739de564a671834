package de.quartierwerk.ingestion.intake.validation.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What is known of an indicator, whatever the file. */
@ApplicationScoped
class KnownValueStatements {
    private final Jdbi jdbi;

    KnownValueStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Periods of an indicator that are known, found by leaps through the index. */
    List<String> periods(String indicator) {
        return jdbi.withHandle(handle -> handle.select("""
                        with recursive leap as (
                          select min(period) as period from value where indicator = ?
                          union all
                          select (select min(v.period) from value v where v.indicator = ? and v.period > leap.period)
                          from leap where leap.period is not null)
                        select period from leap where period is not null""", indicator, indicator)
                .map((row, context) -> row.getString(1))
                .list());
    }

    /** Whether anything is known of an indicator in one of the periods. */
    boolean any(String indicator, Collection<String> periods) {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select 1 from value where indicator = ? and period = any(?))",
                        indicator,
                        periods.toArray(String[]::new))
                .map((row, context) -> row.getBoolean(1))
                .one());
    }
}
