package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the number cells of values, and tells what is odd about single numbers and about columns of them. */
final class NumberCells {
    private static final int LEAST_OF_FRACTIONS = 4;

    private final CellReader reader;
    private final Binding binding;
    private final FileFindings findings;
    private final ColumnFindings columns;
    private final boolean spreadsheet;
    private final Set<Integer> reportedText = new HashSet<>();
    private final Set<Integer> inThousands = new HashSet<>();
    private final Set<Integer> reportedThousands = new HashSet<>();
    private final Map<Integer, Fractions> fractions = new HashMap<>();

    /** @param spreadsheet whether numbers should be no texts */
    NumberCells(CellReader reader, Binding binding, FileFindings findings, boolean spreadsheet) {
        this.reader = reader;
        this.binding = binding;
        this.findings = findings;
        this.columns = new ColumnFindings(findings);
        this.spreadsheet = spreadsheet;
        for (int column : binding.numberColumns()) {
            if (column < binding.names().size()
                    && Thousands.says(binding.names().get(column))) {
                inThousands.add(column);
            }
        }
    }

    /** The percentages of a column, as long as all of them could be fractions of 1. */
    private static final class Fractions {
        private long count;
        private long between;
        private boolean others;
        private long line;
        private String text = "";
    }

    /** Notes what a row that holds no data says of the columns' units. */
    void noteUnits(TableRow row) {
        for (int column : binding.numberColumns()) {
            boolean bare = Thousands.isBare(row.text(column))
                    && (binding.space() < 0 || row.text(binding.space()).isEmpty());
            if (bare || Thousands.says(row.text(column))) {
                inThousands.add(column);
            }
        }
    }

    /** Reads the cell of a value. */
    CellReading value(TableRow row, Binding.Cell cell, Definition definition) {
        CellReading reading = read(row, cell.factor(), cell.value(), definition.unit(), definition);
        if (cell.value() >= 0 && reading.number() != null) {
            columns.count(cell.value());
            if (definition.kind() == Kind.COUNT
                    && reading.number().stripTrailingZeros().scale() > 0) {
                columns.add(row.line(), cell.value(), "value.count-with-decimals", row.text(cell.value()));
            }
        }
        return reading;
    }

    /** Reads the cell of a numerator or denominator. */
    CellReading part(TableRow row, Binding.Cell cell, int column) {
        return read(row, cell.factor(), column, null, null);
    }

    /** Reads the cell of a cell key, which has no unit. */
    CellReading key(TableRow row, int column) {
        return read(row, 1, column, null, null);
    }

    private CellReading read(
            TableRow row, int factor, int column, @Nullable String unit, @Nullable Definition definition) {
        CellReading reading = reader.read(row, column, unit);
        if (column < 0) {
            return reading;
        }
        boolean count = definition != null && definition.kind() == Kind.COUNT;
        if (!count) {
            reader.column(column).notOnlyCounts();
        }
        String fault = reading.kind().fault();
        if (fault != null) {
            findings.error(
                    findings.at(row.line(), column),
                    fault,
                    row.text(column),
                    String.valueOf(reader.column(column).style().decimal()));
            return reading;
        }
        if (reading.number() == null) {
            return reading;
        }
        if (reading.ambiguous()) {
            ambiguous(row, column, reading.number(), definition);
        }
        reportText(row, column);
        return scaled(row, factor, column, reading);
    }

    private void ambiguous(TableRow row, int column, BigDecimal number, @Nullable Definition definition) {
        NumberColumn style = reader.column(column);
        boolean count = definition != null && definition.kind() == Kind.COUNT;
        if (definition != null && !count) {
            style.lookAtRange(row.text(column), definition);
        }
        if (style.wantsAmbiguous()) {
            style.note(new NumberColumn.Ambiguous(
                    findings.at(row.line(), column), row.text(column), number.toPlainString(), count));
        }
    }

    /** Numbers in thousands are multiplied as the mapping states, and refused where it states nothing. */
    private CellReading scaled(TableRow row, int factor, int column, CellReading reading) {
        if (factor > 1) {
            BigDecimal number = reading.number() == null ? BigDecimal.ZERO : reading.number();
            return reading.withNumber(number.multiply(BigDecimal.valueOf(factor)));
        }
        if (factor == 0 && !inThousands.isEmpty() && inThousands.contains(column)) {
            if (reportedThousands.add(column)) {
                findings.error(findings.at(row.line(), column), "number.thousands", row.text(column));
            }
            return CellReading.of(CellReading.Kind.REFUSED);
        }
        return reading;
    }

    private void reportText(TableRow row, int column) {
        if (spreadsheet
                && !row.plain(column)
                && row.text(column).chars().anyMatch(Character::isDigit)
                && reportedText.add(column)) {
            findings.hint(findings.at(row.line(), column), "number.as-text", row.text(column));
        }
    }

    /** Judges a value by what its kind and unit allow. */
    void judge(TableRow row, Binding.Cell cell, Definition definition, BigDecimal value) {
        String fault = PossibleValues.fault(definition, value);
        if (fault != null) {
            columns.add(row.line(), cell.column(), fault, row.text(cell.column()));
        }
        boolean percent =
                definition.unit().equals("percent") || definition.unit().equals("%");
        if (percent && definition.kind() == Kind.RATIO && cell.value() >= 0) {
            noteFraction(row, cell.value(), value);
        }
    }

    private void noteFraction(TableRow row, int column, BigDecimal value) {
        Fractions of = fractions.computeIfAbsent(column, any -> new Fractions());
        if (of.others) {
            return;
        }
        of.others = value.signum() < 0
                || value.compareTo(BigDecimal.ONE) > 0
                || row.text(column).endsWith("%");
        of.count++;
        if (value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0 && of.between++ == 0) {
            of.line = row.line();
            of.text = row.text(column);
        }
    }

    /** Tells what is odd about columns, after all rows of the table were read. */
    void report() {
        columns.report();
        reader.reportDashes(findings);
        fractions.forEach((column, of) -> {
            boolean all = !of.others && of.count >= LEAST_OF_FRACTIONS && of.between * 2 > of.count;
            if (all) {
                findings.warning(
                        findings.at(of.line, column), "value.fractions-column", of.text, Long.toString(of.count));
            }
        });
    }
}
