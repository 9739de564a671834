package de.quartierwerk.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {

    private static final String PROBLEM = "application/problem+json";

    private static RawAnswer answer(int status, String type, String text, String... more) {
        Map<String, List<String>> headers = new TreeMap<>(Map.of("content-type", List.of(type)));
        for (String name : more) {
            headers.put(name, List.of("x"));
        }
        return new RawAnswer(status, headers, text);
    }

    private static String problem(int status, String detail) {
        return "{\"code\":\"a.b\",\"title\":\"A\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}";
    }

    @Test
    void problemDocumentsAreNoFault() {
        assertThat(Oracle.faults(answer(400, PROBLEM, problem(400, "Das Feld fehlt."))))
                .isEmpty();
        assertThat(Oracle.faults(answer(503, PROBLEM, problem(503, "Bitte später."), "retry-after")))
                .isEmpty();
        assertThat(Oracle.faults(answer(200, "text/html", "&lt;script>"))).isEmpty();
    }

    @Test
    void faultsOfThePlatformAreTold() {
        assertThat(Oracle.faults(answer(500, PROBLEM, problem(500, "")))).containsExactly("fault of the platform");
        assertThat(Oracle.faults(answer(503, PROBLEM, problem(503, "")))).containsExactly("lacks retry-after");
        assertThat(Oracle.faults(new RawAnswer(0, Map.of(), ""))).containsExactly("no answer");
    }

    @Test
    void refusalsWithoutAProblemAreTold() {
        assertThat(Oracle.faults(answer(404, "text/html", "nothing"))).containsExactly("no problem document");
        assertThat(Oracle.faults(answer(404, PROBLEM, "{}"))).containsExactly("incomplete problem document");
        assertThat(Oracle.faults(answer(404, PROBLEM, problem(400, ""))))
                .containsExactly("incomplete problem document");
        assertThat(Oracle.faults(answer(404, PROBLEM, "{"))).containsExactly("malformed problem document");
        assertThat(Oracle.faults(answer(401, PROBLEM, problem(401, "")))).containsExactly("lacks www-authenticate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "NullPointerException",
                "at de.x.Y.z(Y",
                "select a from b",
                "relation \\\"x\\\"",
                "org.postgresql",
                "/tmp/upload",
                "Y.java:7"
            })
    void whatIsToldOfTheInsideIsTold(String detail) {
        assertThat(Oracle.faults(answer(400, PROBLEM, problem(400, detail)))).containsExactly("tells of the inside");
    }

    @Test
    void markupInAPageIsTold() {
        assertThat(Oracle.faults(answer(200, "text/html", "<p>" + Oracle.MARKUP)))
                .containsExactly("markup in a page");
    }
}
