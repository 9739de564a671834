package de.quartierwerk.registry.database;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * Rows in the text format of PostgreSQL's COPY, made while they are read, so that a hundred thousand of them never lie
 * in memory together.
 */
public final class CopyText extends InputStream {
    private final Iterator<List<Object>> rows;
    private byte[] buffer = new byte[0];
    private int position;

    /** @param rows cells in the order of the columns: null, text, numbers, or bytes for {@code bytea} */
    public CopyText(Iterator<List<Object>> rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        return isFilled() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!isFilled()) {
            return -1;
        }
        int count = Math.min(length, buffer.length - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean isFilled() {
        while (position >= buffer.length && rows.hasNext()) {
            buffer = line(rows.next()).getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return position < buffer.length;
    }

    private static String line(List<Object> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append('\t');
            }
            append(line, cells.get(i));
        }
        return line.append('\n').toString();
    }

    private static void append(StringBuilder line, Object cell) {
        if (cell == null) {
            line.append("\\N");
        } else if (cell instanceof byte[] bytes) {
            line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            escape(line, cell.toString());
        }
    }

    private static void escape(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}
