package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.ingestion.intake.file.Book;
import de.quartierwerk.ingestion.intake.file.SheetTable;
import de.quartierwerk.ingestion.intake.file.TableReader;
import de.quartierwerk.kit.problem.InputError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table and what its columns mean.
 *
 * @param sheet name of the spreadsheet's sheet
 * @param rows its rows
 * @param header its column names; numbers from 1 where it has none
 * @param headerRow number of the last row above the data, counted from 1 without empty ones; 0 for none
 * @param binding what its columns mean
 */
public record BoundTable(@Nullable String sheet, TableReader rows, List<String> header, int headerRow, Binding binding)
        implements AutoCloseable {
    private static final int WIDTH_WITHOUT_HEADER = 500;

    /** Copies the header. */
    public BoundTable {
        header = List.copyOf(header);
    }

    /**
     * Opens a sheet.
     *
     * @param errors collects what the sheet lacks; nothing is open then
     */
    public static Optional<BoundTable> open(Mapping mapping, Book book, String sheet, List<InputError> errors)
            throws IOException {
        SheetTable table = book.sheet(sheet, mapping.header(), Binding.names(mapping), mapping.headerRows());
        List<String> header = table.header();
        if (header.isEmpty()) {
            header = IntStream.rangeClosed(1, WIDTH_WITHOUT_HEADER)
                    .mapToObj(Integer::toString)
                    .toList();
        }
        checkHeaderRows(mapping, table.header().isEmpty(), errors);
        Optional<Binding> binding = Binding.bind(mapping, header, sheet, errors);
        if (binding.isEmpty()) {
            table.close();
            return Optional.empty();
        }
        table.valueColumns(binding.get().numberColumns());
        return Optional.of(new BoundTable(sheet, table, header, table.headerRow(), binding.get()));
    }

    /** A header of more rows than the file has is none. */
    static void checkHeaderRows(Mapping mapping, boolean none, List<InputError> errors) {
        Integer stated = mapping.headerRows();
        if (none && stated != null && !Boolean.FALSE.equals(mapping.header())) {
            errors.add(InputError.at("/headerRows", "mapping.header-rows", stated.toString(), stated));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
