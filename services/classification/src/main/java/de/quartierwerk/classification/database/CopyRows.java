package de.quartierwerk.classification.database;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Rows in the text format of PostgreSQL's COPY, written while the server takes them. */
public final class CopyRows extends InputStream {
    private static final int ENOUGH = 1 << 16;

    private final Supplier<List<Object>> rows;
    private byte[] buffer = new byte[0];
    private int position;

    /**
     * Rows of a supplier.
     *
     * @param rows the next row, or null at the end; cells are null, text, numbers, or lists of such for arrays
     */
    public CopyRows(Supplier<List<Object>> rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        return fill() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.length - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() {
        if (position < buffer.length) {
            return true;
        }
        StringBuilder text = new StringBuilder(ENOUGH + 1024);
        for (List<Object> row = null; text.length() < ENOUGH && (row = rows.get()) != null; ) {
            append(text, row);
        }
        buffer = text.toString().getBytes(StandardCharsets.UTF_8);
        position = 0;
        return buffer.length > 0;
    }

    private static void append(StringBuilder text, List<Object> row) {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object cell = row.get(i);
            if (cell == null) {
                text.append("\\N");
            } else if (cell instanceof List<?> elements) {
                array(text, elements);
            } else {
                escape(text, cell.toString());
            }
        }
        text.append('\n');
    }

    private static void array(StringBuilder text, List<?> elements) {
        text.append('{');
        String separator = "";
        for (Object element : elements) {
            text.append(separator);
            separator = ",";
            if (element == null) {
                text.append("NULL");
            } else if (element instanceof String word) {
                escape(text.append('"'), word.replace("\\", "\\\\").replace("\"", "\\\""));
                text.append('"');
            } else {
                text.append(element);
            }
        }
        text.append('}');
    }

    private static void escape(StringBuilder text, String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
