package de.quartierwerk.ingestion.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** A spreadsheet and its sheets. */
public final class XlsxBook implements Closeable {
    /** Stands for all sheets of a spreadsheet. */
    public static final String ALL_SHEETS = "*";

    private final ReadableWorkbook workbook;

    private XlsxBook(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Opens a spreadsheet. */
    public static XlsxBook open(Path file) throws IOException {
        try {
            return new XlsxBook(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
        } catch (IOException | RuntimeException broken) {
            throw new Invalid("file.unreadable", 0);
        }
    }

    /** Names of all sheets. */
    public List<String> names() {
        return workbook.getSheets().map(Sheet::getName).toList();
    }

    /**
     * The sheets that a mapping speaks of.
     *
     * @param stated their names; {@value #ALL_SHEETS} for all; empty for the first
     * @throws Invalid where there is none of that name
     */
    public List<String> chosen(List<String> stated) {
        List<String> names = names();
        if (names.isEmpty()) {
            throw new Invalid("file.sheet-unknown", "1");
        }
        if (stated.isEmpty()) {
            return names.subList(0, 1);
        }
        List<String> chosen = new ArrayList<>();
        for (String name : stated) {
            if (name.equals(ALL_SHEETS)) {
                return names;
            }
            if (!names.contains(name)) {
                throw new Invalid("file.sheet-unknown", name);
            }
            chosen.add(name);
        }
        return chosen;
    }

    /** Opens a sheet; see {@link XlsxTable}. */
    public XlsxTable sheet(String name, Boolean hasHeader, Predicate<List<String>> fits, Integer headerRows)
            throws IOException {
        Sheet sheet = workbook.findSheet(name).orElseThrow(() -> new Invalid("file.sheet-unknown", name));
        try {
            return new XlsxTable(sheet, hasHeader, fits, headerRows, workbook.isDate1904());
        } catch (UnreadableRow broken) {
            throw new Invalid("file.unreadable", broken.line());
        } catch (RuntimeException broken) {
            throw broken instanceof Invalid ? broken : new Invalid("file.unreadable", 0);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
