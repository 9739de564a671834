package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.file.Oddity;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows that hold no data of a space: totals, units, notes, numbers of columns. They are reported as hints; totals are
 * kept to be compared with the sum of the rows.
 */
final class NonDataRows {
    private static final Pattern TOTAL = Pattern.compile(
            "(gesamt(summe|stadt|ergebnis|wert)?|insgesamt|zwischensumme|summe|zusammen|total|alle|[∑Σ])\\b.*"
                    + "|[∑Σ].*|.*\\b(gesamt|insgesamt|zusammen|total)\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern KEY = Pattern.compile("\\d[\\d ._/-]*");
    /** A code as offices give it: {@code DEA21}, {@code E06000001}. */
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}\\d{2,}[A-Z0-9]*");
    /** A number or a code with digits before a name. */
    private static final Pattern KEY_BEFORE_NAME =
            Pattern.compile("((?:\\d{2,}|[A-Z]{1,3}\\d[A-Z0-9]*))[ \\u00a0]+\\S.*");

    private static final int LONGEST_TOTAL = 200;

    private final Binding binding;
    private final int table;
    private final CellReader reader;
    private final List<String> statedTotals;
    private final Map<String, Indicator> catalogue;
    private final FileFindings findings;
    private final StatedTotals totals;
    private final SpaceIndex spaces;

    NonDataRows(
            Binding binding,
            int table,
            CellReader reader,
            List<String> statedTotals,
            Map<String, Indicator> catalogue,
            FileFindings findings,
            StatedTotals totals,
            SpaceIndex spaces) {
        this.binding = binding;
        this.table = table;
        this.reader = reader;
        this.statedTotals = statedTotals.stream()
                .map(t -> t.strip().toLowerCase(Locale.GERMAN))
                .toList();
        this.catalogue = catalogue;
        this.findings = findings;
        this.totals = totals;
        this.spaces = spaces;
    }

    /**
     * Looks at a row whose space nobody knows; answers whether it holds no data.
     *
     * @param zerosLost whether a space was meant whose key has zeros before it
     */
    boolean take(TableRow row, @Nullable Period period, boolean zerosLost) {
        String label = label(row);
        boolean units = holdsUnits(row);
        boolean holdsValue =
                !units && binding.numberColumns().stream().anyMatch(column -> reader.holdsValue(row, column));
        String total = holdsValue ? totalLabel(row, label) : null;
        if (total != null) {
            findings.hint(findings.at(row.line(), Math.max(binding.space(), 0)), "row.total", total, total);
            total(row, period);
            return true;
        }
        if ((holdsValue || zerosLost || withoutResult(row) || isKeyWithTexts(row)) && !isNumbering(row)) {
            return false;
        }
        findings.hint(findings.at(row.line(), Math.max(binding.space(), 0)), "row.note", label, label);
        totals.heading(table, row.line());
        return true;
    }

    /** Whether number cells say that the numbers below are in thousands; of a row that names a space nothing does. */
    private boolean holdsUnits(TableRow row) {
        if (binding.space() >= 0 && !row.text(binding.space()).isEmpty()) {
            return binding.numberColumns().stream().anyMatch(column -> Thousands.says(row.text(column)));
        }
        return binding.numberColumns().stream()
                .map(row::text)
                .filter(text -> !text.isEmpty())
                .anyMatch(text -> Thousands.says(text) || Thousands.isBare(text));
    }

    private boolean withoutResult(TableRow row) {
        return binding.readColumns().stream().anyMatch(column -> row.oddity(column) == Oddity.WITHOUT_RESULT);
    }

    /** Whether the space's cell holds what looks like a key, be it with a name, and number cells hold texts. */
    private boolean isKeyWithTexts(TableRow row) {
        String text = binding.spaceText(row);
        if (text.isEmpty() || binding.space() < 0 || TablePeriods.parse(text).isPresent()) {
            return false;
        }
        if (KEY.matcher(text).matches() || CODE.matcher(text).matches() || spaces.looksLikeKey(text)) {
            return binding.numberColumns().stream()
                    .anyMatch(column -> !row.text(column).isEmpty());
        }
        Matcher key = KEY_BEFORE_NAME.matcher(text);
        return key.matches()
                && TablePeriods.parse(key.group(1)).isEmpty()
                && binding.numberColumns().stream()
                        .anyMatch(column -> row.text(column).chars().anyMatch(Character::isDigit));
    }

    /** The text of the space's cell or, where that is empty, of the first cell that holds one. */
    private String label(TableRow row) {
        String text = binding.space() < 0 ? "" : row.text(binding.space());
        for (int i = 0; text.isEmpty() && i < row.size(); i++) {
            text = binding.numberColumns().contains(i) ? "" : row.text(i);
        }
        for (int i = 0; text.isEmpty() && i < row.size(); i++) {
            text = row.text(i);
        }
        return text;
    }

    /** The text that marks a total: the label or, where no space is named, that of any cell; null for none. */
    private @Nullable String totalLabel(TableRow row, String label) {
        if (isTotal(label)) {
            return label;
        }
        if (binding.space() >= 0 && !row.text(binding.space()).isEmpty()) {
            return null;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!binding.numberColumns().contains(i) && isTotal(row.text(i))) {
                return row.text(i);
            }
        }
        return null;
    }

    private boolean isTotal(String label) {
        return isUsualTotal(label)
                || (!label.isEmpty() && statedTotals.contains(label.strip().toLowerCase(Locale.GERMAN)));
    }

    /** Whether a text marks a total in usual words. */
    static boolean isUsualTotal(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_TOTAL
                && TOTAL.matcher(label).matches();
    }

    /** Whether the row numbers the columns: 1, 2, 3 and so on. */
    private static boolean isNumbering(TableRow row) {
        int expected = 1;
        for (int i = 0; i < row.size(); i++) {
            String text = row.text(i).replaceAll("[().]", "");
            if (!text.isEmpty()) {
                if (!text.equals(Integer.toString(expected))) {
                    return false;
                }
                expected++;
            }
        }
        return expected > 2;
    }

    private void total(TableRow row, @Nullable Period rowPeriod) {
        for (Binding.Cell cell : binding.cells()) {
            if (cell.space() == null && cell.factor() <= 1) {
                total(row, cell, cell.period() == null ? rowPeriod : cell.period());
            }
        }
    }

    private void total(TableRow row, Binding.Cell cell, @Nullable Period period) {
        String stated = cell.indicator();
        if (stated == null) {
            String text = row.text(binding.indicator());
            stated = binding.indicatorTexts().getOrDefault(HeaderBlock.name(text), text);
        }
        Indicator indicator = catalogue.get(stated);
        if (indicator == null || period == null || indicator.definition().computed()) {
            return;
        }
        if (indicator.definition().kind() == Kind.COUNT) {
            total(row, indicator, period, cell.value(), StatedTotals.Measure.VALUE);
        }
        total(row, indicator, period, cell.numerator(), StatedTotals.Measure.NUMERATOR);
        total(row, indicator, period, cell.denominator(), StatedTotals.Measure.DENOMINATOR);
    }

    private void total(TableRow row, Indicator indicator, Period period, int column, StatedTotals.Measure measure) {
        BigDecimal number = reader.read(row, column, null).number();
        if (number != null) {
            totals.add(new StatedTotals.Total(
                    new StatedTotals.Column(table, indicator.code(), period.text(), measure),
                    row.line(),
                    number,
                    row.text(column),
                    findings.at(row.line(), column)));
        }
    }
}
