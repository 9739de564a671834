package de.quartierwerk.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DocumentExampleTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void theExampleIsADocument() throws IOException {
        MonitoringDocument document = json.readValue(DocumentExample.MONITORING, MonitoringDocument.class);

        assertThat(json.writeValueAsString(document))
                .isEqualTo(json.readTree(DocumentExample.MONITORING).toString());
    }
}
