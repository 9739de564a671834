package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.acceptance.ApiDocument.Call;
import de.quartierwerk.demonstration.load.Answer;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list that asks one statement for each of its items, or that is new, is found. */
class ListStatementsTest {
    private static final String LIST = "GET /funding/v1/offers";

    private final ListStatements statements = new ListStatements();

    @BeforeEach
    void given() throws IOException {
        statements.read(List.of(new Call(
                "GET",
                "/funding/v1/offers",
                new ObjectMapper().readTree("{\"parameters\":[{\"name\":\"limit\"},{\"name\":\"cursor\"}]}"))));
    }

    private static Answer page(int statements, String type) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of("Content-Type", List.of(type), "Server-Timing", List.of("sql;desc=\"" + statements + "\"")),
                (name, value) -> true);
        return new Answer(LIST + "?limit=100", 200, headers, "{}");
    }

    @Test
    void asManyAsAllowed_isNoFault() {
        statements.count(page(2, "application/json"));

        assertThat(statements.faults(Map.of(LIST, 2))).isEmpty();
        assertThat(statements.unseen()).isEmpty();
    }

    @Test
    void moreThanAllowed_isAFault() {
        statements.count(page(102, "application/json;charset=UTF-8"));

        assertThat(statements.faults(Map.of(LIST, 2))).containsExactly(LIST + " takes 102 statements instead of 2");
    }

    @Test
    void aTable_isReadWithManyPages() {
        statements.count(page(102, "text/csv"));

        assertThat(statements.faults(Map.of(LIST, 2))).isEmpty();
        assertThat(statements.unseen()).containsExactly(LIST);
    }

    @Test
    void listWithoutRowAndRowWithoutList_areFaults() {
        statements.count(page(1, "application/json"));

        assertThat(statements.faults(Map.of("GET /funding/v1/other", 1)))
                .containsExactly("GET /funding/v1/offers has no row; seen: 1", "GET /funding/v1/other does not exist");
    }
}
