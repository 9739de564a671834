package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A spreadsheet and its sheets, in whatever format it is stored. */
public abstract class Book implements Closeable {
    /** Stands for all sheets of a spreadsheet. */
    public static final String ALL_SHEETS = "*";

    /** A sheet by its name, and whether it is shown. */
    record SheetName(String name, boolean shown) {}

    /** Opens a spreadsheet that has been looked through. */
    public static Book open(Path file, FileKind kind) throws IOException {
        return switch (kind) {
            case XLSX -> XlsxBook.open(file);
            case XLS -> XlsBook.open(file);
            case ODS -> OdsBook.open(file);
            case CSV, SDMX_CSV, JSON, JSON_STAT -> throw new IllegalArgumentException(kind + " is no spreadsheet");
        };
    }

    /** All its sheets in their order. */
    abstract List<SheetName> sheets();

    /** Opens the rows of a sheet that there is. */
    abstract SheetRows rows(String sheet) throws IOException;

    /** Names of the sheets that are shown. */
    public List<String> names() {
        return sheets().stream().filter(SheetName::shown).map(SheetName::name).toList();
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
                throw new Invalid("file.sheet-unknown", "1", String.join(", ", names));
            }
            return names;
        }
        List<String> chosen = new ArrayList<>();
        for (String name : stated) {
            requireSheet(name);
            chosen.add(name);
        }
        return chosen;
    }

    private void requireSheet(String name) {
        if (sheets().stream().noneMatch(sheet -> sheet.name().equals(name))) {
            throw new Invalid("file.sheet-unknown", name, String.join(", ", names()));
        }
    }

    /** Opens a sheet as a table; see {@link SheetTable}. */
    public SheetTable sheet(
            String name,
            @Nullable Boolean hasHeader,
            @Nullable Predicate<List<String>> fits,
            @Nullable Integer headerRows)
            throws IOException {
        requireSheet(name);
        SheetRows rows = null;
        try {
            rows = rows(name);
            return new SheetTable(rows, hasHeader, fits, headerRows);
        } catch (IOException | RuntimeException broken) {
            if (rows != null) {
                rows.close();
            }
            throw refused(broken);
        }
    }

    private static Invalid refused(Exception broken) {
        if (broken instanceof Invalid refused) {
            return refused;
        }
        return new Invalid("file.unreadable", broken instanceof UnreadableRow row ? row.line() : 0);
    }

    /** The first rows of a sheet. */
    public TableHead head(String sheet) throws IOException {
        try (SheetTable table = sheet(sheet, false, names -> true, null)) {
            return TableHead.of(sheet, table);
        } catch (UnreadableRow broken) {
            throw new Invalid("file.unreadable", broken.line());
        }
    }
}
