package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.file.Oddity;
import de.quartierwerk.ingestion.intake.file.TableRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Fills labels down that are written once per group: an empty cell has the text of the last one above it. */
final class FilledRow {
    private final Set<Integer> columns;
    private final Map<Integer, String> above = new HashMap<>();

    /** @param columns columns that are filled down */
    FilledRow(Set<Integer> columns) {
        this.columns = columns;
    }

    /** A row with its empty labels filled. */
    TableRow fill(TableRow row) {
        Map<Integer, String> labels = new HashMap<>();
        for (int column : columns) {
            String own = row.text(column);
            if (own.isEmpty()) {
                labels.put(column, above.getOrDefault(column, ""));
            } else {
                above.put(column, own);
            }
        }
        return labels.isEmpty() ? row : new Filled(row, labels);
    }

    private record Filled(TableRow row, Map<Integer, String> labels) implements TableRow {
        @Override
        public long line() {
            return row.line();
        }

        @Override
        public int size() {
            return row.size();
        }

        @Override
        public String text(int column) {
            String label = labels.get(column);
            return label == null ? row.text(column) : label;
        }

        @Override
        public boolean plain(int column) {
            return row.plain(column);
        }

        @Override
        public boolean delimited() {
            return row.delimited();
        }

        @Override
        public boolean hidden() {
            return row.hidden();
        }

        @Override
        public Oddity oddity(int column) {
            return row.oddity(column);
        }
    }
}
