package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.Marks;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.file.UnreadableRow;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.kit.database.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One reading of a submission's file from its first row to its last. */
final class CheckPass {
    private static final int ROWS_BETWEEN_PROGRESS = 20_000;

    private final Submission submission;
    private final SpaceIndex spaces;
    private final Map<String, Indicator> catalogue;
    private final NumberColumns columns;
    private final Findings findings;
    private final Staging staging;
    private final Totals totals;
    private final RowChecker.Told told = new RowChecker.Told();
    private long rows;
    private long rejected;
    private boolean readable = true;

    CheckPass(
            Sql sql,
            Submission submission,
            SpaceIndex spaces,
            Map<String, Indicator> catalogue,
            NumberColumns columns) {
        List<String> sheets = submission.detected().sheets();
        this.submission = submission;
        this.spaces = spaces;
        this.catalogue = catalogue;
        this.columns = columns;
        this.findings = new Findings(sql, submission.id(), sheets != null && sheets.size() > 1);
        this.staging = new Staging(sql, submission.id());
        this.totals = new Totals(sql, submission.id());
    }

    /** Reads the file; what is good is staged, what is not is found. */
    void read(DeliveredTables tables, LongConsumer progress) {
        try (staging) {
            readTables(tables, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readTables(DeliveredTables tables, LongConsumer progress) throws IOException {
        try {
            tables.read(submission, table -> read(table, progress));
        } catch (UnreadableRow broken) {
            findings.error(new Findings.Place(broken.line(), null, null), broken.code(), null, broken.argument());
            readable = false;
        }
    }

    private void read(BoundTable table, LongConsumer progress) throws IOException {
        int number = findings.enter(table.binding(), table.sheet());
        staging.enter(number);
        for (int column : table.binding().notUsed(submission.mapping())) {
            String name = table.binding().name(column);
            findings.hint(new Findings.Place(null, name, null), "header.column-not-used", name, name);
        }
        RowChecker checker = checker(table, number);
        long before = rows;
        long rejectedBefore = rejected;
        long sinceProgress = 0;
        for (Optional<TableRow> row = table.rows().next();
                row.isPresent();
                row = table.rows().next()) {
            checker.check(row.get());
            rows = before + checker.rows();
            rejected = rejectedBefore + checker.rejected();
            if (++sinceProgress == ROWS_BETWEEN_PROGRESS) {
                sinceProgress = 0;
                progress.accept(rows);
            }
        }
    }

    private RowChecker checker(BoundTable table, int number) {
        Mapping mapping = submission.mapping();
        CellReader reader = new CellReader(
                columns, number, Marks.stated(mapping.missing(), mapping.suppressed(), mapping.unreliable()));
        ValueChecker values = new ValueChecker(
                reader, table.binding(), spaces, findings, staging, mapping.ratiosControlled(), table.sheet() != null);
        Asides asides =
                new Asides(table.binding(), number, reader, mapping.statedTotals(), catalogue, findings, totals);
        return new RowChecker(table.binding(), spaces, catalogue, values, findings, asides, told);
    }

    /** Takes out values that the file has before; answers how many contradict those. */
    long takeOutRepetitions() {
        return staging.takeOutRepetitions((table, line, column, same, space, firstTable, firstLine) -> {
            String first = findings.line(table, firstTable, firstLine);
            Findings.Place place = findings.at(table, line, column);
            if (same) {
                findings.warning(place, "value.repeated", null, space, first);
            } else {
                findings.error(place, "value.contradicts", null, space, first);
            }
        });
    }

    void checkTotals() {
        totals.check(findings);
    }

    Findings findings() {
        return findings;
    }

    Staging staging() {
        return staging;
    }

    SpaceIndex spaces() {
        return spaces;
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }

    boolean readable() {
        return readable;
    }
}
