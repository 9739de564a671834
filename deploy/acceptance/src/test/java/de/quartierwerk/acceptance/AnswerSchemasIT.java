package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Real answers fit the schemas of the API documents: those of all tests before, and of every list and thing there is.
 */
@Order(55)
@ExtendWith(PlatformExtension.class)
class AnswerSchemasIT {
    private static final List<String> USERS = List.of("admin", "steward", "planner", "supplier", "auditor");

    /** The shipped catalogue would replace definitions of the region that these tests share. */
    private static final Set<String> NOT_CALLED = Set.of("POST /ingestion/v1/catalogue/shipped");

    private final Acceptance acceptance;
    private final PlatformClient client;

    AnswerSchemasIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @Test
    void everyAnswerFitsItsSchema() {
        // Given
        acceptance.demonstration();
        // When
        ApiDocument.calls(client).stream()
                .filter(call -> call.method().equals("GET") && !call.path().contains("{"))
                .forEach(this::read);
        // Then
        assertThat(acceptance.schemas().faults()).isEmpty();
        // on a platform that ran before, the demonstration region is there and nobody puts it again
        acceptance.platform();
        assertThat(acceptance.schemas().unseen(Set.of("get", "post", "put"))).isSubsetOf(NOT_CALLED);
    }

    /** Reads a list, and each kind of thing below the first items. */
    private void read(ApiDocument.Call call) {
        for (String user : USERS) {
            client.get(call.path(), user);
        }
        JsonNode items = client.get(call.path(), "admin").status() == 200
                ? client.get(call.path(), "admin").json().path("items")
                : null;
        if (items == null || items.isEmpty()) {
            return;
        }
        Set<String> names = Set.of("id", "key", "code");
        JsonNode first = items.get(0);
        names.stream()
                .filter(first::has)
                .findFirst()
                .ifPresent(name -> below(call.path(), first.get(name).asText()));
    }

    private void below(String list, String id) {
        ApiDocument.calls(client).stream()
                .filter(call -> call.method().equals("GET"))
                .map(ApiDocument.Call::path)
                .filter(path -> path.matches(java.util.regex.Pattern.quote(list) + "/[{][^}]*}(/[a-z-]+)?")
                        && !path.endsWith("/events"))
                .forEach(path -> client.get(path.replaceAll("[{][^}]*}", id), "admin"));
    }
}
