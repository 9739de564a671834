package de.quartierwerk.reporting.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.StakeholderChanged;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OfferStatementsIT {
    @Inject
    OfferStatements statements;

    private final String key = "o" + UUID.randomUUID().toString().substring(0, 8);

    private void stakeholder(boolean published, long version) {
        statements.upsert(new StakeholderChanged(key, "Association", "welfare-association", published, version));
    }

    private void offer(String name, boolean published, long version) {
        statements.upsert(new OfferChanged(
                key,
                key,
                name,
                "Open house",
                null,
                List.of(key + "-1", key + "-2"),
                List.of("HF1"),
                published,
                version));
    }

    private List<Offer> serving(String... spaces) {
        return statements.serving(List.of(spaces));
    }

    @Test
    void findsOffersThatServeOneOfTheSpaces() {
        stakeholder(true, 1);
        offer("Meeting point", true, 1);

        assertThat(serving("elsewhere", key + "-2"))
                .containsExactly(new Offer(
                        key,
                        "Meeting point",
                        "Association",
                        "Open house",
                        null,
                        List.of(key + "-1", key + "-2"),
                        List.of("HF1")));
        assertThat(serving("elsewhere")).isEmpty();
    }

    @Test
    void hidesWhatIsNotPublished() {
        offer("Meeting point", true, 1);
        assertThat(serving(key + "-1")).isEmpty();

        stakeholder(false, 1);
        assertThat(serving(key + "-1")).isEmpty();

        stakeholder(true, 2);
        assertThat(serving(key + "-1")).hasSize(1);

        offer("Meeting point", false, 2);
        assertThat(serving(key + "-1")).isEmpty();
    }

    @Test
    void keepsTheNewestVersion() {
        stakeholder(true, 1);
        offer("New name", true, 3);

        offer("Old name", true, 2);

        assertThat(serving(key + "-1")).extracting(Offer::name).containsExactly("New name");
    }
}
