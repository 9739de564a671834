package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a CSV file with all of its lines, but most of them empty: the first ones are whole, of the others one in
 * so many. So a large file is looked at for the price of running over its bytes, and lines keep their numbers. Lines
 * are counted. For charsets in which a line break is one byte.
 */
public final class SampledLines extends InputStream {
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Most line breaks in a cell, as for {@link CsvTable}. */
    private static final int MOST_LINE_BREAKS = 30;

    private final InputStream in;
    private final char delimiter;
    private final int first;
    private final int every;
    private final byte[] read = new byte[BUFFER_BYTES];
    private final byte[] kept = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private long line;
    private long counted;
    private boolean holdsAnything;
    private boolean beginsCell = true;
    private boolean quoted;
    private boolean afterQuote;
    private int breaks;

    /**
     * Samples a file.
     *
     * @param first lines that are whole
     * @param every one in so many of the others is
     */
    public SampledLines(InputStream in, char delimiter, int first, int every) {
        this.in = in;
        this.delimiter = delimiter;
        this.first = first;
        this.every = every;
    }

    /** Lines that hold anything, of those that were run over. */
    public long lines() {
        return counted + (holdsAnything ? 1 : 0);
    }

    @Override
    public int read() throws IOException {
        return fill() ? kept[from++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(most, to - from);
        System.arraycopy(kept, from, into, at, count);
        from += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (from == to) {
            int count = in.read(read);
            if (count < 0) {
                return false;
            }
            from = 0;
            to = 0;
            for (int i = 0; i < count; i++) {
                if (take(read[i])) {
                    kept[to++] = read[i];
                }
            }
        }
        return true;
    }

    /** Whether a byte is kept. */
    private boolean take(byte b) {
        boolean whole = line < first || line % every == 0;
        if (b == '\n') {
            endLine();
            return true;
        }
        holdsAnything |= b > ' ' || b < 0;
        quotes(b);
        return whole;
    }

    private void quotes(byte b) {
        if (b == '"') {
            boolean opens = !quoted && (beginsCell || afterQuote);
            afterQuote = quoted;
            quoted = opens;
        } else {
            afterQuote = false;
        }
        beginsCell = !quoted && (b == delimiter || (beginsCell && b == ' '));
    }

    /** A cell that is open over many lines has a quotation mark too many. */
    private void endLine() {
        if (quoted && ++breaks <= MOST_LINE_BREAKS) {
            return;
        }
        breaks = 0;
        quoted = false;
        afterQuote = false;
        beginsCell = true;
        counted += holdsAnything ? 1 : 0;
        holdsAnything = false;
        line++;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
