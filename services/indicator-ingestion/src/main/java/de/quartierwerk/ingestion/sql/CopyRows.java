package de.quartierwerk.ingestion.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows in PostgreSQL's COPY text format. */
public final class CopyRows {
    private StringBuilder text = new StringBuilder();
    private boolean rowStarted;

    /** Adds a text cell, or null. */
    public CopyRows add(String value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    /** Adds a number, or null. */
    public CopyRows add(BigDecimal value) {
        separate();
        text.append(value == null ? "\\N" : value.toPlainString());
        return this;
    }

    /** Adds anything whose text needs no escape (numbers, dates, UUIDs, booleans), or null. */
    public CopyRows plain(Object value) {
        separate();
        text.append(value == null ? "\\N" : value.toString());
        return this;
    }

    /** Adds a text array. */
    public CopyRows array(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "");
            if (value == null) {
                array.append("NULL");
            } else {
                array.append('"')
                        .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
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

    private void escape(String value) {
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
}
