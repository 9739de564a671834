package de.quartierwerk.kit.testing;

import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many SQL statements an answer took; lists take as many for ten items as for a hundred. */
public final class StatementCounts {
    private static final Pattern HEADER = Pattern.compile("sql;desc=\"(\\d+)\"");

    private StatementCounts() {}

    /** The number that the service tells in {@code Server-Timing}, where it runs in a test. */
    public static int of(Response response) {
        Matcher header = HEADER.matcher(String.valueOf(response.header("Server-Timing")));
        if (!header.matches()) {
            throw new AssertionError("No count of statements in " + response.headers());
        }
        return Integer.parseInt(header.group(1));
    }
}
