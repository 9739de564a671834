package de.quartierwerk.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.supplychain.Vulnerabilities.Accepted;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VulnerabilitiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String RECORD = """
            {"id": "MADE-UP-1", "summary": "a hole", "affected": [
                {"package": {"ecosystem": "Maven", "name": "made.up:part"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [
                    {"introduced": "1.2"}, {"fixed": "1.10.1"}, {"introduced": "2.0"}, {"last_affected": "2.3"}]}],
                 "versions": ["0.9-special"]}]}""";

    @ParameterizedTest
    @CsvSource({
        "1.1, false",
        "1.2, true",
        "1.9, true",
        "1.10, true",
        "1.10.1, false",
        "1.11, false",
        "2.0, true",
        "2.3, true",
        "2.3.1, false",
        "0.9-special, true"
    })
    void knowsWhichVersionsAreConcerned(String version, boolean concerned) throws JsonProcessingException {
        assertThat(found("made.up:part", version, List.of()).isEmpty()).isEqualTo(!concerned);
        assertThat(found("made.up:other", version, List.of())).isEmpty();
    }

    @Test
    void acceptsAnExceptionUntilItsDay() throws JsonProcessingException {
        assertThat(found("made.up:part", "1.9", accepted(DAY))).isEmpty();
        assertThat(found("made.up:part", "1.9", accepted(DAY.minusDays(1))))
                .containsExactly("made.up:part:1.9 MADE-UP-1 a hole");
    }

    private static List<Accepted> accepted(LocalDate until) throws JsonProcessingException {
        return Accepted.of(new ObjectMapper()
                .readTree(
                        "[{\"id\": \"MADE-UP-1\", \"part\": \"made.up:part\", \"reason\": \"not called\", \"until\": \""
                                + until + "\"}]"));
    }

    private static List<String> found(String part, String version, List<Accepted> accepted)
            throws JsonProcessingException {
        return new Vulnerabilities(List.of(new ObjectMapper().readTree(RECORD)))
                .found(List.of(new Part(part, version, List.of())), accepted, DAY);
    }
}
