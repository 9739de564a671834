package de.quartierwerk.ingestion.intake.file;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Leaves out blanks between a delimiter and the quotation mark that opens a cell, which some programs write for the eye
 * ({@code "QT1", "5"}). The parser takes a quotation mark for one only at the very beginning of a cell.
 */
final class BlanksBeforeQuotes extends FilterReader {
    private static final int LOOKED_AT = 8 * 1024;

    /** Where in a cell the text is. */
    private enum Place {
        START,
        QUOTED,
        /** After a quotation mark within quotation marks, which ends the cell or stands for itself. */
        CLOSED,
        BARE
    }

    private final char delimiter;
    private Place place = Place.START;
    private int blanks;
    private int next = -1;

    private BlanksBeforeQuotes(Reader text, char delimiter) {
        super(text);
        this.delimiter = delimiter;
    }

    /** The text without such blanks; the text itself where it does not begin as if it had any. */
    static Reader without(Reader text, char delimiter) throws IOException {
        BufferedReader buffered = new BufferedReader(text, LOOKED_AT * 2);
        buffered.mark(LOOKED_AT);
        char[] head = new char[LOOKED_AT];
        int length = 0;
        for (int read = 0; read >= 0 && length < LOOKED_AT; length += Math.max(read, 0)) {
            read = buffered.read(head, length, LOOKED_AT - length);
        }
        buffered.reset();
        return hasSome(new String(head, 0, length), delimiter) ? new BlanksBeforeQuotes(buffered, delimiter) : buffered;
    }

    private static boolean hasSome(String head, char delimiter) {
        for (int quote = head.indexOf('"'); quote >= 0; quote = head.indexOf('"', quote + 1)) {
            int before = quote - 1;
            while (before >= 0 && head.charAt(before) == ' ') {
                before--;
            }
            boolean begins = before < 0 || head.charAt(before) == delimiter || isLineEnd(head.charAt(before));
            if (begins && before < quote - 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public int read() throws IOException {
        if (blanks > 0) {
            blanks--;
            return ' ';
        }
        int c = next >= 0 ? next : super.read();
        next = -1;
        if (place == Place.START && c == ' ') {
            return afterBlanks();
        }
        move(c);
        return c;
    }

    /** Blanks at the beginning of a cell: kept unless a quotation mark follows. */
    private int afterBlanks() throws IOException {
        int count = 1;
        int c = super.read();
        while (c == ' ') {
            count++;
            c = super.read();
        }
        if (c == '"') {
            move(c);
            return c;
        }
        next = c;
        blanks = count - 1;
        place = Place.BARE;
        return ' ';
    }

    private void move(int c) {
        boolean ends = c == delimiter || isLineEnd(c);
        place = switch (place) {
            case START -> c == '"' ? Place.QUOTED : ends ? Place.START : Place.BARE;
            case QUOTED -> c == '"' ? Place.CLOSED : Place.QUOTED;
            case CLOSED -> c == '"' ? Place.QUOTED : ends ? Place.START : Place.BARE;
            case BARE -> ends ? Place.START : Place.BARE;
        };
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            into[from + count++] = (char) c;
        }
        return count;
    }
}
