package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.ingestion.intake.file.HeaderGuess;
import de.quartierwerk.ingestion.intake.file.TableHead;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a file holds, shown to somebody whose mapping does not fit it: the columns as a mapping would name them, with
 * examples, sheet by sheet, and for each column that was asked for the most similar one that there is. Pure functions.
 */
final class ShownFile {
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_SHEETS = 10;
    private static final int EXAMPLES = 2;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EXAMPLE = 25;
    private static final String COLUMN_UNKNOWN = "mapping.column-unknown";

    private ShownFile() {}

    /** The tables of a file as one text. */
    static MessageText of(List<TableHead> tables) {
        List<MessageText> shown = new ArrayList<>(
                tables.stream().limit(MOST_SHEETS).map(ShownFile::table).toList());
        if (tables.size() > MOST_SHEETS) {
            shown.add(MessageText.of("shown.more-sheets", tables.size() - MOST_SHEETS));
        }
        MessageText all = shown.get(0);
        for (MessageText next : shown.subList(1, shown.size())) {
            all = MessageText.of("shown.both", all, next);
        }
        return all;
    }

    private static MessageText table(TableHead table) {
        HeaderGuess header = HeaderGuess.of(table.cells());
        String columns = columns(table, header);
        if (table.rows().isEmpty()) {
            return MessageText.of("shown.empty", name(table));
        }
        if (header.rows() == 0) {
            return MessageText.of("shown.numbered", name(table), columns);
        }
        long first = table.rows().get(header.first()).line();
        long last = table.rows().get(header.data() - 1).line();
        return MessageText.of("shown.table", name(table), first == last ? first : first + "-" + last, columns);
    }

    private static Object name(TableHead table) {
        return table.sheet() == null ? MessageText.of("shown.file") : MessageText.of("shown.sheet", table.sheet());
    }

    private static String columns(TableHead table, HeaderGuess header) {
        int width = table.width();
        String shown = IntStream.range(0, Math.min(width, MOST_COLUMNS))
                .mapToObj(column -> column(table, header, column))
                .collect(Collectors.joining("; "));
        return width > MOST_COLUMNS ? shown + "; … (" + width + ")" : shown;
    }

    private static String column(TableHead table, HeaderGuess header, int column) {
        List<String> examples = HeaderGuess.below(table.cells(), header.data(), column, EXAMPLES).stream()
                .map(example -> cut(example, LONGEST_EXAMPLE))
                .toList();
        String name = cut(name(header, column), LONGEST_NAME);
        return examples.isEmpty() ? name : name + " (" + String.join(", ", examples) + ")";
    }

    /** A column as a mapping would name it. */
    private static String name(HeaderGuess header, int column) {
        String name = column < header.names().size() ? header.names().get(column) : "";
        return name.isEmpty() ? Integer.toString(column + 1) : name;
    }

    private static String cut(String text, int most) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }

    /** The names of all columns of tables. */
    static Set<String> names(List<TableHead> tables) {
        Set<String> names = new LinkedHashSet<>();
        for (TableHead table : tables) {
            names.addAll(HeaderGuess.of(table.cells()).names());
        }
        names.remove("");
        return names;
    }

    /** Errors with the most similar name beside each that the file lacks; each of them once. */
    static List<InputError> withSimilar(List<InputError> errors, Set<String> names) {
        List<InputError> distinct = errors.stream().distinct().toList();
        List<InputError> missing = distinct.stream()
                .filter(error ->
                        !(error.code().equals(COLUMN_UNKNOWN) && names.contains(String.valueOf(error.value()))))
                .toList();
        return (missing.isEmpty() ? distinct : missing)
                .stream()
                        .map(error -> error.code().equals(COLUMN_UNKNOWN) && error.value() != null
                                ? new InputError(
                                        error.pointer(),
                                        error.line(),
                                        error.column(),
                                        error.code(),
                                        error.value(),
                                        List.of(
                                                error.value(),
                                                SimilarNames.closest(error.value(), names)
                                                        .<Object>map(name -> MessageText.of("shown.similar", name))
                                                        .orElse("")))
                                : error)
                        .toList();
    }
}
