package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.acceptance.ApiDocument.Call;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation that the running services describe, with no token, with a damaged one, and with every role. */
@Order(10)
@ExtendWith(PlatformExtension.class)
class RolesIT {
    /** The local users that carry exactly the role of their name. */
    private static final List<String> USERS = List.of(
            "planner", "municipal-planner", "steward", "supplier", "funding-officer", "clerk", "auditor", "admin");

    private final PlatformClient client;
    private final RolesTable table = RolesTable.read();

    RolesIT(Acceptance acceptance) {
        this.client = acceptance.client();
    }

    @Test
    void documents_describeAllServices() {
        assertThat(ApiDocument.calls(client)).hasSizeGreaterThan(60).allSatisfy(call -> {
            assertThat(call.operation().path("summary").asText())
                    .as(call.toString())
                    .isNotBlank();
            assertThat(call.operation().path("responses").has("401"))
                    .as(call.toString())
                    .isTrue();
        });
    }

    @Test
    void withoutToken_isRefusedWhereATokenIsNeeded() {
        // Given
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.calls(client)) {
            if (!table.roles(call).isEmpty()) {
                // When
                expect(faults, call, "no token", send(call, null, Map.of()), 401);
            }
        }
        // Then
        assertThat(faults).isEmpty();
    }

    @Test
    void damagedToken_isRefusedEverywhere() {
        // Given
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.calls(client)) {
            // When
            Answer answer = send(call, null, Map.of("Authorization", "Bearer damaged"));
            expect(faults, call, "damaged token", answer, 401);
        }
        // Then
        assertThat(faults).isEmpty();
    }

    @Test
    void everyRoleThatIsNotNamed_isRefused() {
        // Given
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.calls(client)) {
            for (String user : USERS) {
                if (!table.roles(call).isEmpty() && !table.roles(call).contains(user)) {
                    // When
                    expect(faults, call, user, send(call, user, Map.of()), 403);
                }
            }
        }
        // Then
        assertThat(faults).isEmpty();
    }

    @Test
    void servedDocuments_agreeWithTheTable() {
        assertThat(table.faults(ApiDocument.calls(client))).isEmpty();
    }

    private Answer send(Call call, String user, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.putAll(more);
        String body = call.emptyBody();
        return client.send(
                call.method(),
                call.filledPath(),
                user,
                headers,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static void expect(List<String> faults, Call call, String who, Answer answer, int status) {
        String type = answer.header("Content-Type").orElse("");
        if (answer.status() != status || !type.startsWith("application/problem+json")) {
            faults.add(call + " by " + who + ": " + answer.status() + " " + type + " instead of " + status);
        }
    }
}
