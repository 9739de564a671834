package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.acceptance.ApiDocument.Call;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of roles and the API documents, which come from the annotations, say the same. */
class RolesTableTest {

    private static final String ROW = "POST /registry/v1/imports;admin municipal-planner planner";

    private static List<Call> committed() throws IOException {
        List<Call> calls = new ArrayList<>();
        try (DirectoryStream<Path> services = Files.newDirectoryStream(Path.of("../../services"))) {
            for (Path service : services) {
                Path document = service.resolve("openapi.json");
                if (Files.exists(document) && !service.endsWith("service-kit")) {
                    calls.addAll(ApiDocument.calls(new ObjectMapper().readTree(document.toFile())));
                }
            }
        }
        return calls;
    }

    private static Call call(String security) throws IOException {
        JsonNode operation = new ObjectMapper().readTree("{\"security\":[" + security + "]}");
        return new Call("POST", "/registry/v1/imports", operation);
    }

    @Test
    void everyOperationHasItsRowAndEveryRowItsOperation() throws IOException {
        assertThat(committed()).hasSizeGreaterThan(150);
        assertThat(RolesTable.read().faults(committed())).isEmpty();
    }

    @Test
    void anAgreedOperationIsNoFault() throws IOException {
        assertThat(RolesTable.of(List.of(ROW))
                        .faults(List.of(call("{\"openId\":[\"planner\",\"municipal-planner\",\"admin\"]}"))))
                .isEmpty();
    }

    @Test
    void anOperationWithoutRowIsAFault() throws IOException {
        List<Call> more = committed();
        more.add(new Call("GET", "/registry/v1/new", new ObjectMapper().createObjectNode()));

        assertThat(RolesTable.read().faults(more)).containsExactly("GET /registry/v1/new has no row");
    }

    @Test
    void aRowWithoutOperationIsAFault() {
        assertThat(RolesTable.of(List.of(ROW)).faults(List.of()))
                .containsExactly("POST /registry/v1/imports does not exist");
    }

    @Test
    void anotherRoleIsAFault() throws IOException {
        assertThat(RolesTable.of(List.of(ROW)).faults(List.of(call("{\"openId\":[\"supplier\"]}"))))
                .singleElement()
                .asString()
                .contains("instead of");
    }

    @Test
    void aWriteForAnyoneIsAFaultEvenIfTheTableSaysSo() throws IOException {
        assertThat(RolesTable.of(List.of("POST /registry/v1/imports;anyone")).faults(List.of(call(""))))
                .containsExactly("POST /registry/v1/imports writes and is for anyone");
    }
}
