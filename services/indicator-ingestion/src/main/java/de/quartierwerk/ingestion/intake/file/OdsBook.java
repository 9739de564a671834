package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A spreadsheet in the format OpenDocument (ODS), read in a stream. */
final class OdsBook extends Book {
    static final String CONTENT = "content.xml";

    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final int MOST_MANIFEST_BYTES = 4 * 1024 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ZipFile zip;
    private final Map<String, Facts> sheets = new LinkedHashMap<>();

    private OdsBook(ZipFile zip) {
        this.zip = zip;
    }

    /** What is known of a sheet before its rows are read. */
    private record Facts(boolean shown, BitSet hiddenColumns, List<CellRange> merged) {}

    /** Refuses what is locked, before anything else looks into it. */
    static void requireUnlocked(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry(MANIFEST);
            if (manifest != null) {
                try (InputStream in = zip.getInputStream(manifest)) {
                    String text = new String(in.readNBytes(MOST_MANIFEST_BYTES), StandardCharsets.UTF_8);
                    if (text.contains("encryption-data")) {
                        throw ForeignFormat.LOCKED.refusal();
                    }
                }
            }
        }
    }

    /** Opens a spreadsheet, and goes through it once. */
    static OdsBook open(Path file) throws IOException {
        OdsBook book = new OdsBook(new ZipFile(file.toFile()));
        try {
            book.look();
            return book;
        } catch (Invalid refused) {
            book.close();
            throw refused;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            book.close();
            throw new Invalid("file.unreadable", 0);
        }
    }

    private void look() throws IOException, XMLStreamException {
        try (InputStream content = content();
                OdsReader reader = new OdsReader(content)) {
            for (String name = reader.nextTable(); name != null; name = reader.nextTable()) {
                OdsReader.RepeatedRow row = reader.nextRow();
                while (row != null) {
                    row = reader.nextRow();
                }
                sheets.putIfAbsent(name, new Facts(reader.isShown(), reader.hiddenColumns(), reader.merged()));
                if (sheets.size() > ArchiveGuard.MOST_SHEETS) {
                    throw new Invalid("file.sheets", ArchiveGuard.MOST_SHEETS);
                }
            }
            if (!reader.isSpreadsheet()) {
                throw ForeignFormat.OPEN_DOCUMENT.refusal();
            }
        }
    }

    private InputStream content() throws IOException {
        return new BufferedInputStream(zip.getInputStream(zip.getEntry(CONTENT)), BUFFER_BYTES);
    }

    @Override
    List<SheetName> sheets() {
        return sheets.entrySet().stream()
                .map(sheet -> new SheetName(sheet.getKey(), sheet.getValue().shown))
                .toList();
    }

    @Override
    SheetRows rows(String sheet) throws IOException {
        InputStream content = content();
        try {
            OdsReader reader = new OdsReader(content);
            String name = reader.nextTable();
            while (name != null && !name.equals(sheet)) {
                name = reader.nextTable();
            }
            return new Rows(content, reader, Objects.requireNonNull(sheets.get(sheet)));
        } catch (XMLStreamException broken) {
            content.close();
            throw new UnreadableRow(0, broken);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The rows of a sheet, each as often as it is repeated. */
    private static final class Rows implements SheetRows {
        private final InputStream content;
        private final OdsReader reader;
        private final Facts facts;
        private OdsReader.@Nullable RepeatedRow present;
        private int given;
        private long line;

        Rows(InputStream content, OdsReader reader, Facts facts) {
            this.content = content;
            this.reader = reader;
            this.facts = facts;
        }

        @Override
        public @Nullable SheetRow next() throws IOException {
            try {
                if (present == null || given == present.times()) {
                    present = reader.nextRow();
                    given = 0;
                }
                return present == null ? null : present(present.row());
            } catch (XMLStreamException | RuntimeException broken) {
                throw new UnreadableRow(line, broken);
            }
        }

        private SheetRow present(SheetRow row) {
            line = row.line() + given++;
            return new SheetRow(line, row.hidden(), row.texts(), row.numbers(), row.oddities());
        }

        @Override
        public BitSet hiddenColumns() {
            return facts.hiddenColumns;
        }

        @Override
        public List<CellRange> merged() {
            return facts.merged;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
