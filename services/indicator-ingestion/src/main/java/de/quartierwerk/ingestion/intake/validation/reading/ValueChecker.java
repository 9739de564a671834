package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.NoiseProtection;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.StagedValue;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import de.quartierwerk.ingestion.space.Space;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one value of a row and stages it: its cells, status, ratio, limits and the validity of its space. */
final class ValueChecker {
    private final NumberCells cells;
    private final Binding binding;
    private final SpaceIndex spaces;
    private final FileFindings findings;
    private final Staging staging;
    private final Statuses statuses;
    private final @Nullable Boolean controlledAtSource;
    private final Set<String> reportedParts = new HashSet<>();

    /** @param controlledAtSource whether bare ratios are controlled; null where nobody has said so */
    ValueChecker(
            NumberCells cells,
            Binding binding,
            SpaceIndex spaces,
            FileFindings findings,
            Staging staging,
            Statuses statuses,
            @Nullable Boolean controlledAtSource) {
        this.cells = cells;
        this.binding = binding;
        this.spaces = spaces;
        this.findings = findings;
        this.staging = staging;
        this.statuses = statuses;
        this.controlledAtSource = controlledAtSource;
    }

    /** The readings of a value's cells. */
    private record Readings(CellReading value, CellReading numerator, CellReading denominator) {
        boolean faulty() {
            return value.isFault() || numerator.isFault() || denominator.isFault();
        }

        List<CellReading> all() {
            return List.of(value, numerator, denominator);
        }
    }

    /**
     * Checks a value and stages it if it is good.
     *
     * @return whether it is good
     */
    boolean check(TableRow row, SpaceIndex.Match space, Indicator indicator, Period period, Binding.Cell cell) {
        Definition definition = indicator.definition();
        Readings read = new Readings(
                cells.value(row, cell, definition),
                cells.part(row, cell, cell.numerator()),
                cells.part(row, cell, cell.denominator()));
        if (read.faulty()) {
            return false;
        }
        String stated = cell.status() < 0 ? "" : row.text(cell.status());
        String meant = stated.isEmpty() ? "" : statuses.of(stated);
        if (meant == null) {
            findings.error(findings.at(row.line(), cell.status()), "status.unknown", stated, stated);
            return false;
        }
        LocalDate day = period.referenceDate(definition.referenceDate());
        Space version = validSpace(row, space, cell, day);
        if (version == null) {
            return false;
        }
        StagedValue.Figures figures = figures(row, cell, indicator, read);
        if (figures == null || !withinLimits(row, cell, definition, figures)) {
            return false;
        }
        List<BigDecimal> besides = besides(row, cell, definition, figures);
        if (besides == null) {
            return false;
        }
        spaces.stage(version, day);
        stage(
                new StagedValue.Place(row.line(), cell.column()),
                space,
                new StagedValue.Cell(indicator, period.text(), day, space.level(), space.key(), spaces.number(space)),
                figures,
                besides,
                status(meant, figures, read));
        return true;
    }

    /** What only disclosure control needs; null where that is faulty. */
    private @Nullable List<BigDecimal> besides(
            TableRow row, Binding.Cell cell, Definition definition, StagedValue.Figures figures) {
        NoiseProtection protection = definition.protection();
        if (protection != null && protection.needsKeys()) {
            return key(row, cell, figures.value());
        }
        boolean dominance = definition.disclosure().dominance() != null;
        return dominance && !cell.contributions().isEmpty() ? contributions(row, cell, definition, figures) : List.of();
    }

    /** The cell key of a count; none where there is nothing to change. */
    private @Nullable List<BigDecimal> key(TableRow row, Binding.Cell cell, @Nullable BigDecimal count) {
        CellReading reading = cells.key(row, cell.cellKey());
        if (reading.isFault()) {
            return null;
        }
        BigDecimal key = reading.number();
        Place place = findings.at(row.line(), cell.cellKey() < 0 ? cell.column() : cell.cellKey());
        if (key == null) {
            boolean needless = count == null || count.signum() == 0;
            if (!needless) {
                findings.error(place, "cell-key.missing", null);
            }
            return needless ? List.of() : null;
        }
        if (key.signum() < 0 || key.compareTo(BigDecimal.ONE) >= 0) {
            findings.error(place, "cell-key.range", row.text(cell.cellKey()));
            return null;
        }
        return List.of(key);
    }

    private @Nullable List<BigDecimal> contributions(
            TableRow row, Binding.Cell cell, Definition definition, StagedValue.Figures figures) {
        List<BigDecimal> found = new ArrayList<>();
        for (int column : cell.contributions()) {
            CellReading reading = cells.part(row, cell, column);
            if (reading.isFault()) {
                return null;
            }
            if (reading.number() != null) {
                found.add(reading.number());
            }
        }
        BigDecimal sum = definition.kind() == Kind.MEAN ? figures.numerator() : figures.value();
        BigDecimal together = found.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum != null && together.compareTo(sum.abs()) > 0) {
            int column = cell.contributions().get(0);
            findings.error(
                    findings.at(row.line(), column),
                    "contribution.too-large",
                    row.text(column),
                    together.toPlainString(),
                    sum.toPlainString());
            return null;
        }
        return found;
    }

    /** The state of the space that is valid on the day and may be delivered for; null where there is none. */
    private @Nullable Space validSpace(TableRow row, SpaceIndex.Match space, Binding.Cell cell, LocalDate day) {
        Space version = spaces.version(space, day);
        int column = cell.space() == null ? binding.space() : cell.column();
        String named = cell.space() == null ? binding.spaceText(row) : cell.space();
        String text = named.isEmpty() ? space.key() : named;
        if (version == null) {
            findings.error(findings.at(row.line(), column), "space.not-valid", text, space.key(), day.toString());
            return null;
        }
        if (!spaces.inScope(version)) {
            findings.error(findings.at(row.line(), column), "space.out-of-area", text, text);
            return null;
        }
        return version;
    }

    private StagedValue.@Nullable Figures figures(TableRow row, Binding.Cell cell, Indicator indicator, Readings read) {
        Definition definition = indicator.definition();
        if (Ratios.hasParts(definition)) {
            return ratio(row, cell, definition, read);
        }
        if ((read.numerator.isNumber() || read.denominator.isNumber()) && reportedParts.add(indicator.code())) {
            warn(row, cell, "value.parts-not-taken", row.text(cell.value()));
        }
        return new StagedValue.Figures(read.value.number(), null, null);
    }

    private StagedValue.@Nullable Figures ratio(TableRow row, Binding.Cell cell, Definition definition, Readings read) {
        BigDecimal value = read.value.number();
        BigDecimal n = read.numerator.number();
        BigDecimal d = read.denominator.number();
        if (n == null || d == null) {
            if (value == null && n != null) {
                findings.error(findings.at(row.line(), cell.column()), "value.denominator-missing", null);
                return null;
            }
            return Ratios.completed(definition, value, n, d);
        }
        BigDecimal ratio = Ratios.of(definition, n, d);
        if (Ratios.exceeds(definition, n, d)) {
            warn(row, cell, "value.numerator-exceeds", row.text(cell.numerator()));
        }
        if (value != null && ratio != null && Ratios.differ(value, ratio)) {
            warn(row, cell, "value.ratio-differs", row.text(cell.value()));
        }
        return new StagedValue.Figures(ratio, n, d);
    }

    private void warn(TableRow row, Binding.Cell cell, String code, @Nullable String value) {
        findings.warning(findings.at(row.line(), cell.column()), code, value);
    }

    private boolean withinLimits(TableRow row, Binding.Cell cell, Definition definition, StagedValue.Figures figures) {
        BigDecimal value = figures.value();
        if (value == null) {
            return true;
        }
        if (definition.minimum() != null && value.compareTo(definition.minimum()) < 0) {
            return limit(row, cell, "value.below-minimum", definition.minimum());
        }
        if (definition.maximum() != null && value.compareTo(definition.maximum()) > 0) {
            return limit(row, cell, "value.above-maximum", definition.maximum());
        }
        if (figures.numerator() == null || definition.kind() == Kind.COUNT) {
            cells.judge(row, cell, definition, value);
        }
        return true;
    }

    private boolean limit(TableRow row, Binding.Cell cell, String code, BigDecimal limit) {
        findings.error(findings.at(row.line(), cell.column()), code, row.text(cell.column()), limit.toPlainString());
        return false;
    }

    private static String status(String stated, StagedValue.Figures figures, Readings read) {
        boolean nothing = figures.value() == null && figures.numerator() == null && figures.denominator() == null;
        if (!stated.isEmpty() && !(nothing && stated.equals(ValueStatus.NORMAL))) {
            return stated;
        }
        if (read.value.isPlainNumber() && read.numerator.isAbsent() && read.denominator.isAbsent()) {
            return ValueStatus.NORMAL;
        }
        for (CellReading reading : read.all()) {
            if (reading.kind() == CellReading.Kind.SUPPRESSED) {
                return ValueStatus.SUPPRESSED;
            }
        }
        for (CellReading reading : read.all()) {
            if (reading.kind() == CellReading.Kind.UNRELIABLE || reading.limited()) {
                return ValueStatus.UNRELIABLE;
            }
        }
        for (CellReading reading : read.all()) {
            if (reading.status() != null && !reading.status().equals(ValueStatus.NORMAL)) {
                return reading.status();
            }
        }
        return figures.value() == null ? ValueStatus.MISSING : ValueStatus.NORMAL;
    }

    private void stage(
            StagedValue.Place place,
            SpaceIndex.Match space,
            StagedValue.Cell cell,
            StagedValue.Figures figures,
            List<BigDecimal> besides,
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
        staging.add(new StagedValue(place, cell, kept, status, controlledAtSource, besides, !missing));
    }
}
