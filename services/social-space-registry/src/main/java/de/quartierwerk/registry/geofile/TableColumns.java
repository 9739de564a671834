package de.quartierwerk.registry.geofile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns that a {@code create table} statement names. */
final class TableColumns {
    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final List<String> names = new ArrayList<>();
    private int rowId = -1;

    TableColumns(String statement) {
        int begin = statement.indexOf('(');
        int end = statement.lastIndexOf(')');
        if (begin >= 0 && end > begin) {
            definitions(statement.substring(begin + 1, end)).forEach(this::add);
        }
    }

    List<String> names() {
        return names;
    }

    /** Column that stands for the number of the row ({@code integer primary key}), -1 without one. */
    int rowId() {
        return rowId;
    }

    private void add(String definition) {
        String name = name(definition);
        String rest = definition.strip().toUpperCase(Locale.ROOT);
        if (name.isEmpty() || CONSTRAINTS.contains(rest.split("[\\s(]", 2)[0])) {
            return;
        }
        String type = rest.substring(Math.min(rest.length(), definition.strip().indexOf(name) + name.length()));
        if (type.matches("(?s)[\"'`\\]]?\\s+INTEGER\\s.*PRIMARY\\s+KEY.*")) {
            rowId = names.size();
        }
        names.add(name);
    }

    /** The first word, which may be quoted in four ways. */
    private static String name(String definition) {
        String text = definition.strip();
        if (text.isEmpty()) {
            return "";
        }
        char first = text.charAt(0);
        char closing = first == '[' ? ']' : first;
        if ("\"'`[".indexOf(first) < 0) {
            return text.split("\\s", 2)[0];
        }
        int end = text.indexOf(closing, 1);
        return end < 0 ? "" : text.substring(1, end);
    }

    /** Parts between the commas that stand in no brackets and no quotes. */
    private static List<String> definitions(String body) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(body.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(body.substring(begin));
        return parts;
    }
}
