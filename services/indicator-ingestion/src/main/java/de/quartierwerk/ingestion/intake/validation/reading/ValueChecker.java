package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.StagedValue;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import de.quartierwerk.ingestion.space.Space;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one value of a row and stages it: its cells, status, ratio, limits and the validity of its space. */
final class ValueChecker {
    private static final Set<String> STATUSES = Set.of(
            ValueStatus.NORMAL,
            ValueStatus.ESTIMATED,
            ValueStatus.UNRELIABLE,
            ValueStatus.MISSING,
            ValueStatus.SUPPRESSED);

    private final CellReader reader;
    private final Binding binding;
    private final SpaceIndex spaces;
    private final FileFindings findings;
    private final Staging staging;
    private final boolean controlledAtSource;
    private final boolean spreadsheet;
    private final Set<Integer> reportedText = new HashSet<>();
    private final Set<String> reportedParts = new HashSet<>();

    /**
     * @param controlledAtSource whether bare ratios count as controlled
     * @param spreadsheet whether numbers should be no texts
     */
    ValueChecker(
            CellReader reader,
            Binding binding,
            SpaceIndex spaces,
            FileFindings findings,
            Staging staging,
            boolean controlledAtSource,
            boolean spreadsheet) {
        this.reader = reader;
        this.binding = binding;
        this.spaces = spaces;
        this.findings = findings;
        this.staging = staging;
        this.controlledAtSource = controlledAtSource;
        this.spreadsheet = spreadsheet;
    }

    /**
     * Checks a value and stages it if it is good.
     *
     * @param status text of the status cell, empty for none
     * @return whether it is good
     */
    boolean check(
            TableRow row,
            SpaceIndex.Match space,
            Indicator indicator,
            Period period,
            Binding.Cell cell,
            String status) {
        Definition definition = indicator.definition();
        CellReading value = read(row, cell.value(), definition.unit(), definition.kind() == Kind.COUNT);
        CellReading numerator = read(row, cell.numerator(), null, false);
        CellReading denominator = read(row, cell.denominator(), null, false);
        if (value.isFault() || numerator.isFault() || denominator.isFault()) {
            return false;
        }
        if (!status.isEmpty() && !STATUSES.contains(status)) {
            findings.error(findings.at(row.line(), binding.status()), "status.unknown", status, status);
            return false;
        }
        LocalDate day = period.referenceDate(definition.referenceDate());
        Space version = spaces.version(space, day);
        if (version == null) {
            findings.error(
                    findings.at(row.line(), binding.space()),
                    "space.not-valid",
                    row.text(binding.space()),
                    space.key(),
                    day.toString());
            return false;
        }
        if (!spaces.inScope(version)) {
            findings.error(
                    findings.at(row.line(), binding.space()),
                    "space.out-of-area",
                    row.text(binding.space()),
                    row.text(binding.space()));
            return false;
        }
        StagedValue.Figures figures = hasParts(definition)
                ? figures(row, cell, definition, value, numerator, denominator)
                : new StagedValue.Figures(value.number(), null, null);
        if (!hasParts(definition)
                && (numerator.isNumber() || denominator.isNumber())
                && reportedParts.add(indicator.code())) {
            warn(row, cell, "value.parts-not-taken", row.text(cell.value()));
        }
        if (figures == null || !withinLimits(row, cell, definition, figures.value())) {
            return false;
        }
        spaces.stage(version, day);
        String found = status(status, figures, value, numerator, denominator);
        stage(
                new StagedValue.Place(row.line(), cell.column()),
                space,
                new StagedValue.Cell(indicator, period.text(), day, space.level(), space.key(), spaces.number(space)),
                figures,
                found);
        return true;
    }

    private static boolean nothing(StagedValue.Figures figures) {
        return figures.value() == null && figures.numerator() == null && figures.denominator() == null;
    }

    private CellReading read(TableRow row, int column, @Nullable String unit, boolean count) {
        CellReading reading = reader.read(row, column, unit);
        if (column >= 0 && !count) {
            reader.column(column).notOnlyCounts();
        }
        String fault = reading.kind().fault();
        if (fault != null) {
            findings.error(
                    findings.at(row.line(), column),
                    fault,
                    row.text(column),
                    String.valueOf(reader.column(column).style().decimal()));
        } else if (reading.number() != null) {
            number(row, column, reading, reading.number(), count);
        }
        return reading;
    }

    private void number(TableRow row, int column, CellReading reading, BigDecimal number, boolean count) {
        if (reading.ambiguous() && reader.column(column).wantsAmbiguous()) {
            reader.column(column)
                    .note(new NumberColumn.Ambiguous(
                            findings.at(row.line(), column), row.text(column), number.toPlainString(), count));
        }
        if (count && number.stripTrailingZeros().scale() > 0) {
            findings.warning(findings.at(row.line(), column), "value.count-with-decimals", row.text(column));
        }
        reportText(row, column);
    }

    private void reportText(TableRow row, int column) {
        if (spreadsheet
                && !row.plain(column)
                && row.text(column).chars().anyMatch(Character::isDigit)
                && reportedText.add(column)) {
            findings.hint(findings.at(row.line(), column), "number.as-text", row.text(column));
        }
    }

    private StagedValue.@Nullable Figures figures(
            TableRow row,
            Binding.Cell cell,
            Definition definition,
            CellReading value,
            CellReading numerator,
            CellReading denominator) {
        BigDecimal n = numerator.number();
        BigDecimal d = denominator.number();
        boolean mean = definition.kind() == Kind.MEAN;
        if (n == null || d == null) {
            if (value.number() == null && numerator.isNumber()) {
                findings.error(findings.at(row.line(), cell.column()), "value.denominator-missing", null);
                return null;
            }
            return completed(value.number(), n, d, mean ? BigDecimal.ONE : Units.factor(definition.unit()));
        }
        BigDecimal ratio = mean ? Units.mean(n, d) : Units.ratio(n, d, definition.unit());
        if (!mean && Units.isShare(definition.unit()) && n.compareTo(d) > 0) {
            warn(row, cell, "value.numerator-exceeds", row.text(cell.numerator()));
        }
        if (value.number() != null && ratio != null && differs(value.number(), ratio)) {
            warn(row, cell, "value.ratio-differs", row.text(cell.value()));
        }
        return new StagedValue.Figures(ratio, n, d);
    }

    private static boolean hasParts(Definition definition) {
        return definition.kind() == Kind.RATIO || definition.kind() == Kind.MEAN;
    }

    /** A value and one of its parts give the other one, which must be no secret either. */
    private static StagedValue.Figures completed(
            @Nullable BigDecimal value, @Nullable BigDecimal n, @Nullable BigDecimal d, BigDecimal factor) {
        if (value == null || (n == null && d == null)) {
            return new StagedValue.Figures(value, n, d);
        }
        if (n == null) {
            return new StagedValue.Figures(value, d == null ? null : Units.quotient(value.multiply(d), factor), d);
        }
        boolean none = value.signum() == 0;
        return new StagedValue.Figures(value, none ? null : n, none ? null : Units.quotient(n.multiply(factor), value));
    }

    private void warn(TableRow row, Binding.Cell cell, String code, @Nullable String value) {
        findings.warning(findings.at(row.line(), cell.column()), code, value);
    }

    /** Whether a delivered ratio is not what its parts give, at the decimals that were delivered. */
    private static boolean differs(BigDecimal delivered, BigDecimal computed) {
        BigDecimal unitOfLastDigit = BigDecimal.ONE.movePointLeft(delivered.scale());
        return delivered.subtract(computed).abs().compareTo(unitOfLastDigit) > 0;
    }

    private boolean withinLimits(TableRow row, Binding.Cell cell, Definition definition, @Nullable BigDecimal value) {
        if (value == null) {
            return true;
        }
        if (definition.minimum() != null && value.compareTo(definition.minimum()) < 0) {
            return limit(row, cell, "value.below-minimum", definition.minimum());
        }
        if (definition.maximum() != null && value.compareTo(definition.maximum()) > 0) {
            return limit(row, cell, "value.above-maximum", definition.maximum());
        }
        return true;
    }

    private boolean limit(TableRow row, Binding.Cell cell, String code, BigDecimal limit) {
        findings.error(findings.at(row.line(), cell.column()), code, row.text(cell.column()), limit.toPlainString());
        return false;
    }

    private static String status(
            String stated,
            StagedValue.Figures figures,
            CellReading value,
            CellReading numerator,
            CellReading denominator) {
        if (!stated.isEmpty() && !(nothing(figures) && stated.equals(ValueStatus.NORMAL))) {
            return stated;
        }
        for (CellReading reading : List.of(value, numerator, denominator)) {
            if (reading.kind() == CellReading.Kind.SUPPRESSED) {
                return ValueStatus.SUPPRESSED;
            }
        }
        for (CellReading reading : List.of(value, numerator, denominator)) {
            if (reading.kind() == CellReading.Kind.UNRELIABLE || reading.limited()) {
                return ValueStatus.UNRELIABLE;
            }
        }
        return figures.value() == null ? ValueStatus.MISSING : ValueStatus.NORMAL;
    }

    private void stage(
            StagedValue.Place place,
            SpaceIndex.Match space,
            StagedValue.Cell cell,
            StagedValue.Figures figures,
            String status) {
        boolean missing = status.equals(ValueStatus.MISSING);
        if (!missing) {
            spaces.deliver(space);
        }
        StagedValue.Figures kept = figures;
        if (missing) {
            kept = figures.value() == null
                    ? new StagedValue.Figures(null, figures.numerator(), figures.denominator())
                    : StagedValue.Figures.NONE;
        }
        staging.add(new StagedValue(place, cell, kept, status, controlledAtSource, !missing));
    }
}
