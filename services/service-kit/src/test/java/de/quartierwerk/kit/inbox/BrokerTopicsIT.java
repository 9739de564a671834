package de.quartierwerk.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.servers.QuartierwerkServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BrokerTopicsIT {
    private static final String TOPIC = "quartierwerk.fact.v1";

    @Inject
    Admin admin;

    @ConfigProperty(name = "quartierwerk.topic-prefix")
    Optional<String> prefix;

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aBrokerThatAnswers_isSeen() {
        BrokerTopics broker = new BrokerTopics(admin, metrics, prefix);
        assertThat(answers()).isZero();

        assertThat(broker.look(List.of(TOPIC))).containsOnlyKeys(TOPIC);

        assertThat(answers()).isEqualTo(1);
        assertThatThrownBy(() -> broker.look(List.of("unheard-of"))).isInstanceOf(Unavailable.class);
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void aBrokerThatIsAway_isSeen() {
        Map<String, Object> nobody = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:9",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                500,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                1000);
        try (Admin away = Admin.create(nobody)) {
            BrokerTopics broker = new BrokerTopics(away, metrics, prefix);

            assertThatThrownBy(() -> broker.ids(List.of(TOPIC))).isInstanceOf(Unavailable.class);
            assertThat(answers()).isZero();
        }
    }

    @Test
    void topicsAreMadeUnlessSomebodyElseDoes() throws Exception {
        String topic = "made-" + UUID.randomUUID();

        create(topic, false);
        assertThat(admin.listTopics().names().get()).doesNotContain(prefix.orElse("") + topic);
        create(topic, true);
        assertThat(admin.listTopics().names().get()).contains(prefix.orElse("") + topic);
    }

    private void create(String topic, boolean wanted) {
        new TopicCreation(admin, wanted, prefix, Optional.of(List.of(topic)), Optional.empty(), List.of())
                .onStart(new StartupEvent());
    }

    private double answers() {
        return metrics.get("quartierwerk.broker.answers").gauge().value();
    }
}
