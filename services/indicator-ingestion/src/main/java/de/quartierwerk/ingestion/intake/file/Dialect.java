package de.quartierwerk.ingestion.intake.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds delimiter and decimal sign of a CSV file from its first rows. Pure functions. */
public final class Dialect {
    /**
     * Delimiters in the order in which they win a tie; the comma comes last since it stands in numbers and texts too.
     */
    private static final List<Character> DELIMITERS = List.of(';', '\t', '|', ',');

    private static final int ROWS_LOOKED_AT = 200;

    private Dialect() {}

    /**
     * The delimiter that splits most rows into the same number of cells, more than one. Tabulators do not stand in
     * texts, commas do: Eurostat's first cell has several of them.
     */
    public static char delimiter(String head, boolean whole) {
        char best = ';';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(records(head, whole, delimiter));
            boolean inCells = delimiter == ',' && best == '\t' && bestScore >= 1;
            if (score > bestScore && !inCells) {
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
        try (Reader text = BlanksBeforeQuotes.without(new StringReader(head), delimiter);
                CsvReader<CsvRecord> reader = CsvTable.parser(delimiter).ofCsvRecord(text)) {
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

    /** The cells of the first rows. */
    public static List<List<String>> cells(List<CsvRecord> records) {
        return records.stream().map(CsvRecord::getFields).toList();
    }

    /** Whether a line has more cells than any table. */
    public static boolean tooWide(String head, char delimiter) {
        int cells = 0;
        for (int i = 0; i < head.length() && cells <= CsvTable.MOST_COLUMNS; i++) {
            char c = head.charAt(i);
            cells = c == '\n' || c == '\r' ? 0 : c == delimiter ? cells + 1 : cells;
        }
        return cells > CsvTable.MOST_COLUMNS;
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

    /** The decimal sign that a number must have been written with; 0 where it could be either, or is no number. */
    public static char certainDecimal(String text) {
        boolean german = NumberText.parse(text, NumberStyle.GERMAN).isPresent();
        boolean plain = NumberText.parse(text, NumberStyle.PLAIN).isPresent();
        if (german == plain) {
            return 0;
        }
        boolean hasSign = text.indexOf(',') >= 0 || text.indexOf('.') >= 0;
        return !hasSign ? 0 : german ? ',' : '.';
    }
}
