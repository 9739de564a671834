package de.quartierwerk.registry.spaceimport;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text of a table of which no row takes more than so many characters. What is beyond is left out, but not what divides
 * cells and rows, so that the rest of the table can be read.
 */
final class BoundedRows extends FilterReader {
    private final char delimiter;
    private final int longest;
    private int characters;
    private boolean cellBegins = true;
    private boolean quoted;
    private boolean quoteEnds;

    /** @param longest characters of a row, without delimiters and quotation marks */
    BoundedRows(Reader text, char delimiter, int longest) {
        super(text);
        this.delimiter = delimiter;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int kept = 0;
        int read = length == 0 ? 0 : in.read(into, offset, length);
        while (read > 0 && kept == 0) {
            for (int i = offset; i < offset + read; i++) {
                if (keeps(into[i])) {
                    into[offset + kept++] = into[i];
                }
            }
            read = kept == 0 ? in.read(into, offset, length) : read;
        }
        return kept == 0 ? read : kept;
    }

    private boolean keeps(char next) {
        if (next == '"' && (quoted || cellBegins || quoteEnds)) {
            quoteEnds = quoted;
            quoted = !quoted;
            cellBegins = false;
            return true;
        }
        quoteEnds = false;
        boolean rowEnds = next == '\n' || next == '\r';
        cellBegins = !quoted && (rowEnds || next == delimiter);
        if (!cellBegins) {
            return ++characters <= longest;
        }
        characters = rowEnds ? 0 : characters;
        return true;
    }
}
