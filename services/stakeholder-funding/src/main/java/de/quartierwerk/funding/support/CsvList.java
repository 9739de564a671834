package de.quartierwerk.funding.support;

import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.Portions;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as CSV: one page where the caller asks for one, the whole list otherwise.
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

    /** Whether the caller asks for a page. */
    public static boolean isPage(UriInfo uri) {
        return uri.getQueryParameters().keySet().stream().anyMatch(PAGING::contains);
    }

    /** One page; {@code Link} names the next one. */
    public StreamingOutput page(Page<T> page) {
        return CsvAnswer.of(header, page, row);
    }

    /** The whole list. */
    public StreamingOutput whole(Portions.Reader<T> reader) {
        return CsvAnswer.of(header, Portions.of(PAGE, reader), row);
    }

    /** Several codes in one cell. */
    public static @Nullable Object codes(List<String> codes) {
        return CsvAnswer.code(String.join(",", codes));
    }
}
