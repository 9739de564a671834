package de.quartierwerk.funding.support;

import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as CSV: one page where the caller asks for one, the whole list otherwise. The table is built in memory: the
 * lists of this service are short.
 *
 * @param header names of the columns
 * @param row cells of an item in the order of the header
 */
public record CsvList<T>(List<String> header, Function<T, List<Object>> row) {

    private static final int PAGE = 1000;
    private static final Set<String> PAGING = Set.of("limit", "cursor");

    /** Copies the header. */
    public CsvList {
        header = List.copyOf(header);
    }

    /** Reads a page of a list. */
    @FunctionalInterface
    public interface PageReader<T> {
        /** Up to {@code limit} items after {@code last}, from the start where there is no last one. */
        List<T> read(@Nullable T last, int limit);
    }

    /** Whether the caller asks for a page. */
    public static boolean isPage(UriInfo uri) {
        return uri.getQueryParameters().keySet().stream().anyMatch(PAGING::contains);
    }

    /** One page; {@code Link} names the next one. */
    public StreamingOutput page(Page<T> page) {
        return CsvAnswer.of(header, page, row);
    }

    /** The whole list. */
    public StreamingOutput whole(PageReader<T> reader) {
        List<List<Object>> rows = new ArrayList<>();
        List<T> page = reader.read(null, PAGE);
        page.forEach(item -> rows.add(row.apply(item)));
        while (page.size() == PAGE) {
            page = reader.read(page.get(PAGE - 1), PAGE);
            page.forEach(item -> rows.add(row.apply(item)));
        }
        return CsvAnswer.of(header, rows);
    }

    /** Several codes in one cell. */
    public static @Nullable Object codes(List<String> codes) {
        return CsvAnswer.code(String.join(",", codes));
    }
}
