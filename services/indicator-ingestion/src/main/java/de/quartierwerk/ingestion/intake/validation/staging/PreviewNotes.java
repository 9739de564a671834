package de.quartierwerk.ingestion.intake.validation.staging;

import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.submission.Preview;
import de.quartierwerk.ingestion.intake.submission.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Takes notes for the preview while a file is read. Memory is bounded: some values, rows and signs are enough. */
public final class PreviewNotes {
    private static final int VALUES = 300;
    private static final int SPACES_OF_AN_INDICATOR = 5;
    private static final int PERIODS_OF_A_SPACE = 4;
    private static final int ROWS_OF_A_CODE = 10;
    private static final int ROWS = 50;
    private static final int SIGNS = 200;
    private static final int CELLS = 20_000;
    private static final int LONGEST_SIGN = 8;
    private static final Set<String> NOTES = Set.of("row.total", "row.note");

    private final List<Preview.Value> values = new ArrayList<>();
    private final Map<String, Map<String, Set<String>>> shown = new HashMap<>();
    private final List<Preview.Row> rows = new ArrayList<>();
    private final Map<String, Integer> rowsOfCode = new HashMap<>();
    private final Map<Sign, Cells> signs = new LinkedHashMap<>();
    private final Map<String, StagedValue.Figures> cells = new HashMap<>();
    private long contradictions;
    private @Nullable String contradicted;
    private @Nullable TableRow row;
    private IntFunction<Place> places = column -> Place.FILE;

    private record Sign(@Nullable String column, String sign, Preview.Meaning readAs) {}

    private static final class Cells {
        private final String example;
        private long count;

        Cells(String example) {
            this.example = example;
        }
    }

    /**
     * Says which row is read from now on.
     *
     * @param at the places of its cells
     */
    public void enter(TableRow next, IntFunction<Place> at) {
        row = next;
        places = at;
    }

    /** Takes note of a good value of the present row. */
    void take(StagedValue value) {
        if (row == null) {
            return;
        }
        compare(value);
        String text = row.text(value.place().column());
        if (text.length() <= LONGEST_SIGN || signs.size() < SIGNS) {
            sign(value, text);
        }
        if (values.size() < VALUES && isNew(value.cell())) {
            Place place = places.apply(value.place().column());
            values.add(new Preview.Value(
                    value.cell().indicator().code(),
                    value.cell().space(),
                    value.cell().period(),
                    value.figures().value(),
                    value.figures().numerator(),
                    value.figures().denominator(),
                    value.status(),
                    Finding.cut(text),
                    row.line(),
                    place.column(),
                    place.cell()));
        }
    }

    /**
     * Counts values that differ from another of the same indicator, space and period, as where a condition is missing.
     */
    private void compare(StagedValue value) {
        StagedValue.Cell cell = value.cell();
        String key = cell.indicator().code() + ' ' + cell.space() + ' ' + cell.period();
        StagedValue.Figures before = cells.get(key);
        if (before == null && cells.size() < CELLS) {
            cells.put(key, value.figures());
        } else if (before != null && !before.equals(value.figures())) {
            contradictions++;
            contradicted = contradicted == null ? cell.space() + ", " + cell.period() : contradicted;
        }
    }

    /** How many values contradict another one. */
    public long contradictions() {
        return contradictions;
    }

    /** Space and period of the first that does; null for none. */
    public @Nullable String contradicted() {
        return contradicted;
    }

    private boolean isNew(StagedValue.Cell cell) {
        Map<String, Set<String>> spaces = shown.computeIfAbsent(cell.indicator().code(), code -> new HashMap<>());
        if (!spaces.containsKey(cell.space()) && spaces.size() == SPACES_OF_AN_INDICATOR) {
            return false;
        }
        Set<String> periods = spaces.computeIfAbsent(cell.space(), space -> new TreeSet<>());
        return periods.size() < PERIODS_OF_A_SPACE && periods.add(cell.period());
    }

    private void sign(StagedValue value, String text) {
        BigDecimal number = value.figures().value();
        if (text.chars().anyMatch(Character::isDigit)) {
            separator(value, text, number);
        } else if (number != null && number.signum() == 0) {
            count(value, text, Preview.Meaning.ZERO, text);
        } else if (number == null) {
            switch (value.status()) {
                case ValueStatus.SUPPRESSED -> count(value, text, Preview.Meaning.SUPPRESSED, text);
                case ValueStatus.UNRELIABLE -> count(value, text, Preview.Meaning.UNRELIABLE, text);
                default -> count(value, text, Preview.Meaning.MISSING, text);
            }
        }
    }

    /** What the last point or comma of a number was taken for: as many digits follow it as the number has decimals. */
    private void separator(StagedValue value, String text, @Nullable BigDecimal number) {
        int at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        boolean plain = row != null && row.plain(value.place().column());
        if (number == null || at < 0 || plain) {
            return;
        }
        long digits = text.substring(at + 1).chars().filter(Character::isDigit).count();
        boolean decimal = number.scale() > 0 && number.scale() >= digits;
        count(value, text.substring(at, at + 1), decimal ? Preview.Meaning.DECIMAL : Preview.Meaning.GROUPING, text);
    }

    private void count(StagedValue value, String sign, Preview.Meaning readAs, String text) {
        Sign key = new Sign(places.apply(value.place().column()).column(), Finding.cut(sign), readAs);
        Cells cells = signs.get(key);
        if (cells == null && signs.size() < SIGNS) {
            cells = new Cells(Finding.cut(text));
            signs.put(key, cells);
        }
        if (cells != null) {
            cells.count++;
        }
    }

    /** Takes note of a row that stands for no space. */
    void take(Finding finding) {
        boolean unmatched = NOTES.contains(finding.code()) || (finding.code().startsWith("space.") && isError(finding));
        if (unmatched
                && finding.place().line() != null
                && rows.size() < ROWS
                && rowsOfCode.merge(finding.code(), 1, Integer::sum) <= ROWS_OF_A_CODE) {
            rows.add(new Preview.Row(
                    finding.place().line(),
                    finding.place().cell(),
                    finding.value(),
                    finding.code(),
                    finding.severity()));
        }
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    /** What was noted. */
    public Preview preview() {
        return new Preview(
                values,
                rows,
                signs.entrySet().stream()
                        .map(entry -> new Preview.Sign(
                                entry.getKey().column,
                                entry.getKey().sign,
                                entry.getKey().readAs,
                                Objects.requireNonNull(entry.getValue()).example,
                                entry.getValue().count))
                        .toList());
    }
}
