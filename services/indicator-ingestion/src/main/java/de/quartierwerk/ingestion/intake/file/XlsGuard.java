package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Looks at the records of an XLS file before anything reads them: how many sheets there are, how much text would lie in
 * memory, whether it is locked. What is no such spreadsheet is named.
 */
final class XlsGuard {
    private static final List<String> WORKBOOKS = List.of("Workbook", "WORKBOOK", "workbook");
    private static final int MOST_TEXT_BYTES = 32 * 1024 * 1024;

    private static final int BOUND_SHEET = 0x85;
    private static final int FILE_PASS = 0x2f;
    private static final int TEXTS = 0xfc;
    private static final int CONTINUED = 0x3c;

    private XlsGuard() {}

    /**
     * The stream of a workbook.
     *
     * @param stream its name
     * @param encrypted whether its records are
     */
    record Workbook(String stream, boolean encrypted) {}

    /** Finds the workbook, and refuses what is none or has too much of something. */
    static Workbook workbook(POIFSFileSystem files) throws IOException {
        Set<String> entries = files.getRoot().getEntryNames();
        Optional<String> stream = WORKBOOKS.stream().filter(entries::contains).findFirst();
        if (stream.isEmpty()) {
            throw other(entries);
        }
        try (InputStream in = files.createDocumentInputStream(stream.get())) {
            return new Workbook(stream.get(), isEncrypted(in));
        }
    }

    private static Invalid other(Set<String> entries) {
        if (entries.contains("EncryptedPackage")) {
            return ForeignFormat.LOCKED.refusal();
        }
        if (entries.contains("Book")) {
            return ForeignFormat.OLD_EXCEL.refusal();
        }
        if (entries.contains("WordDocument")) {
            return ForeignFormat.WORD.refusal();
        }
        return entries.contains("PowerPoint Document")
                ? ForeignFormat.SLIDES.refusal()
                : ForeignFormat.OFFICE.refusal();
    }

    /** Runs over the heads of all records. */
    private static boolean isEncrypted(InputStream in) throws IOException {
        boolean encrypted = false;
        int sheets = 0;
        long textBytes = 0;
        boolean inTexts = false;
        byte[] head = new byte[4];
        while (in.readNBytes(head, 0, head.length) == head.length) {
            int id = unsigned(head, 0);
            int length = unsigned(head, 2);
            inTexts = id == TEXTS || (inTexts && id == CONTINUED);
            textBytes += inTexts ? length : 0;
            sheets += id == BOUND_SHEET ? 1 : 0;
            encrypted |= id == FILE_PASS;
            if (sheets > ArchiveGuard.MOST_SHEETS) {
                throw new Invalid("file.sheets", ArchiveGuard.MOST_SHEETS);
            }
            if (textBytes > MOST_TEXT_BYTES) {
                throw new Invalid("file.part-too-large", "SST", MOST_TEXT_BYTES);
            }
            if (in.skip(length) < length) {
                return encrypted;
            }
        }
        return encrypted;
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xff) + (bytes[at + 1] & 0xff) * 256;
    }
}
