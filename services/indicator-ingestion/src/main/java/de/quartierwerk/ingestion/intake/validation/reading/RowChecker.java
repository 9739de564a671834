package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.Oddity;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks row by row: which space and period a row speaks of, then each of its values. */
final class RowChecker {
    private static final int MOST_REMEMBERED = 10_000;

    private final Binding binding;
    private final SpaceIndex spaces;
    private final RowValues values;
    private final NumberCells cells;
    private final FileFindings findings;
    private final NonDataRows nonDataRows;
    private final Map<String, Optional<Period>> periods = new HashMap<>();
    private final Reported reported;
    private final ZerosLost zerosLost;
    private final int lastColumn;
    private final int width;
    private final Set<Integer> numberColumns;
    private final @Nullable FilledRow filled;
    private final PeriodHeadings headings;
    private final @Nullable SpaceHeadings spaceHeadings;
    private final NamesBesideKeys names;
    private @Nullable Period lastPeriod;
    private boolean hiddenReported;
    private long rows;
    private long rejected;

    RowChecker(
            Binding binding,
            SpaceIndex spaces,
            RowValues values,
            NumberCells cells,
            FileFindings findings,
            NonDataRows nonDataRows,
            Reported reported) {
        this.binding = binding;
        this.spaces = spaces;
        this.values = values;
        this.cells = cells;
        this.findings = findings;
        this.nonDataRows = nonDataRows;
        this.reported = reported;
        this.zerosLost = new ZerosLost(findings);
        this.lastColumn = binding.lastColumn();
        this.width = binding.width();
        this.numberColumns = binding.numberColumns();
        this.filled = binding.filled().isEmpty() ? null : new FilledRow(binding.filled());
        this.headings = new PeriodHeadings(binding.periods().fixed());
        this.spaceHeadings = binding.spaces().inRows() ? new SpaceHeadings(binding, spaces) : null;
        this.names = new NamesBesideKeys(binding, spaces, findings);
    }

    /** Checks a row. */
    void check(TableRow delivered) {
        if (isBlank(delivered)
                || (binding.periods().inRows() && headings.take(delivered))
                || (spaceHeadings != null && spaceHeadings.take(delivered))) {
            return;
        }
        if (RepeatedHeads.areIn(delivered, binding)) {
            findings.hint(findings.at(delivered.line(), -1), "row.repeated-head", null);
            return;
        }
        TableRow row = filled == null ? delivered : filled.fill(delivered);
        if (!binding.counts(row)) {
            return;
        }
        if (row.hidden() && !hiddenReported) {
            hiddenReported = true;
            findings.hint(findings.at(row.line(), -1), "row.hidden", null);
        }
        checkCounting(row);
    }

    private void checkCounting(TableRow row) {
        String text = spaceHeadings == null ? binding.spaceText(row) : spaceHeadings.text();
        if (spaceHeadings != null && NonDataRows.isUsualTotal(text)) {
            reported.total(findings, findings.at(spaceHeadings.line(), -1), text);
            return;
        }
        SpaceIndex.Match space = binding.spacesInHeader() ? null : spaces.find(text);
        Optional<Period> period = period(row);
        boolean nothing = (space == null || binding.space() < 0) ? period.isEmpty() : space.unknown();
        if (nothing && nonDataRows.take(row, period.orElse(lastPeriod), space != null && space.zerosLost())) {
            cells.noteUnits(row);
            return;
        }
        boolean cut = row.delimited() && row.size() <= lastColumn;
        if (isUnfilled(row) && !cut) {
            return;
        }
        lastPeriod = period.orElse(lastPeriod);
        rows++;
        if (withoutResult(row)) {
            return;
        }
        if (space != null && space.fault() != null) {
            rejectSpace(row, text, space, space.fault());
        } else if (cut) {
            rejectWidth(row, "row.too-short");
        } else if (row.delimited() && holdsMore(row)) {
            rejectWidth(row, "row.too-wide");
        } else if (period.isEmpty() && hasPeriod(row)) {
            String written = binding.periodText(row);
            boolean sixDigits = TablePeriods.isSixDigits(written);
            String code = sixDigits ? "period.six-digits" : "period.malformed";
            reject(row, binding.period(), code, written, List.of(written));
        } else {
            if (space != null && space.note() != null) {
                reported.name(findings, findings.at(row.line(), binding.space()), text, space);
            }
            if (space != null) {
                names.check(row, space);
            }
            rejected += values.check(row, space, period.orElse(null));
        }
    }

    private void rejectSpace(TableRow row, String text, SpaceIndex.Match space, String fault) {
        if (space.unknown()) {
            spaces.noteUnknown(text.replace('\0', '\ufffd'));
        }
        if (space.zerosLost()) {
            List<String> arguments = space.arguments();
            zerosLost.add(findings.at(row.line(), binding.space()), text, arguments.get(1));
            rejected += binding.cells().size();
        } else {
            reject(row, binding.space(), fault, text, space.arguments());
        }
    }

    /** Whether the space or the period comes from a formula of which the file has no result. */
    private boolean withoutResult(TableRow row) {
        for (int column : new int[] {binding.space(), binding.period()}) {
            if (column >= 0 && row.oddity(column) == Oddity.WITHOUT_RESULT) {
                reject(row, column, "number.without-result", row.text(column), List.of());
                return true;
            }
        }
        return false;
    }

    /** Whether there is anything right of the columns that the header names. */
    private boolean holdsMore(TableRow row) {
        for (int i = width; i < row.size(); i++) {
            if (!row.text(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void rejectWidth(TableRow row, String code) {
        String found = Integer.toString(row.size());
        String expected = Integer.toString(width);
        reject(row, Math.max(binding.space(), 0), code, found, List.of(found, expected));
    }

    private boolean hasPeriod(TableRow row) {
        return binding.period() >= 0 && !binding.periodText(row).isEmpty();
    }

    /** The row's period; empty where it has none or a malformed one. */
    private Optional<Period> period(TableRow row) {
        if (binding.period() < 0) {
            return headings.period();
        }
        String text = binding.periodText(row);
        if (text.isEmpty()) {
            return headings.period();
        }
        if (text.length() > Finding.LONGEST_TEXT) {
            return Optional.empty();
        }
        Optional<Period> known = periods.get(text);
        if (known == null) {
            known = binding.periodOf(row);
            if (periods.size() < MOST_REMEMBERED) {
                periods.put(text, known);
            }
        }
        return known;
    }

    private static boolean isBlank(TableRow row) {
        for (int i = 0; i < row.size(); i++) {
            if (!row.text(i).isEmpty() || row.oddity(i) != Oddity.NONE) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row holds neither the indicator that it has to name nor numbers, as those left over in a template. */
    private boolean isUnfilled(TableRow row) {
        if (binding.indicator() < 0 || !row.text(binding.indicator()).isEmpty()) {
            return false;
        }
        for (int column : numberColumns) {
            if (!row.text(column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void reject(TableRow row, int column, String code, String value, List<String> arguments) {
        findings.error(findings.at(row.line(), column), code, value, arguments.toArray(String[]::new));
        rejected += binding.cells().size();
    }

    /** Tells what concerns the table as a whole, after its last row. */
    void finish() {
        zerosLost.report(rows);
        names.report();
        cells.report();
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }
}
