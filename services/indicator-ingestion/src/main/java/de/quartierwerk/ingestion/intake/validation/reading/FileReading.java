package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.Marks;
import de.quartierwerk.ingestion.intake.file.SheetTable;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.file.UnreadableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.mapping.SignFields;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.PreviewNotes;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of a delivered file from its first row to its last. */
public final class FileReading {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final int ROWS_BETWEEN_PROGRESS = 20_000;

    private final Mapping mapping;
    private final Map<String, Indicator> catalogue;
    private final SpaceIndex spaces;
    private final NumberColumns columns;
    private final FileFindings findings;
    private final Staging staging;
    private final @Nullable PreviewNotes preview;
    private final StatedTotals totals = new StatedTotals();
    private final Reported reported = new Reported();
    private long rows;
    private long rejected;
    private boolean readable = true;

    public FileReading(
            Mapping mapping,
            Map<String, Indicator> catalogue,
            SpaceIndex spaces,
            NumberColumns columns,
            FileFindings findings,
            Staging staging,
            @Nullable PreviewNotes preview) {
        this.mapping = mapping;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.columns = columns;
        this.findings = findings;
        this.staging = staging;
        this.preview = preview;
    }

    /**
     * Reads the file: what is good is staged, what is not is found.
     *
     * @param progress takes the rows done, now and then
     */
    public void read(TablesOfFile.Tables tables, LongConsumer progress) {
        try (staging) {
            readTables(tables, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readTables(TablesOfFile.Tables tables, LongConsumer progress) throws IOException {
        try {
            tables.read(table -> read(table, progress));
        } catch (UnreadableRow broken) {
            findings.error(new Place(broken.line(), null, null), broken.code(), null, broken.argument());
            readable = false;
        }
    }

    private void read(BoundTable table, LongConsumer progress) throws IOException {
        int number = findings.enter(table.binding(), table.sheet());
        staging.enter(number);
        for (int column : table.binding().notUsed(mapping)) {
            String name = Objects.requireNonNull(table.binding().name(column));
            findings.warning(new Place(null, name, null), "header.column-not-used", name, name);
        }
        reportHidden(table);
        reportForms(table.binding());
        RowChecker checker = checker(table, number);
        long before = rows;
        long rejectedBefore = rejected;
        long sinceProgress = 0;
        for (Optional<TableRow> row = table.rows().next();
                row.isPresent();
                row = table.rows().next()) {
            if (preview != null) {
                long line = row.get().line();
                preview.enter(row.get(), column -> findings.at(line, column));
            }
            checker.check(row.get());
            rows = before + checker.rows();
            rejected = rejectedBefore + checker.rejected();
            if (++sinceProgress == ROWS_BETWEEN_PROGRESS) {
                sinceProgress = 0;
                progress.accept(rows);
            }
        }
        checker.finish();
    }

    /** Columns of one series should have periods of one form: beside months a year is often another figure. */
    private void reportForms(Binding binding) {
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        Map<String, String> columns = new HashMap<>();
        for (Binding.Cell cell : binding.cells()) {
            if (cell.period() != null && mapping.headerHasPeriods()) {
                String series = cell.indicator() + " " + cell.space();
                columns.putIfAbsent(series, String.valueOf(binding.name(cell.column())));
                forms.computeIfAbsent(series, any -> new LinkedHashMap<>())
                        .putIfAbsent(
                                DIGIT.matcher(cell.period().text()).replaceAll("9"),
                                cell.period().text());
            }
        }
        forms.values().removeIf(found -> found.size() == 1);
        forms.entrySet().stream()
                .limit(1)
                .forEach(found -> findings.warning(
                        new Place(null, columns.get(found.getKey()), null),
                        "header.periods-differ",
                        null,
                        String.join(", ", found.getValue().values())));
    }

    /** Columns that the spreadsheet hides are read all the same. */
    private void reportHidden(BoundTable table) {
        if (table.rows() instanceof SheetTable sheet) {
            for (int column : table.binding().numberColumns()) {
                if (sheet.hiddenColumns().get(column)) {
                    String name = Objects.requireNonNull(table.binding().name(column));
                    findings.hint(new Place(null, name, null), "column.hidden", name, name);
                }
            }
        }
    }

    private RowChecker checker(BoundTable table, int number) {
        Binding binding = table.binding();
        Statuses statuses = new Statuses(mapping.signs().statedStatuses());
        CellReader reader = new CellReader(columns, number, marks(mapping), statuses);
        NumberCells cells = new NumberCells(reader, binding, findings, table.sheet() != null);
        ValueChecker values =
                new ValueChecker(cells, binding, spaces, findings, staging, statuses, mapping.ratiosControlled());
        NonDataRows nonDataRows =
                new NonDataRows(binding, number, reader, mapping.statedTotals(), catalogue, findings, totals, spaces);
        RowValues rowValues = new RowValues(binding, spaces, catalogue, values, reader, findings, reported);
        return new RowChecker(binding, spaces, rowValues, cells, findings, nonDataRows, reported);
    }

    static Marks marks(Mapping mapping) {
        SignFields signs = mapping.signs();
        return Marks.stated(signs.missing(), signs.suppressed(), signs.unreliable(), signs.zero());
    }

    /** The totals that the file states. */
    public StatedTotals totals() {
        return totals;
    }

    /** Rows that hold data. */
    public long rows() {
        return rows;
    }

    /** Values that cannot be used. */
    public long rejected() {
        return rejected;
    }

    /** Whether the file could be read to its end. */
    public boolean readable() {
        return readable;
    }
}
