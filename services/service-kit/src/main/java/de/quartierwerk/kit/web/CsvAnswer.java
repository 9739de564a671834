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
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables as CSV: UTF-8, {@code ;} between cells, a header row. */
public final class CsvAnswer {

    /** The media type of the answer. */
    public static final String MEDIA_TYPE = "text/csv";

    private static final Pattern SIGNS = Pattern.compile("[-+/]+");

    private CsvAnswer() {}

    /**
     * Streams the rows.
     *
     * @param rows cells in the order of the header; null is an empty cell. Text that begins with {@code = + - @} (or
     *     tab or line break) gets an apostrophe before it, so that no spreadsheet program takes it for a formula;
     *     numbers stay as they are, and so do {@link #code codes} of signs alone, e.g. the classes {@code +} and
     *     {@code +/-}.
     */
    public static StreamingOutput of(List<String> header, Iterable<List<Object>> rows) {
        return output -> {
            try (CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(';')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)))) {
                csv.writeRecord(header);
                for (List<Object> row : rows) {
                    csv.writeRecord(row.stream().map(CsvAnswer::cell).toList());
                }
            } catch (UncheckedIOException e) {
                throw new IOException(e.getMessage(), e);
            }
        };
    }

    /** A page of a list; {@code Link} names the next one, as with JSON. */
    public static <T> StreamingOutput of(List<String> header, Page<T> page, Function<T, List<Object>> row) {
        return new CsvPage(of(header, page.items().stream().map(row).toList()), page.next());
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
        boolean harmless = value instanceof Code ? SIGNS.matcher(text).matches() : !(value instanceof CharSequence);
        return !harmless && dangerous(text) ? "'" + text : text;
    }

    private static boolean dangerous(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private record Code(String value) {
        @Override
        public String toString() {
            return value;
        }
    }
}
