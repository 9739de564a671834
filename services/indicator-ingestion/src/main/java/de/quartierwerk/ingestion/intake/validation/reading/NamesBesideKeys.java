package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the names that stand beside keys with the registry: where a column was sorted without the others, keys and
 * names of a row are of different spaces, and so may be the values. The columns of names are found by what they hold.
 */
final class NamesBesideKeys {
    /** Names stand in the first columns. */
    private static final int MOST_COLUMNS = 30;
    /** After so many rows a column without any name is none of names. */
    private static final int ROWS_TRIED = 50;
    /** So many are told one by one. */
    private static final int FEW = 5;

    private final SpaceIndex spaces;
    private final FileFindings findings;
    private final Map<Integer, Seen> columns = new TreeMap<>();
    private long rows;

    NamesBesideKeys(Binding binding, SpaceIndex spaces, FileFindings findings) {
        this.spaces = spaces;
        this.findings = findings;
        if (binding.space() >= 0 && spaces.comparesNames()) {
            binding.otherColumns().stream()
                    .filter(column -> column < MOST_COLUMNS)
                    .forEach(column -> columns.put(column, new Seen()));
        }
    }

    private record Differing(Place place, String text, String key, String name) {}

    private static final class Seen {
        private final List<Differing> first = new ArrayList<>();
        private long same;
        private long other;
        private long neither;

        boolean anyName() {
            return same + other > 0;
        }

        /** Whether the column has names of the keys' spaces, or hardly anything but names of spaces. */
        boolean holdsNames() {
            return same >= other ? same > 0 && other > 0 : other >= ROWS_TRIED / 10 && other >= 9 * neither;
        }
    }

    /** Compares the names of a row. */
    void check(TableRow row, SpaceIndex.Match space) {
        if (columns.isEmpty() || !space.isByKey()) {
            return;
        }
        if (++rows == ROWS_TRIED) {
            columns.values().removeIf(seen -> !seen.anyName());
        }
        columns.forEach((column, seen) -> {
            String text = row.text(column);
            if (!text.isEmpty()) {
                compare(row, space, column, text, seen);
            }
        });
    }

    private void compare(TableRow row, SpaceIndex.Match space, int column, String text, Seen seen) {
        switch (spaces.naming(text, space)) {
            case SAME -> seen.same++;
            case NONE -> seen.neither++;
            case OTHER -> {
                seen.other++;
                if (seen.first.size() <= FEW) {
                    seen.first.add(new Differing(
                            findings.at(row.line(), column),
                            text,
                            space.key(),
                            space.versions().get(0).name()));
                }
            }
        }
    }

    /** Tells of the names of other spaces; where another column has the right ones, a third one may have any. */
    void report() {
        boolean right = columns.values().stream().anyMatch(seen -> seen.same > 0 && seen.other == 0);
        columns.values().stream()
                .filter(seen -> seen.holdsNames() && !(right && seen.other > seen.same))
                .forEach(this::report);
    }

    private void report(Seen seen) {
        if (seen.other > FEW) {
            Differing first = seen.first.get(0);
            findings.warning(
                    first.place,
                    "space.name-of-other-column",
                    first.text,
                    first.text,
                    first.key,
                    first.name,
                    Long.toString(seen.other));
        } else {
            seen.first.forEach(differing -> findings.warning(
                    differing.place,
                    "space.name-of-other",
                    differing.text,
                    differing.text,
                    differing.key,
                    differing.name));
        }
    }
}
