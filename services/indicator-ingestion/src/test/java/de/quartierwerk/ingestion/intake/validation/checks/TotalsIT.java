package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.intake.validation.reading.StatedTotals;
import de.quartierwerk.ingestion.testing.Database;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class TotalsIT {
    private static final int ROWS = 100_000;

    @Inject
    Database database;

    @Inject
    TotalsCheck.TotalStatements statements;

    @Test
    @Timeout(30)
    void manyTotalsReadTheRowsOnce() {
        UUID submission = UUID.randomUUID();
        database.update("""
                insert into staged_value (submission, line, column_number, indicator, period, period_end, space, value,
                  status, controlled)
                select ?, row, 1, 'totals', '2013', date '2013-12-31', row::text, 1, 'normal', true
                from generate_series(1, ?) row""", submission, ROWS);
        NavigableSet<Long> lines = new TreeSet<>(
                LongStream.rangeClosed(1, 1000).mapToObj(i -> ROWS + i).toList());
        StatedTotals.Column column = new StatedTotals.Column(0, "totals", "2013", StatedTotals.Measure.VALUE);

        NavigableMap<Long, TotalsCheck.Sum> sums = statements.sums(submission, column, lines);

        assertThat(sums).containsOnlyKeys(0L);
        assertThat(sums.get(0L)).isEqualTo(new TotalsCheck.Sum(BigDecimal.valueOf(ROWS), ROWS, 0));
        database.update("delete from staged_value where submission = ?", submission);
    }
}
