package de.quartierwerk.registry.spaceimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What has to be known of a table's text before it can be read: its charset and what stands between its cells. */
final class CsvText {
    /** Charset of older German office programs. */
    static final Charset OFFICE = Charset.forName("windows-1252");

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 1 << 16;

    /** The line before the header in which spreadsheet programs name the delimiter. */
    private static final String NAME = "sep=";

    private CsvText() {}

    /** Whether a line is no header but names the delimiter. */
    static boolean namesDelimiter(String line) {
        return line.length() == NAME.length() + 1 && line.startsWith(NAME);
    }

    /** UTF-8 where all bytes are, otherwise that of older office programs. */
    static Charset charset(Path file) throws IOException {
        return Texts.isUtf8(file) ? StandardCharsets.UTF_8 : OFFICE;
    }

    /** The text after a byte order mark. */
    static BufferedReader open(Path file, Charset charset) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** The first line with anything in it, as far as a header can reach. */
    static String firstLine(Path file, Charset charset) throws IOException {
        try (BufferedReader text = open(file, charset)) {
            char[] start = new char[LONGEST_HEADER];
            int length = Math.max(0, text.read(start));
            return new String(start, 0, length)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * The one of semicolon, tab and comma that is most frequent in the first line; the semicolon when none is there.
     */
    static char delimiter(Path file, Charset charset) throws IOException {
        String first = firstLine(file, charset);
        if (namesDelimiter(first)) {
            return first.charAt(NAME.length());
        }
        char best = ';';
        for (char candidate : new char[] {'\t', ','}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }
}
