package de.quartierwerk.funding.answer;

import de.quartierwerk.kit.web.CsvAnswer;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whole lists as CSV; the lists of this service are read page by page and are short. */
public final class Csv {

    private static final int PAGE = 1000;

    private Csv() {}

    /** Reads the page after the last item of the page before, which is null at the start. */
    @FunctionalInterface
    public interface PageReader<T> {
        /** Up to {@code limit} items after {@code last}. */
        List<T> read(T last, int limit);
    }

    /** The whole list as a table. */
    public static <T> StreamingOutput of(List<String> header, PageReader<T> reader, Function<T, List<Object>> row) {
        List<List<Object>> rows = new ArrayList<>();
        T last = null;
        List<T> page;
        do {
            page = reader.read(last, PAGE);
            page.forEach(item -> rows.add(row.apply(item)));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return CsvAnswer.of(header, rows);
    }

    /** Several codes in one cell. */
    public static Object codes(List<String> codes) {
        return CsvAnswer.code(String.join(",", codes));
    }
}
