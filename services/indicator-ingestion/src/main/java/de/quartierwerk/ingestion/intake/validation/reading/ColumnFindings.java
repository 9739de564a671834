package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Warnings about the values of a column: each of them, or one with an example and their number where they concern much
 * of the column, so that what is wrong with it as a whole is told once.
 */
final class ColumnFindings {
    /** So many are told one by one in any case. */
    private static final int FEW = 5;
    /** More than so many are told at once in any case. */
    private static final int MOST = 1000;
    /** One in so many values of a column is much of it. */
    private static final int PART = 4;

    private final FileFindings findings;
    private long[] values = new long[16];
    private final Map<Kind, Found> found = new TreeMap<>();

    ColumnFindings(FileFindings findings) {
        this.findings = findings;
    }

    private record Kind(int column, String code) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return column == other.column ? code.compareTo(other.code) : Integer.compare(column, other.column);
        }
    }

    private record Single(Place place, String text) {}

    private static final class Found {
        private final List<Single> first = new ArrayList<>();
        private long count;
    }

    /** Counts a value of a column. */
    void count(int column) {
        if (column >= values.length) {
            values = Arrays.copyOf(values, 2 * column);
        }
        values[column]++;
    }

    /** Takes a warning about a value. */
    void add(long line, int column, String code, String text) {
        Found kind = found.computeIfAbsent(new Kind(column, code), any -> new Found());
        kind.count++;
        if (kind.first.size() < MOST) {
            kind.first.add(new Single(findings.at(line, column), text));
        }
    }

    /** Tells of what was found in the present table. */
    void report() {
        found.forEach((kind, all) -> {
            boolean much =
                    all.count > FEW && all.count * PART >= (kind.column < values.length ? values[kind.column] : 0);
            if (much || all.count > MOST) {
                Single example = all.first.get(0);
                findings.warning(example.place, kind.code + "-column", example.text, Long.toString(all.count));
            } else {
                all.first.forEach(one -> findings.warning(one.place, kind.code, one.text));
            }
        });
        found.clear();
        Arrays.fill(values, 0);
    }
}
