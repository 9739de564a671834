package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.file.UnreadableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.submission.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the columns in which rows differ that speak of the same cell: a condition on one of them is missing. */
@ApplicationScoped
public class DifferingColumns {
    /** Columns that are named. */
    private static final int MOST_NAMED = 10;

    private final DeliveredTables tables;

    DifferingColumns(DeliveredTables tables) {
        this.tables = tables;
    }

    /**
     * Two rows of a table.
     *
     * @param table number of the table, from 0
     */
    public record Pair(int table, long first, long second) {}

    /**
     * Reads the file once more, as far as the rows stand, and names the columns in which they differ beside numbers.
     */
    public List<String> of(Submission submission, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(pairs);
        try {
            tables.read(submission, reading::read);
        } catch (UnreadableRow toldBefore) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading.differing.stream().limit(MOST_NAMED).toList();
    }

    private static final class Reading {
        private final List<Pair> pairs;
        private final Set<String> differing = new TreeSet<>();
        private int table;

        Reading(List<Pair> pairs) {
            this.pairs = pairs;
        }

        void read(BoundTable bound) throws IOException {
            int number = table++;
            List<Pair> here =
                    pairs.stream().filter(pair -> pair.table == number).toList();
            if (here.isEmpty()) {
                return;
            }
            Set<Long> lines = new TreeSet<>();
            here.forEach(pair -> lines.addAll(List.of(pair.first, pair.second)));
            Map<Long, List<String>> texts = texts(bound, lines);
            here.forEach(pair -> compare(bound.binding(), texts.get(pair.first), texts.get(pair.second)));
        }

        private static Map<Long, List<String>> texts(BoundTable bound, Set<Long> lines) throws IOException {
            Map<Long, List<String>> texts = new HashMap<>();
            while (texts.size() < lines.size()) {
                Optional<TableRow> next = bound.rows().next();
                if (next.isEmpty()) {
                    break;
                }
                TableRow row = next.get();
                if (lines.contains(row.line())) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < row.size(); column++) {
                        cells.add(row.text(column));
                    }
                    texts.put(row.line(), cells);
                }
            }
            return texts;
        }

        private void compare(Binding binding, @Nullable List<String> one, @Nullable List<String> other) {
            if (one == null || other == null) {
                return;
            }
            Set<Integer> read = binding.readColumns();
            for (int column = 0; column < Math.min(one.size(), other.size()); column++) {
                boolean condition =
                        !read.contains(column) && column < binding.names().size();
                if (condition && !one.get(column).equals(other.get(column))) {
                    differing.add(String.valueOf(binding.name(column)));
                }
            }
        }
    }
}
