package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.nio.charset.StandardCharsets;

/**
 * Watches the bytes of an XML part for what can blow up or lead out: document types (entities), NUL bytes, texts or
 * tags without end, cells far to the right, and array formulas, which cost a look each for every cell.
 */
final class MarkupGuard {
    private static final int LONGEST_PIECE = 256 * 1024;
    private static final int MOST_ARRAY_FORMULAS = 1000;
    private static final int MOST_SHARED_FORMULAS = 100_000;
    private static final int MOST_LETTERS_OF_A_COLUMN = 3;

    private final Needle documentType = new Needle("<!DOCTYPE");
    private final Needle entity = new Needle("<!ENTITY");
    private final Needle arrayFormula = new Needle("\"array\"");
    private final Needle sharedFormula = new Needle("\"shared\"");
    private final Needle cells = new Needle("sheetData");
    private int piece;
    private boolean inTag;
    private boolean closing;
    private boolean amongCells;
    private int letters = -1;

    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            take(bytes[i] == '\'' ? (byte) '"' : bytes[i]);
        }
    }

    private void take(byte b) {
        piece = b == '<' ? 0 : piece + 1;
        boolean type = documentType.found(b);
        boolean declared = entity.found(b);
        if (b == 0 || piece > LONGEST_PIECE || type || declared) {
            throw new Invalid("file.spreadsheet-markup");
        }
        tag(b);
        if (amongCells && inTag) {
            formula(b);
            column(b);
        }
    }

    private void tag(byte b) {
        if (b == '<') {
            inTag = true;
            closing = false;
            letters = -1;
        } else if (b == '>') {
            inTag = false;
        } else if (piece == 1) {
            closing = b == '/';
        }
        if (cells.found(b) && inTag) {
            amongCells = !closing;
        }
    }

    private void formula(byte b) {
        boolean array = arrayFormula.found(b);
        boolean shared = sharedFormula.found(b);
        if ((array && arrayFormula.times() > MOST_ARRAY_FORMULAS)
                || (shared && sharedFormula.times() > MOST_SHARED_FORMULAS)) {
            throw new Invalid("file.spreadsheet-markup");
        }
    }

    /** Letters right after a quotation mark, and then a digit, are the reference of a cell. */
    private void column(byte b) {
        if (b == '"') {
            letters = 0;
        } else if ((b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z')) {
            letters = letters < 0 ? -1 : letters + 1;
        } else {
            if (b >= '0' && b <= '9' && letters > MOST_LETTERS_OF_A_COLUMN) {
                throw new Invalid("file.columns", CsvTable.MOST_COLUMNS);
            }
            letters = -1;
        }
    }

    /** Finds a text in bytes that come one by one; its first byte occurs in it again at most at the end. */
    private static final class Needle {
        private final byte[] text;
        private int matched;
        private long times;

        Needle(String text) {
            this.text = text.getBytes(StandardCharsets.US_ASCII);
        }

        boolean found(byte b) {
            if (b == text[matched]) {
                matched++;
            } else {
                matched = b == text[0] ? 1 : 0;
            }
            if (matched < text.length) {
                return false;
            }
            matched = 0;
            times++;
            return true;
        }

        long times() {
            return times;
        }
    }
}
