package de.quartierwerk.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.PublicValues;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ValueStatementsIT {
    private static final Instant AT = Instant.parse("2024-03-01T10:15:30Z");

    private static final LocalDate SINCE = LocalDate.of(2012, 1, 1);

    @Inject
    ReleasedValues values;

    @Inject
    ValueStatements statements;

    private final String name = "v" + UUID.randomUUID().toString().substring(0, 8);

    private PublicValues part(
            UUID release, Instant recordedAt, String period, int batch, int of, @Nullable String value, String status) {
        Period read = Period.parse(period).orElseThrow();
        return new PublicValues(
                release,
                recordedAt,
                name,
                period,
                read.last(),
                batch,
                of,
                List.of(name + "-" + batch),
                Arrays.asList(value == null ? null : new BigDecimal(value)),
                Arrays.asList((BigDecimal) null),
                Arrays.asList((BigDecimal) null),
                List.of(status));
    }

    private void keep(PublicValues part) {
        QuarkusTransaction.requiringNew().run(() -> values.keep(part));
    }

    private List<PublicValue> in(String period) {
        return values.in(Period.parse(period).orElseThrow(), Map.of(name + "-0", SINCE, name + "-1", SINCE));
    }

    @Test
    void showsAReleaseWhenItsLastPartHasCome() {
        UUID release = UUID.randomUUID();
        keep(part(release, AT, "2023", 1, 2, "2", "normal"));
        keep(part(release, AT, "2023", 1, 2, "2", "normal"));
        assertThat(in("2023")).isEmpty();
        assertThat(statements.countParts(release)).isEqualTo(1);

        keep(part(release, AT, "2023", 0, 2, "1", "normal"));

        assertThat(in("2023"))
                .extracting(PublicValue::space, value -> value.value().intValue())
                .containsExactly(tuple(name + "-0", 1), tuple(name + "-1", 2));
        assertThat(statements.countParts(release)).isZero();
    }

    @Test
    void ignoresAPartThatComesAgainAfterTheRelease() {
        UUID release = UUID.randomUUID();
        keep(part(release, AT, "2023", 0, 1, "1", "normal"));

        keep(part(release, AT, "2023", 0, 1, "1", "normal"));

        assertThat(statements.countParts(release)).isZero();
        assertThat(in("2023")).hasSize(1);
    }

    @Test
    void keepsTheValueThatWasReleasedLast() {
        keep(part(UUID.randomUUID(), AT, "2023", 0, 1, null, "suppressed"));

        keep(part(UUID.randomUUID(), AT.minusSeconds(60), "2023", 0, 1, "4", "normal"));

        assertThat(in("2023")).extracting(PublicValue::status).containsExactly(ValueStatus.SUPPRESSED);
    }

    @Test
    void takesTheLatestReferenceDateWithinAPeriod() {
        keep(part(UUID.randomUUID(), AT, "2023-06-30", 0, 1, "6", "normal"));
        keep(part(UUID.randomUUID(), AT, "2023-12-31", 0, 1, "12", "normal"));
        keep(part(UUID.randomUUID(), AT, "2024-01-31", 0, 1, "13", "normal"));

        assertThat(in("2023")).extracting(PublicValue::period).containsExactly("2023-12-31");
        assertThat(in("2023-S1")).extracting(PublicValue::period).containsExactly("2023-06-30");
    }

    @Test
    void tellsTheHistoryFromTheOldestToTheLatest() {
        keep(part(UUID.randomUUID(), AT, "2024", 0, 1, "3", "normal"));
        keep(part(UUID.randomUUID(), AT, "2022", 0, 1, "1", "normal"));
        keep(part(UUID.randomUUID(), AT, "2023", 0, 1, "2", "normal"));

        assertThat(values.historyOf(name + "-0", SINCE).get(name))
                .extracting(PublicValue::periodEnd)
                .containsExactly(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 12, 31), LocalDate.of(2024, 12, 31));
    }

    @Test
    void refusesAStatusThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values.keep(part(UUID.randomUUID(), AT, "2023", 0, 1, "5", "guessed")))
                .withMessage("No ValueStatus: guessed");
    }
}
