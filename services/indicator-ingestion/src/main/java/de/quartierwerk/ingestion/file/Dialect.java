package de.quartierwerk.ingestion.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds delimiter, header row and decimal sign of a CSV file from its first rows. Pure functions. */
public final class Dialect {
    /** Delimiters in the order in which they win a tie. */
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    private static final int ROWS_LOOKED_AT = 200;
    private static final int TITLE_ROWS = 30;

    private Dialect() {}

    /** The delimiter that splits most rows into the same number of cells, more than one. */
    public static char delimiter(String head, boolean whole) {
        char best = ';';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(records(head, whole, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(List<CsvRecord> records) {
        Map<Integer, Integer> rowsByWidth = new HashMap<>();
        records.forEach(r -> rowsByWidth.merge(r.getFieldCount(), 1, Integer::sum));
        return rowsByWidth.entrySet().stream()
                .filter(e -> e.getKey() > 1)
                .mapToDouble(e -> (double) e.getValue() / records.size() + Math.min(e.getKey(), 50) * 1e-4)
                .max()
                .orElse(0);
    }

    /** The first rows; the last one is left out where the head may have cut it. */
    public static List<CsvRecord> records(String head, boolean whole, char delimiter) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvTable.parser(delimiter).ofCsvRecord(head)) {
            for (CsvRecord record : reader) {
                records.add(record);
                if (records.size() > ROWS_LOOKED_AT) {
                    break;
                }
            }
        } catch (CsvParseException | java.io.IOException unreadableEnd) {
            return records;
        }
        if (!whole && records.size() > 1 && records.size() <= ROWS_LOOKED_AT) {
            records.remove(records.size() - 1);
        }
        return records;
    }

    /**
     * The row that holds the column names: the first that has all names the mapping speaks of, or else the first as
     * wide as most rows whose cells are no numbers. 0 where the file has no header.
     *
     * @return its number among the records, counted from 1
     */
    public static int headerRow(List<CsvRecord> records, Set<String> named) {
        for (int i = 0; i < Math.min(TITLE_ROWS, records.size()); i++) {
            List<String> cells = names(records.get(i).getFields());
            if (!named.isEmpty() && cells.containsAll(named)) {
                return i + 1;
            }
        }
        int width = records.stream().mapToInt(CsvRecord::getFieldCount).max().orElse(0);
        for (int i = 0; i < Math.min(TITLE_ROWS, records.size()); i++) {
            List<String> cells = records.get(i).getFields();
            if (cells.size() == width) {
                return looksLikeNames(cells) ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static boolean looksLikeNames(List<String> cells) {
        return cells.stream()
                .noneMatch(cell -> NumberText.parse(cell, NumberStyle.PLAIN).isPresent()
                        || NumberText.parse(cell, NumberStyle.GERMAN).isPresent());
    }

    /** Column names as they are compared: without blanks around them. */
    public static List<String> names(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    /**
     * How many number cells tell the decimal sign without doubt.
     *
     * @param comma cells whose comma can only be a decimal sign
     * @param point cells whose point can only be a decimal sign
     */
    public record Evidence(int comma, int point) {
        /** Whether one of the signs is clearly the one. */
        public boolean certain() {
            return comma != point;
        }

        /** The sign that is certain in more cells; where neither is, the comma, unless commas delimit the cells. */
        public char decimal(char delimiter) {
            if (comma == point) {
                return delimiter == ',' ? '.' : ',';
            }
            return comma > point ? ',' : '.';
        }
    }

    /** Looks at number cells for their decimal sign. */
    public static Evidence evidence(Iterable<String> cells) {
        int comma = 0;
        int point = 0;
        for (String cell : cells) {
            char sure = certainDecimal(cell.strip());
            comma += sure == ',' ? 1 : 0;
            point += sure == '.' ? 1 : 0;
        }
        return new Evidence(comma, point);
    }

    private static char certainDecimal(String text) {
        boolean german = NumberText.parse(text, NumberStyle.GERMAN).isPresent();
        boolean plain = NumberText.parse(text, NumberStyle.PLAIN).isPresent();
        if (german == plain) {
            return 0;
        }
        boolean hasSign = text.indexOf(',') >= 0 || text.indexOf('.') >= 0;
        return !hasSign ? 0 : german ? ',' : '.';
    }
}
