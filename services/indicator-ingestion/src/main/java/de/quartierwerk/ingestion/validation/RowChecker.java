package de.quartierwerk.ingestion.validation;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.file.TableRow;
import de.quartierwerk.ingestion.mapping.Binding;
import de.quartierwerk.ingestion.period.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks row by row: which space and period a row speaks of, then each of its values. */
final class RowChecker {
    private final Binding binding;
    private final SpaceIndex spaces;
    private final Map<String, Indicator> catalogue;
    private final ValueChecker values;
    private final Findings findings;
    private final Map<String, Optional<Period>> periods = new HashMap<>();
    private final Set<String> toldOfComputed = new HashSet<>();
    private long rows;
    private long rejected;

    RowChecker(
            Binding binding,
            SpaceIndex spaces,
            Map<String, Indicator> catalogue,
            ValueChecker values,
            Findings findings) {
        this.binding = binding;
        this.spaces = spaces;
        this.catalogue = catalogue;
        this.values = values;
        this.findings = findings;
    }

    /** Checks a row. */
    void check(TableRow row) {
        if (isBlank(row) || !counts(row)) {
            return;
        }
        rows++;
        String text = row.text(binding.space());
        SpaceIndex.Match space = spaces.find(text);
        if (space.fault() != null) {
            reject(row, binding.space(), space.fault(), text, space.arguments());
            return;
        }
        Period period = binding.fixedPeriod();
        if (binding.period() >= 0 && !row.text(binding.period()).isEmpty()) {
            period = period(row.text(binding.period())).orElse(null);
            if (period == null) {
                String written = row.text(binding.period());
                reject(row, binding.period(), "period.malformed", written, List.of(written));
                return;
            }
        }
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

    private boolean counts(TableRow row) {
        return binding.where() < 0 || row.text(binding.where()).equals(binding.equals());
    }

    private Optional<Period> period(String text) {
        return periods.size() > 10_000 ? Period.parse(text) : periods.computeIfAbsent(text, Period::parse);
    }

    private void wideRow(TableRow row, SpaceIndex.Match space, Period rowPeriod) {
        for (Binding.Cell cell : binding.wide()) {
            Period period = cell.period() == null ? rowPeriod : cell.period();
            Indicator indicator = catalogue.get(cell.indicator());
            value(row, space, indicator, period, cell, "");
        }
    }

    private void longRow(TableRow row, SpaceIndex.Match space, Period period) {
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
            Period period,
            Binding.Cell cell,
            String status) {
        if (period == null) {
            findings.error(row.line(), binding.name(cell.column()), "period.missing", null, List.of(indicator.code()));
            rejected++;
            return;
        }
        if (indicator.definition().computed() && toldOfComputed.add(indicator.code())) {
            findings.warning(
                    row.line(), binding.name(cell.column()), "indicator.computed", null, List.of(indicator.code()));
        }
        if (!values.check(row, space, indicator, period, cell, status)) {
            rejected++;
        }
    }

    private void reject(TableRow row, int column, String code, String value, List<String> arguments) {
        findings.error(row.line(), binding.name(column), code, value, arguments);
        rejected += binding.wide().isEmpty() ? 1 : binding.wide().size();
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }
}
