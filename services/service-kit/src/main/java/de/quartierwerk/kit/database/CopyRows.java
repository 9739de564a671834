package de.quartierwerk.kit.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
public final class CopyRows {
    private StringBuilder text = new StringBuilder();
    private boolean rowStarted;

    /** Adds a row of cells: null, text, numbers, bytes, lists for arrays, or anything else by its text. */
    public CopyRows row(List<? extends @Nullable Object> cells) {
        cells.forEach(this::cell);
        end();
        return this;
    }

    private void cell(@Nullable Object cell) {
        if (cell instanceof List<?> elements) {
            array(elements);
        } else if (cell instanceof byte[] bytes) {
            plain("\\\\x" + HexFormat.of().formatHex(bytes));
        } else if (cell instanceof BigDecimal number) {
            add(number);
        } else {
            add(cell == null ? null : cell.toString());
        }
    }

    /** Adds a text cell, or null. */
    public CopyRows add(@Nullable String value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    /** Adds a number, or null. */
    public CopyRows add(@Nullable BigDecimal value) {
        return plain(value == null ? null : value.toPlainString());
    }

    /** Adds anything whose text needs no escape (numbers, dates, UUIDs, booleans), or null. */
    public CopyRows plain(@Nullable Object value) {
        separate();
        text.append(value == null ? "\\N" : value.toString());
        return this;
    }

    /** Adds an array of texts or numbers. */
    public CopyRows array(List<? extends @Nullable Object> values) {
        StringBuilder array = new StringBuilder("{");
        for (Object value : values) {
            array.append(array.length() > 1 ? "," : "");
            if (value instanceof String word) {
                array.append('"')
                        .append(word.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            } else {
                array.append(value == null ? "NULL" : value);
            }
        }
        return add(array.append('}').toString());
    }

    /** Ends the row. */
    public void end() {
        text.append('\n');
        rowStarted = false;
    }

    /** Whether nothing has been added. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Characters held. */
    public int size() {
        return text.length();
    }

    /** Gives the rows away, with the memory that they took. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text = new StringBuilder();
        return bytes;
    }

    private void separate() {
        if (rowStarted) {
            text.append('\t');
        }
        rowStarted = true;
    }

    /** Most texts need no escape and are added as a whole. */
    private void escape(String value) {
        if (!needsEscape(value)) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case 0 -> text.append('\ufffd');
                default -> text.append(c);
            }
        }
    }

    private static boolean needsEscape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < ' ') {
                return true;
            }
        }
        return false;
    }
}
