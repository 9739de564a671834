package de.quartierwerk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules come in any order: here that of the times comes after the kit's. */
class TimeBoundsTest {

    private final ObjectMapper mapper = new ObjectMapper();

    TimeBoundsTest() {
        new StrictJson().customize(mapper);
        mapper.registerModule(new JavaTimeModule());
    }

    private record Times(LocalDate day, Instant instant) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"day\":\"+999999999-12-31\"}",
                "{\"day\":\"+10000-01-01\"}",
                "{\"day\":\"0000-12-31\"}",
                "{\"instant\":\"+1000000000-12-31T23:59:59Z\"}",
                "{\"instant\":\"+10000-01-01T00:00:00Z\"}",
                "{\"instant\":\"0000-12-31T23:59:59Z\"}"
            })
    void refusesTimesThatADatabaseDoesNotKnow(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Times.class)).isInstanceOf(InvalidFormatException.class);
    }

    @Test
    void readsTheFirstAndTheLast() throws JsonProcessingException {
        Times last = new Times(LocalDate.of(9999, 12, 31), Instant.parse("9999-12-31T23:59:59.999999999Z"));
        Times first = new Times(LocalDate.of(1, 1, 1), Instant.parse("0001-01-01T00:00:00Z"));

        assertThat(mapper.readValue("""
                        {"day":"9999-12-31","instant":"9999-12-31T23:59:59.999999999Z"}""", Times.class)).isEqualTo(last);
        assertThat(mapper.readValue("""
                        {"day":"0001-01-01","instant":"0001-01-01T00:00:00Z"}""", Times.class)).isEqualTo(first);
        assertThat(mapper.readValue("{\"day\":null}", Times.class)).isEqualTo(new Times(null, null));
    }
}
