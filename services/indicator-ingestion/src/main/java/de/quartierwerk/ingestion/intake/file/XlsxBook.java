package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A spreadsheet in the format XLSX (ECMA-376). */
final class XlsxBook extends Book {
    private static final Pattern NOT_FOUND = Pattern.compile("/?([\\w\\[\\]./-]{1,100}) not found");
    private static final Set<String> TRUE = Set.of("1", "true");

    private final ReadableWorkbook workbook;
    private final UnpackedFile file;
    private final boolean from1904;

    private XlsxBook(ReadableWorkbook workbook, UnpackedFile file, boolean from1904) {
        this.workbook = workbook;
        this.file = file;
        this.from1904 = from1904;
    }

    /** Opens a spreadsheet. */
    static XlsxBook open(Path path) throws IOException {
        UnpackedFile file = null;
        XlsxBook book;
        try {
            file = StrictWorkbook.usual(path);
            book = new XlsxBook(
                    new ReadableWorkbook(file.path().toFile(), new ReadingOptions(hasStyles(file.path()), true)),
                    file,
                    countsFrom1904(file.path()));
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            if (file != null) {
                file.close();
            }
            throw missing(broken).orElseGet(() -> new Invalid("file.unreadable", 0));
        }
        if (book.sheets().size() > ArchiveGuard.MOST_SHEETS) {
            book.close();
            throw new Invalid("file.sheets", ArchiveGuard.MOST_SHEETS);
        }
        return book;
    }

    /**
     * Whether the workbook lists styles, without which numbers are just numbers; programs that write few parts omit
     * them.
     */
    private static boolean hasStyles(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return SheetParts.text(zip, "[Content_Types].xml").contains("styles+xml");
        }
    }

    /** The refusal that names a part which the workbook lacks, where that is what the library says. */
    private static Optional<Invalid> missing(Exception broken) {
        Matcher part = NOT_FOUND.matcher(String.valueOf(broken.getMessage()));
        return broken instanceof ExcelReaderException && part.matches()
                ? Optional.of(new Invalid("file.part-missing", part.group(1)))
                : Optional.empty();
    }

    /** Whether days are counted from 1904 on, as old programs on a Macintosh did. */
    private static boolean countsFrom1904(Path file) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream part = zip.getInputStream(zip.getEntry(ArchiveGuard.WORKBOOK))) {
            XMLStreamReader markup = Markup.reader(part);
            while (markup.hasNext()) {
                if (markup.next() == XMLStreamConstants.START_ELEMENT
                        && markup.getLocalName().equals("workbookPr")) {
                    return TRUE.contains(String.valueOf(markup.getAttributeValue(null, "date1904")));
                }
            }
            return false;
        }
    }

    @Override
    List<SheetName> sheets() {
        return workbook.getSheets()
                .map(sheet -> new SheetName(sheet.getName(), sheet.getVisibility() == SheetVisibility.VISIBLE))
                .toList();
    }

    @Override
    SheetRows rows(String sheet) throws IOException {
        return new XlsxRows(workbook.findSheet(sheet).orElseThrow(), facts(sheet), from1904);
    }

    private SheetScan.Facts facts(String sheet) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            ZipEntry part = zip.getEntry(SheetParts.of(zip).getOrDefault(sheet, ""));
            return part == null ? SheetScan.Facts.NONE : SheetScan.of(zip.getInputStream(part));
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            workbook.close();
        }
    }
}
