package de.quartierwerk.ingestion.delivery.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationStateTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,0,OPEN",
        "6,0,0,OPEN",
        "6,1,0,PARTIAL",
        "6,0,5,PARTIAL",
        "6,2,4,DELIVERED",
        "6,5,1,DELIVERED",
        "6,6,0,RELEASED"
    })
    void tellsHowFarADeliveryIs(long expected, long released, long pending, ExpectationResponse.State state) {
        assertThat(new ExpectationResponse.Counts(expected, released, pending).state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-04-19,0,false",
        "2019-04-20,0,true",
        "2019-05-03,0,true",
        "2019-05-03,5,true",
        "2019-05-03,6,false"
    })
    void remindsFromTheStatedDayOnUntilAllIsThere(LocalDate day, long pending, boolean reminded) {
        Expectation expectation = new Expectation();
        expectation.code = "due";
        expectation.delivery = new ExpectedDelivery(
                "verband-a", List.of("a"), "social-space", null, "2018", LocalDate.of(2019, 4, 30), 10);

        ExpectationResponse response = expectation.response(new ExpectationResponse.Counts(6, 0, pending), day);

        assertThat(response.remind()).isEqualTo(reminded);
        assertThat(response.counts().missing()).isEqualTo(6 - pending);
    }
}
