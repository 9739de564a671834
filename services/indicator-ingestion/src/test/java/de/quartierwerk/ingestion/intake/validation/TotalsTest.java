package de.quartierwerk.ingestion.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class TotalsTest {
    private static final int ROWS = 100_000;

    @Inject
    Sql sql;

    @Test
    @Timeout(30)
    void manyTotalsReadTheRowsOnce() {
        UUID submission = UUID.randomUUID();
        sql.update("""
                insert into staged_value (submission, line, column_number, indicator, period, period_end, space, value,
                  status, controlled)
                select ?, row, 1, 'totals', '2013', date '2013-12-31', row::text, 1, 'normal', true
                from generate_series(1, ?) row""", submission, ROWS);
        Findings findings = new Findings(sql, submission, false);
        Totals totals = new Totals(sql, submission);
        for (int i = 1; i < 1000; i++) {
            totals.add(total(ROWS + i, ROWS));
        }
        totals.add(total(ROWS + 1000, 7));

        totals.check(findings);

        assertThat(findings.warnings()).isEqualTo(1);
        sql.update("delete from staged_value where submission = ?", submission);
    }

    private static Totals.Total total(long line, long number) {
        return new Totals.Total(
                0,
                line,
                "totals",
                "2013",
                Totals.Measure.VALUE,
                BigDecimal.valueOf(number),
                Long.toString(number),
                Findings.Place.FILE);
    }
}
