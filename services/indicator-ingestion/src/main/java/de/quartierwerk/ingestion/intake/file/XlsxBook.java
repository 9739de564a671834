package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A spreadsheet and its sheets. */
public final class XlsxBook implements Closeable {
    /** Stands for all sheets of a spreadsheet. */
    public static final String ALL_SHEETS = "*";

    private static final Set<String> TRUE = Set.of("1", "true");

    private final ReadableWorkbook workbook;

    private final boolean from1904;

    private XlsxBook(ReadableWorkbook workbook, boolean from1904) {
        this.workbook = workbook;
        this.from1904 = from1904;
    }

    /** Opens a spreadsheet. */
    public static XlsxBook open(Path file) throws IOException {
        XlsxBook book;
        try {
            book = new XlsxBook(
                    new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)), countsFrom1904(file));
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            throw new Invalid("file.unreadable", 0);
        }
        if (book.workbook.getSheets().count() > ArchiveGuard.MOST_SHEETS) {
            book.close();
            throw new Invalid("file.sheets", ArchiveGuard.MOST_SHEETS);
        }
        return book;
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

    /** Names of the sheets that are shown. */
    public List<String> names() {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .map(Sheet::getName)
                .toList();
    }

    /**
     * The sheets that a mapping may speak of. Hidden ones are read where they are named.
     *
     * @param stated their names; {@value #ALL_SHEETS}, or none, for those that are shown
     * @throws Invalid where there is none of that name
     */
    public List<String> chosen(List<String> stated) {
        List<String> names = names();
        if (stated.isEmpty() || stated.contains(ALL_SHEETS)) {
            if (names.isEmpty()) {
                throw new Invalid("file.sheet-unknown", "1");
            }
            return names;
        }
        List<String> chosen = new ArrayList<>();
        for (String name : stated) {
            if (workbook.findSheet(name).isEmpty()) {
                throw new Invalid("file.sheet-unknown", name);
            }
            chosen.add(name);
        }
        return chosen;
    }

    /** Opens a sheet; see {@link XlsxTable}. */
    public XlsxTable sheet(
            String name, @Nullable Boolean hasHeader, Predicate<List<String>> fits, @Nullable Integer headerRows)
            throws IOException {
        Sheet sheet = workbook.findSheet(name).orElseThrow(() -> new Invalid("file.sheet-unknown", name));
        try {
            return new XlsxTable(sheet, hasHeader, fits, headerRows, from1904);
        } catch (UnreadableRow broken) {
            throw new Invalid("file.unreadable", broken.line());
        } catch (Invalid refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new Invalid("file.unreadable", 0);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
