package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which periods hang together. */
class LinkedPeriodsTest {
    @Test
    void textsOfOneDayHangTogether() throws JsonProcessingException {
        Definition stock = count("");

        assertThat(LinkedPeriods.of("2023", List.of(stock)))
                .containsExactly("2023", "2023-12", "2023-12-31", "2023-Q4", "2023-S2", "2023-W52");
        assertThat(LinkedPeriods.areOneDay("2023", "2023-Q4", stock)).isTrue();
        assertThat(LinkedPeriods.areOneDay("2023", "2023-Q3", stock)).isFalse();
    }

    @Test
    void aReferenceDateInTheMiddleOfAYearIsFoundFromBothItsTexts() throws JsonProcessingException {
        Definition autumn = count(",\"referenceDate\":\"--11-09\"");

        assertThat(LinkedPeriods.of("2023", autumn.timing())).contains("2023-11-09");
        assertThat(LinkedPeriods.of("2023-11-09", Timing.NONE)).contains("2023");
        assertThat(LinkedPeriods.of("2023", List.of(autumn))).contains("2023-11-09", "2023-Q4", "2023-W45");
    }

    @Test
    void ofAFlowOnlyADayStandsForASpanThatEndsOnIt() throws JsonProcessingException {
        Definition flow = count(",\"stockOrFlow\":\"flow\"");

        assertThat(LinkedPeriods.of("2023-Q4", List.of(flow))).contains("2023-12-31", "2023", "2023-10");
        assertThat(LinkedPeriods.areOneDay("2023-12-31", "2023-Q4", flow)).isTrue();
        assertThat(LinkedPeriods.areOneDay("2023", "2023-Q4", flow)).isFalse();
    }

    private static Definition count(String more) throws JsonProcessingException {
        return new ObjectMapper()
                .readValue("{\"name\":\"x\",\"unit\":\"persons\",\"kind\":\"count\"" + more + "}", Definition.class);
    }
}
