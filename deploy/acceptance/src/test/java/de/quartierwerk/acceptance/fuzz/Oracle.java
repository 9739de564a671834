package de.quartierwerk.acceptance.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What holds of every answer, whatever was asked: no fault of the platform, a refusal is a problem document, and
 * nothing of the inside is told.
 */
public final class Oracle {

    /** Markup that no page may hold as it is. */
    public static final String MARKUP = "<script>fuzz(\"1\")</script>";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Headers that a refusal must have, by status. */
    private static final Map<Integer, String> NEEDED = Map.of(
            401, "www-authenticate",
            405, "allow",
            429, "retry-after",
            503, "retry-after");

    private static final Pattern LEAK = Pattern.compile(
            "\\b(java|javax|jakarta|io\\.quarkus|io\\.vertx|io\\.netty|com\\.fasterxml|de\\.quartierwerk)\\.[a-z]+"
                    + "|\\borg\\.(hibernate|postgresql|jboss|apache|jdbi)\\b|Exception\\b|\\bat [\\w.$]+\\(|\\.java:\\d"
                    + "|(?i:\\bselect\\b.*\\bfrom\\b|\\binsert into\\b|\\bduplicate key\\b|\\brelation \\\\?\")|\\bSQLSTATE\\b"
                    + "|/(tmp|home|root|work|var|usr|deployments)/[a-z]");

    private Oracle() {}

    /** What is wrong with an answer; empty where nothing is. */
    public static List<String> faults(RawAnswer answer) {
        List<String> faults = new ArrayList<>();
        int status = answer.status();
        if (status == 0) {
            faults.add("no answer");
        } else if (status >= 500 && status != 503 && status != 505) {
            faults.add("fault of the platform");
        }
        if (status >= 400) {
            if (!answer.type().equals("application/problem+json")) {
                faults.add("no problem document");
            } else {
                incomplete(answer, faults);
            }
            if (LEAK.matcher(answer.text()).find()) {
                faults.add("tells of the inside");
            }
            String needed = NEEDED.get(status);
            if (needed != null && answer.header(needed).isEmpty()) {
                faults.add("lacks " + needed);
            }
        }
        if (answer.type().equals("text/html") && answer.text().contains(MARKUP)) {
            faults.add("markup in a page");
        }
        return faults;
    }

    private static void incomplete(RawAnswer answer, List<String> faults) {
        try {
            JsonNode problem = JSON.readTree(answer.text());
            if (problem.path("code").asText().isBlank()
                    || problem.path("title").asText().isBlank()
                    || problem.path("status").asInt() != answer.status()) {
                faults.add("incomplete problem document");
            }
        } catch (JsonProcessingException malformed) {
            faults.add("malformed problem document");
        }
    }
}
