package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Runs over the tags of a sheet's part before its rows are read, for what the reading library does not tell: hidden
 * columns (ECMA-376-1, 18.3.1.13), merged cells, which stand after the rows (18.3.1.55), and formulas that came out as
 * an empty text, unlike those without result.
 */
final class SheetScan {
    /** Tags that matter are shorter; of longer ones the start is looked at. */
    private static final int LONGEST_TAG = 512;

    private final byte[] tag = new byte[LONGEST_TAG];
    private int length;
    private boolean inTag;
    private String cell = "";
    private boolean valueOpen;
    private final BitSet hiddenColumns = new BitSet();
    private final List<CellRange> merged = new ArrayList<>();
    private long[] emptyTexts = new long[16];
    private int emptyTextCount;

    private SheetScan() {}

    /**
     * What a sheet's part tells beside its rows.
     *
     * @param hiddenColumns columns that are hidden, from 0
     * @param merged merged ranges
     * @param emptyTexts cells whose formula came out as an empty text, in ascending order
     */
    @SuppressWarnings("ArrayRecordComponent") // by the million, never compared
    record Facts(BitSet hiddenColumns, List<CellRange> merged, long[] emptyTexts) {
        static final Facts NONE = new Facts(new BitSet(), List.of(), new long[0]);

        /** Whether a formula of a cell came out as an empty text; the row counts from 1. */
        boolean isEmptyText(int row, int column) {
            return Arrays.binarySearch(emptyTexts, place(row, column)) >= 0;
        }
    }

    private static long place(int row, int column) {
        return (long) row << Short.SIZE | column;
    }

    static Facts of(InputStream part) throws IOException {
        SheetScan scan = new SheetScan();
        byte[] buffer = new byte[64 * 1024];
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            for (int i = 0; i < read; i++) {
                scan.take(buffer[i]);
            }
        }
        long[] empty = Arrays.copyOf(scan.emptyTexts, scan.emptyTextCount);
        Arrays.sort(empty);
        return new Facts(scan.hiddenColumns, List.copyOf(scan.merged), empty);
    }

    private void take(byte b) {
        if (b == '<') {
            inTag = true;
            length = 0;
        } else if (b == '>' && inTag) {
            inTag = false;
            tag();
        } else if (!inTag) {
            valueOpen = false;
        } else if (length < LONGEST_TAG) {
            tag[length++] = b;
        }
    }

    /** Looks at the tags {@code c}, {@code v}, {@code col} and {@code mergeCell}, also with a prefix. */
    private void tag() {
        int start = 0;
        int end = 0;
        while (end < length && tag[end] != ' ' && tag[end] != '\n' && tag[end] != '\r' && tag[end] != '\t') {
            start = tag[end] == ':' ? end + 1 : start;
            end++;
        }
        int name = end - start;
        boolean value = name >= 1 && tag[start] == 'v' && (name == 1 || tag[start + 1] == '/');
        if (valueOpen && length > 0 && tag[0] == '/') {
            emptyValue();
        }
        valueOpen = value && tag[length - 1] != '/';
        if (value && !valueOpen) {
            emptyValue();
        } else if (name == 1 && tag[start] == 'c') {
            cell = text();
        } else if (name == 3 && tag[start] == 'c' && tag[start + 1] == 'o') {
            column(text());
        } else if (name == 9 && tag[start] == 'm') {
            attribute(text(), "ref").flatMap(CellRange::parse).ifPresent(merged::add);
        }
    }

    private String text() {
        return new String(tag, 0, length, StandardCharsets.ISO_8859_1).replace('\'', '"');
    }

    private void emptyValue() {
        String reference = attribute(cell, "r").orElse("");
        if (attribute(cell, "t").filter("str"::equals).isEmpty() || reference.isEmpty()) {
            return;
        }
        int row = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            row = c >= '0' && c <= '9' ? row * 10 + c - '0' : row;
        }
        if (emptyTextCount == emptyTexts.length) {
            emptyTexts = Arrays.copyOf(emptyTexts, emptyTextCount * 2);
        }
        emptyTexts[emptyTextCount++] = place(row, CellName.column(reference));
    }

    private void column(String tag) {
        if (attribute(tag, "hidden")
                .filter(h -> h.equals("1") || h.equals("true"))
                .isPresent()) {
            int first = number(tag, "min");
            int last = Math.min(number(tag, "max"), CsvTable.MOST_COLUMNS);
            if (first >= 1 && last >= first) {
                hiddenColumns.set(first - 1, last);
            }
        }
    }

    private static int number(String tag, String name) {
        return attribute(tag, name)
                .filter(n -> n.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static Optional<String> attribute(String tag, String name) {
        int from = tag.indexOf(" " + name + "=\"");
        if (from < 0) {
            return Optional.empty();
        }
        int start = from + name.length() + 3;
        int end = tag.indexOf('"', start);
        return end < 0 ? Optional.empty() : Optional.of(tag.substring(start, end));
    }
}
