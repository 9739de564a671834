package de.quartierwerk.ingestion.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet from the first to the last, as one format stores them. */
interface SheetRows extends Closeable {
    /**
     * The next row, also one that holds nothing; null after the last.
     *
     * @throws UnreadableRow where the sheet cannot be read on
     */
    @Nullable
    SheetRow next() throws IOException;

    /** Columns that are hidden, from 0. */
    BitSet hiddenColumns();

    /** Merged ranges of cells. */
    List<CellRange> merged();
}
