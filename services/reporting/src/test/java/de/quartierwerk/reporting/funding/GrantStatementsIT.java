package de.quartierwerk.reporting.funding;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.GrantPaid;
import de.quartierwerk.events.Money;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class GrantStatementsIT {
    @Inject
    GrantStatements statements;

    private final String space = "g" + UUID.randomUUID().toString().substring(0, 8);

    private UUID decide(UUID application, String result, String amount, LocalDate day, long version) {
        statements.upsert(new GrantDecided(
                application,
                "neighbourhood",
                "association",
                "Association",
                "Work",
                List.of(space),
                List.of("HF1"),
                result,
                new Money(amount, "EUR"),
                "council",
                "Council",
                day,
                "2024/0123",
                version));
        return application;
    }

    private void pay(UUID application, String total, long version) {
        statements.upsert(new GrantPaid(
                application,
                UUID.randomUUID(),
                new Money(total, "EUR"),
                new Money(total, "EUR"),
                LocalDate.of(2024, 7, 1),
                version));
    }

    @Test
    void showsWhatWasPaidWhicheverCameFirst() {
        UUID application = UUID.randomUUID();
        pay(application, "12000.00", 7);
        pay(application, "5000.00", 6);

        decide(application, "granted", "48000.00", LocalDate.of(2024, 6, 17), 5);

        assertThat(statements.concerning(List.of(space)))
                .containsExactly(new Grant(
                        application,
                        "Association",
                        "Work",
                        List.of(space),
                        List.of("HF1"),
                        new Grant.Money(new BigDecimal("48000.00"), new BigDecimal("12000.00"), "EUR"),
                        new Grant.Decision("Council", LocalDate.of(2024, 6, 17), "2024/0123")));
    }

    @Test
    void aCancelledPaymentLowersWhatWasPaid() {
        UUID application = decide(UUID.randomUUID(), "granted", "48000.00", LocalDate.of(2024, 6, 17), 5);
        pay(application, "12000.00", 6);

        pay(application, "0.00", 9);

        assertThat(statements.concerning(List.of(space)))
                .extracting(grant -> grant.money().paid())
                .containsExactly(new BigDecimal("0.00"));
    }

    @Test
    void hidesRefusedApplications() {
        decide(UUID.randomUUID(), "refused", "0.00", LocalDate.of(2024, 6, 17), 1);

        assertThat(statements.concerning(List.of(space))).isEmpty();
    }

    @Test
    void putsTheLatestDecisionFirst() {
        UUID earlier = decide(UUID.randomUUID(), "granted", "1.00", LocalDate.of(2023, 1, 1), 1);
        UUID later = decide(UUID.randomUUID(), "granted", "2.00", LocalDate.of(2024, 1, 1), 1);

        assertThat(statements.concerning(List.of(space)))
                .extracting(Grant::application)
                .containsExactly(later, earlier);
    }

    @Test
    void keepsTheNewestVersionOfADecision() {
        UUID application = decide(UUID.randomUUID(), "granted", "2.00", LocalDate.of(2024, 1, 1), 4);

        decide(application, "refused", "0.00", LocalDate.of(2024, 1, 1), 3);

        assertThat(statements.concerning(List.of(space))).hasSize(1);
    }
}
