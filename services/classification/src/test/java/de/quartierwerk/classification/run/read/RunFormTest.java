package de.quartierwerk.classification.run.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A run is nested in Java and flat in JSON. */
class RunFormTest {
    private static final UUID ID = UUID.fromString("0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @Test
    void aRunIsFlat() throws Exception {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        RunResponse run = new RunResponse(
                ID,
                Run.State.COMPLETED,
                Run.Standing.PUBLISHED,
                Run.Basis.EXACT,
                new RunResponse.Subject("mss", 1, "planning-area", "2013", null, LocalDate.of(2013, 12, 31), NOW),
                null,
                false,
                new Progress(2, 2L),
                new RunResponse.Findings(
                        new RunResponse.Counts(2, 2, 0, 0, 0, 0),
                        List.of(ID),
                        List.of(),
                        List.of(),
                        1,
                        List.of(),
                        null),
                new RunResponse.Feedback("beraten", List.of("99001001")),
                new RunResponse.Course(null, NOW, NOW, NOW),
                new RunResponse.Succession(null, ID));

        JsonNode written = json.valueToTree(run);

        assertThat(json.readTree(written.toString())).isEqualTo(json.readTree("""
                {"id":"0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10","state":"COMPLETED","standing":"published",
                 "basis":"exact","scheme":"mss","version":1,"level":"planning-area","period":"2013","area":null,
                 "asOf":"2013-12-31","recordedAt":"2026-11-22T10:15:30Z","repeatOf":null,"automatic":false,
                 "progress":{"done":2,"total":2},
                 "counts":{"spaces":2,"classified":2,"excluded":0,"unclassified":0,"withheld":0,"withheldAreas":0},
                 "inputs":["0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10"],"unseenReleases":[],"needs":[],"spacesInNeed":1,"warnings":[],
                 "failure":null,"note":"beraten","consulted":["99001001"],"createdAt":"2026-11-22T10:15:30Z",
                 "finishedAt":"2026-11-22T10:15:30Z","publishedAt":"2026-11-22T10:15:30Z","supersedes":null,
                 "supersededBy":"0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10"}"""));
    }
}
