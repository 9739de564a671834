package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every event of the platform is sent a second time. With the inbox no row of any database changes; with the inbox
 * taken away from one service the same comparison fails, so that it would notice a doubled event.
 */
@Tag("long")
@Order(61)
@ExtendWith(PlatformExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DuplicatesIT {

    /** Events that are applied twice; each is tried three times before it is set aside. */
    private static final int ENOUGH = 25;

    private final Acceptance acceptance;
    private final Databases databases;
    private final Broker broker;
    private final ServiceState state;

    DuplicatesIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        LocalPlatform platform = acceptance.platform();
        this.databases = new Databases(platform);
        this.broker = new Broker(platform.kafkaClient());
        this.state = new ServiceState(databases, broker);
    }

    @Test
    @Order(1)
    void everyEventSentAgain_changesNoRow() throws Exception {
        // Given
        acceptance.demonstration();
        Map<String, String> before = state.settledContent(LocalService.values());
        // When
        int sent = broker.sendAgain(ServiceState.TOPICS);
        // Then
        assertThat(sent).isGreaterThan(100);
        assertThat(state.changesSince(before)).isEmpty();
        assertThat(state.appliedAgain()).isZero();
    }

    /** As after a broker that lost events: topics are read from their beginnings, and ids are kept for 90 days only. */
    @Test
    @Order(2)
    void everyEventSentAgain_afterItsIdWasForgotten_changesNoRow() throws Exception {
        // Given
        Map<String, String> before = state.settledContent(LocalService.values());
        before.keySet().removeIf(table -> table.endsWith(".inbox_bulk"));
        for (LocalService service : LocalService.values()) {
            databases.execute(service, "truncate inbox, inbox_bulk");
        }
        // When
        broker.sendAgain(ServiceState.TOPICS);
        // Then
        assertThat(state.changesSince(before)).isEmpty();
    }

    @Test
    @Order(3)
    void withoutTheConstraintOfTheInbox_eventsAreAppliedAgain() throws Exception {
        // Given
        databases.execute(LocalService.CLASSIFICATION, "alter table inbox drop constraint pk_inbox");
        try {
            // When
            broker.sendAgain(List.of("quartierwerk.value-protected.v1"), Instant.EPOCH, ENOUGH);
            state.caughtUp();
            // Then
            assertThat(state.appliedAgain()).isPositive();
        } finally {
            restore();
        }
    }

    private void restore() throws Exception {
        for (String repair : List.of(
                "delete from inbox a using inbox b where a.id = b.id and a.ctid < b.ctid",
                "alter table inbox add constraint pk_inbox primary key (id)")) {
            databases.execute(LocalService.CLASSIFICATION, repair);
        }
    }
}
