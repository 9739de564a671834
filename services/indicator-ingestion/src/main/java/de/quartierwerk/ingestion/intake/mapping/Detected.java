package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.ingestion.intake.file.FileKind;
import de.quartierwerk.ingestion.intake.file.Packing;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read: what the mapping states and, for the rest, what was detected.
 *
 * @param format what the file is
 * @param compression how it is compressed
 * @param charset charset of the text; null for a spreadsheet
 * @param delimiter sign between cells; null where the format has none
 * @param decimal decimal sign of numbers written as text
 * @param decimalCertain whether the mapping states it or the file has numbers that leave no doubt
 * @param grouping sign between groups of three digits
 * @param header whether there is a row of column names
 * @param headerRow which row that is, the last one where there are several, counted from 1 without empty ones; 0
 *     without header
 * @param layout how its values are laid out
 * @param sheets names of the sheets that are read; null where the format has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Detected",
        description = "How the file is read: what the mapping states and, for the rest, what was detected",
        examples = """
            {"format":"csv","compression":"none","charset":"UTF-8","delimiter":";","decimal":",","decimalCertain":true,\
            "grouping":".","header":true,"headerRow":1,"layout":"wide"}""")
public record Detected(
        FileKind format,
        Packing compression,
        @Nullable String charset,
        @Nullable String delimiter,
        String decimal,
        boolean decimalCertain,
        String grouping,
        boolean header,
        int headerRow,
        Layout layout,
        @Nullable List<String> sheets) {

    /** Copies the names. */
    public Detected {
        sheets = sheets == null ? null : List.copyOf(sheets);
    }

    /** The sign between cells of a text. */
    public char delimiterSign() {
        return Objects.requireNonNull(delimiter).charAt(0);
    }

    /** The charset of a text. */
    public Charset textCharset() {
        return Charset.forName(Objects.requireNonNull(charset));
    }

    /** Names of the sheets that are read; empty where the format has none. */
    public List<String> sheetNames() {
        return sheets == null ? List.of() : sheets;
    }

    /** The same with the names of the sheets that are read. */
    Detected withSheets(List<String> names) {
        return new Detected(
                format,
                compression,
                charset,
                delimiter,
                decimal,
                decimalCertain,
                grouping,
                header,
                headerRow,
                layout,
                names);
    }
}
