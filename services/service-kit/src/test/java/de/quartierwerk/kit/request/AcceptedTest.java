package de.quartierwerk.kit.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 9110 section 12.5.1, and what browsers, libraries and strangers send. */
class AcceptedTest {

    private static final List<MediaType> JSON_AND_CSV =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf("text/csv"));

    private static String best(List<String> lines, List<MediaType> forms) {
        return new Accepted(lines).best(forms).map(MediaType::toString).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/json | application/json",
                "APPLICATION/JSON | application/json",
                "application/json;charset=utf-8 | application/json",
                "application/* | application/json",
                "text/csv | text/csv",
                "text/* | text/csv",
                "text/csv, */* | text/csv",
                "text/csv;q=0.1, */*;q=0.5 | application/json",
                "application/json;q=0.5, text/csv | text/csv",
                "application/json;q=0.5, text/csv;q=0.4 | application/json",
                "application/json;q=0, */* | text/csv",
                "text/csv;q=0, text/*, */*;q=0.1 | application/json",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | application/json",
                "application/xml, text/csv;q=0.001 | text/csv",
                "text/csv, application/json | text/csv",
                "application/json, text/csv | application/json",
                "nonsense, text/csv | text/csv",
                "text/csv ; q=0.3 , application/json ; Q=0.2 | text/csv"
            })
    void choosesWhatTheCallerLikesBest(String accept, String form) {
        assertThat(best(List.of(accept), JSON_AND_CSV)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/html",
                "image/*",
                "application/json;q=0",
                "*/*;q=0",
                "application/json;q=0, text/csv;q=0.0",
                "*/json",
                "json",
                "application/json;q=2",
                "application/json;q=x",
                "application/jsonx"
            })
    void findsNothingThatTheCallerDoesNotAccept(String accept) {
        assertThat(best(List.of(accept), JSON_AND_CSV)).isEqualTo("none");
    }

    @Test
    void readsSeveralLinesAsOne() {
        assertThat(best(List.of("application/xml", "text/csv;q=0.2", "application/json;q=0.1"), JSON_AND_CSV))
                .isEqualTo("text/csv");
    }

    @Test
    void givesTheUsualFormToWhoSaysNothing() {
        assertThat(new Accepted(null).best(JSON_AND_CSV)).contains(MediaType.APPLICATION_JSON_TYPE);
        assertThat(best(List.of(""), JSON_AND_CSV)).isEqualTo("application/json");
        assertThat(best(List.of(" , "), JSON_AND_CSV)).isEqualTo("application/json");
    }
}
