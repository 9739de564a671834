package de.quartierwerk.ingestion.intake.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Spreadsheets in Excel's format "Strict Open XML": the same parts as usual under other names of namespaces and
 * relations (ISO/IEC 29500-1), and dates as texts. They are written again with the usual ones (29500-4).
 */
final class StrictWorkbook {
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final List<Replacing.Pair> NAMES = List.of(
            new Replacing.Pair(
                    STRICT + "spreadsheetml/main", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
            new Replacing.Pair(
                    STRICT + "officeDocument/relationships",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
            new Replacing.Pair(" t=\"d\"", " t=\"str\""));

    private StrictWorkbook() {}

    /** The workbook itself or, where it is a strict one, a copy with the usual names that lasts until it is closed. */
    static UnpackedFile usual(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (!SheetParts.text(zip, ArchiveGuard.WORKBOOK).contains(STRICT)) {
                return new UnpackedFile(file, false);
            }
        }
        UnpackedFile copy = new UnpackedFile(Files.createTempFile("submission", ".xlsx"), true);
        try {
            rewrite(file, copy.path());
            return copy;
        } catch (IOException | RuntimeException broken) {
            copy.close();
            throw broken;
        }
    }

    private static void rewrite(Path file, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(into), 64 * 1024))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    copy(
                            in,
                            out,
                            entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels"));
                }
                out.closeEntry();
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, boolean markup) throws IOException {
        if (!markup) {
            in.transferTo(out);
            return;
        }
        Replacing replacing = new Replacing(out);
        in.transferTo(replacing);
        replacing.finish();
    }

    /** Replaces byte strings tag by tag, so that none is cut. */
    private static final class Replacing extends OutputStream {
        private record Pair(String strict, String usual) {}

        private static final int LONGEST_PIECE = 64 * 1024;

        private final OutputStream out;
        private final byte[] piece = new byte[LONGEST_PIECE];
        private int length;

        Replacing(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            if (b == '<' || length == LONGEST_PIECE) {
                finish();
            }
            piece[length++] = (byte) b;
        }

        void finish() throws IOException {
            if (length == 0) {
                return;
            }
            String text = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
            length = 0;
            if (text.contains(STRICT) || text.contains(" t=\"d\"")) {
                for (Pair pair : NAMES) {
                    text = text.replace(pair.strict, pair.usual);
                }
            }
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
