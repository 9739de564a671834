package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.acceptance.fuzz.Oracle;
import de.quartierwerk.acceptance.fuzz.RawAnswer;
import de.quartierwerk.acceptance.fuzz.RawClient;
import de.quartierwerk.acceptance.fuzz.RawCorpus;
import de.quartierwerk.acceptance.fuzz.RawRequest;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bytes that are no proper request, at each service: refused with a problem document, and no word in the log. */
@Order(17)
@ExtendWith(PlatformExtension.class)
class RawRequestsIT {

    /** A list that anybody may read, and where JSON or a form can be posted. */
    private static final Map<String, List<String>> PATHS = Map.of(
            "registry", List.of("/registry/v1/levels", "/registry/v1/spaces/locate", "/registry/v1/imports"),
            "ingestion", List.of("/ingestion/v1/indicators", "/ingestion/v1/catalogue", "/ingestion/v1/submissions"),
            "classification", List.of("/classification/v1/runs", "/classification/v1/runs"),
            "funding", List.of("/funding/v1/programmes", "/funding/v1/applications"),
            "reporting", List.of("/reporting/v1/reports", "/reporting/v1/reports"));

    /** What is not finished is waited for; nobody needs to see how that ends. */
    private static final int PATIENCE = 500;

    private final Acceptance acceptance;
    private final PlatformClient client;

    RawRequestsIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @Test
    void whatIsNoProperRequest_isRefused() throws IOException {
        // Given
        LogWatch logs = new LogWatch(acceptance.settings());
        List<String> faults = new ArrayList<>();
        int answered = 0;
        for (String service : ApiDocument.SERVICES) {
            URI address = URI.create(client.address("/" + service));
            for (Map.Entry<String, RawRequest> each : corpus(service).entrySet()) {
                // When
                RawAnswer answer = RawClient.send(address, each.getValue(), PATIENCE);
                // Then
                if (answer.status() != 0) {
                    answered++;
                    Oracle.faults(answer)
                            .forEach(fault -> faults.add(service + " " + each.getKey() + ": " + fault + " " + answer));
                }
            }
            logs.news(LocalService.of(service)).forEach(line -> faults.add(service + " log: " + line));
            assertThat(client.get(PATHS.get(service).get(0), null).status()).isEqualTo(200);
        }
        System.out.println("[raw] " + answered + " answers");
        assertThat(faults).isEmpty();
        assertThat(answered).isGreaterThan(300);
    }

    private Map<String, RawRequest> corpus(String service) {
        List<String> paths = PATHS.get(service);
        Map<String, RawRequest> corpus = new LinkedHashMap<>();
        for (String write : paths.subList(1, paths.size())) {
            RawCorpus.of(paths.get(0), write, client.token("admin"))
                    .forEach((name, request) -> corpus.put(name + " to " + write, request));
        }
        return corpus;
    }
}
