package de.quartierwerk.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads simple tables without quotes. */
final class Table {

    private Table() {}

    /** The rows of a file by column name. */
    static List<Map<String, String>> read(Path file, char delimiter) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String separator = java.util.regex.Pattern.quote(String.valueOf(delimiter));
        String[] header = lines.get(0).split(separator, -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(separator, -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
