package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks row by row: which space and period a row speaks of, then each of its values. */
final class RowChecker {
    private final Binding binding;
    private final SpaceIndex spaces;
    private final Map<String, Indicator> catalogue;
    private final ValueChecker values;
    private final FileFindings findings;
    private final NonDataRows nonDataRows;
    private final Map<String, Optional<Period>> periods = new HashMap<>();
    private final Reported reported;
    private final int lastColumn;
    private final Set<Integer> numberColumns;
    private @Nullable Period lastPeriod;
    private long rows;
    private long rejected;

    /** What is reported once for the whole file. */
    static final class Reported {
        private final Set<String> computed = new HashSet<>();
        private final Set<String> names = new HashSet<>();
    }

    RowChecker(
            Binding binding,
            SpaceIndex spaces,
            Map<String, Indicator> catalogue,
            ValueChecker values,
            FileFindings findings,
            NonDataRows nonDataRows,
            Reported reported) {
        this.binding = binding;
        this.spaces = spaces;
        this.catalogue = catalogue;
        this.values = values;
        this.findings = findings;
        this.nonDataRows = nonDataRows;
        this.reported = reported;
        this.lastColumn = binding.lastColumn();
        this.numberColumns = binding.numberColumns();
    }

    /** Checks a row. */
    void check(TableRow row) {
        if (isBlank(row) || !counts(row)) {
            return;
        }
        String text = row.text(binding.space());
        SpaceIndex.Match space = spaces.find(text);
        Optional<Period> period = period(row);
        if (space.unknown() && nonDataRows.take(row, period.orElse(lastPeriod), space.zerosLost())) {
            return;
        }
        boolean cut = row.delimited() && row.size() <= lastColumn;
        if (isUnfilled(row) && !cut) {
            return;
        }
        lastPeriod = period.orElse(lastPeriod);
        rows++;
        if (space.fault() != null) {
            if (space.unknown()) {
                spaces.noteUnknown(text.replace('\0', '\ufffd'));
            }
            reject(row, binding.space(), space.fault(), text, space.arguments());
        } else if (cut) {
            rejectWidth(row, "row.too-short");
        } else if (row.delimited() && holdsMore(row)) {
            rejectWidth(row, "row.too-wide");
        } else if (period.isEmpty() && hasPeriod(row)) {
            String written = row.text(binding.period());
            reject(row, binding.period(), "period.malformed", written, List.of(written));
        } else {
            reportName(row, space);
            values(row, space, period.orElse(null));
        }
    }

    /** Whether there is anything right of the columns that the header names. */
    private boolean holdsMore(TableRow row) {
        for (int i = binding.width(); i < row.size(); i++) {
            if (!row.text(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void rejectWidth(TableRow row, String code) {
        String found = Integer.toString(row.size());
        String expected = Integer.toString(binding.width());
        reject(row, binding.space(), code, found, List.of(found, expected));
    }

    private boolean hasPeriod(TableRow row) {
        return binding.period() >= 0 && !row.text(binding.period()).isEmpty();
    }

    /** The row's period; empty where it has none or a malformed one. */
    private Optional<Period> period(TableRow row) {
        if (!hasPeriod(row)) {
            return Optional.ofNullable(binding.fixedPeriod());
        }
        String text = row.text(binding.period());
        if (text.length() > Finding.LONGEST_TEXT) {
            return Optional.empty();
        }
        return periods.size() > 10_000 ? TablePeriods.parse(text) : periods.computeIfAbsent(text, TablePeriods::parse);
    }

    private void reportName(TableRow row, SpaceIndex.Match space) {
        if (space.note() == null || !reported.names.add(row.text(binding.space()))) {
            return;
        }
        Place place = findings.at(row.line(), binding.space());
        String[] arguments = space.arguments().toArray(String[]::new);
        if (space.note().equals(SpaceNames.BY_NAME)) {
            findings.hint(place, space.note(), row.text(binding.space()), arguments);
        } else {
            findings.warning(place, space.note(), row.text(binding.space()), arguments);
        }
    }

    private void values(TableRow row, SpaceIndex.Match space, @Nullable Period period) {
        if (binding.wide().isEmpty()) {
            longRow(row, space, period);
        } else {
            wideRow(row, space, period);
        }
    }

    private static boolean isBlank(TableRow row) {
        for (int i = 0; i < row.size(); i++) {
            if (!row.text(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row of a long table holds neither an indicator nor numbers, as those left over in a template. */
    private boolean isUnfilled(TableRow row) {
        return binding.wide().isEmpty()
                && row.text(binding.indicator()).isEmpty()
                && numberColumns.stream().allMatch(column -> row.text(column).isEmpty());
    }

    private boolean counts(TableRow row) {
        return binding.where() < 0 || row.text(binding.where()).equals(binding.equals());
    }

    private void wideRow(TableRow row, SpaceIndex.Match space, @Nullable Period rowPeriod) {
        for (Binding.Cell cell : binding.wide()) {
            Period period = cell.period() == null ? rowPeriod : cell.period();
            Indicator indicator = Objects.requireNonNull(catalogue.get(cell.indicator()));
            value(row, space, indicator, period, cell, "");
        }
    }

    private void longRow(TableRow row, SpaceIndex.Match space, @Nullable Period period) {
        String code = row.text(binding.indicator());
        Indicator indicator = catalogue.get(code);
        if (indicator == null || code.equals(Indicator.AREA)) {
            reject(row, binding.indicator(), "indicator.unknown", code, List.of(code));
            return;
        }
        Binding.Cell cell = new Binding.Cell(code, null, binding.value(), binding.numerator(), binding.denominator());
        value(row, space, indicator, period, cell, binding.status() < 0 ? "" : row.text(binding.status()));
    }

    private void value(
            TableRow row,
            SpaceIndex.Match space,
            Indicator indicator,
            @Nullable Period period,
            Binding.Cell cell,
            String status) {
        if (period == null) {
            findings.error(findings.at(row.line(), cell.column()), "period.missing", null, indicator.code());
            rejected++;
            return;
        }
        if (indicator.definition().computed()) {
            if (reported.computed.add(indicator.code())) {
                findings.warning(findings.at(row.line(), cell.column()), "indicator.computed", null, indicator.code());
            }
            return;
        }
        if (!values.check(row, space, indicator, period, cell, status)) {
            rejected++;
        }
    }

    private void reject(TableRow row, int column, String code, String value, List<String> arguments) {
        findings.error(findings.at(row.line(), column), code, value, arguments.toArray(String[]::new));
        rejected += binding.wide().isEmpty() ? 1 : binding.wide().size();
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }
}
