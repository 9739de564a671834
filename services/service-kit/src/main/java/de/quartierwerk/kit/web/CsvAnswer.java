package de.quartierwerk.kit.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tables as CSV: UTF-8, {@code ;} between cells, a header row. */
public final class CsvAnswer {

    /** The media type of the answer. */
    public static final String MEDIA_TYPE = "text/csv";

    private static final Pattern SIGNS = Pattern.compile("[-+/]+");

    /** With the wide forms that East Asian editions of spreadsheet programs take for the same. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvAnswer() {}

    /**
     * Streams the rows.
     *
     * @param header names of the columns
     * @param rows cells in the order of the header; null is an empty cell. A name or text that begins like a formula
     *     gets an apostrophe before it; numbers, truth values, days, instants, ids and constants stay as they are, and
     *     so do {@link #code codes} of signs alone, e.g. the classes {@code +} and {@code +/-}.
     */
    public static StreamingOutput of(List<String> header, Iterable<List<Object>> rows) {
        return new CsvPage(table(header, rows), null);
    }

    /** A page of a list; {@code Link} names the next one, as with JSON. */
    public static <T> StreamingOutput of(List<String> header, Page<T> page, Function<T, List<Object>> row) {
        return new CsvPage(table(header, page.items().stream().map(row).toList()), page.next());
    }

    /** A whole list. */
    public static <T> StreamingOutput of(List<String> header, Portions<T> list, Function<T, List<Object>> row) {
        return of(header, list, row, null);
    }

    /**
     * The first rows of a list.
     *
     * @param last sort values of the last of these rows where more follow; {@code Link} names the page behind it
     */
    public static <T> StreamingOutput of(
            List<String> header, Portions<T> list, Function<T, List<Object>> row, @Nullable List<String> last) {
        Iterable<List<Object>> rows =
                () -> StreamSupport.stream(list.spliterator(), false).map(row).iterator();
        return new CsvPage(table(header, rows), last == null ? null : Cursor.encode(last));
    }

    private static StreamingOutput table(List<String> header, Iterable<List<Object>> rows) {
        return output -> {
            try (CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(';')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)))) {
                csv.writeRecord(header.stream().map(CsvAnswer::cell).toList());
                for (List<Object> row : rows) {
                    csv.writeRecord(row.stream().map(CsvAnswer::cell).toList());
                }
            } catch (UncheckedIOException e) {
                throw new IOException(e.getMessage(), e);
            }
        };
    }

    /**
     * A code, which is written as it is if it consists of signs alone, e.g. the class {@code +/-}; else it is a text.
     */
    public static @Nullable Object code(@Nullable String value) {
        return value == null ? null : new Code(value);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        boolean harmless = value instanceof Code ? SIGNS.matcher(text).matches() : isOurs(value);
        return !harmless && isFormula(text) ? "'" + text : text;
    }

    /** Types whose text nobody chose; what a person wrote may hide in all others. */
    private static boolean isOurs(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof TemporalAccessor
                || value instanceof UUID
                || value instanceof Enum<?>;
    }

    /** Whether a spreadsheet program would take a text for a formula. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    private record Code(String value) {
        @Override
        public String toString() {
            return value;
        }
    }
}
