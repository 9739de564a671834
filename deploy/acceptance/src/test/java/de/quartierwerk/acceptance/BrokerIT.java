package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The topic of exact values is readable by classification alone. */
@Order(60)
@ExtendWith(PlatformExtension.class)
class BrokerIT {
    private static final List<String> EXACT = List.of("quartierwerk.value-protected.v1");

    private final LocalPlatform platform;

    BrokerIT(Acceptance acceptance) {
        this.platform = acceptance.platform();
    }

    @Test
    void onlyClassificationReadsExactValues() {
        for (LocalService service : LocalService.values()) {
            Broker broker = new Broker(platform.kafkaClient(service));
            if (service == LocalService.CLASSIFICATION) {
                assertThat(broker.ends(EXACT)).isNotEmpty();
            } else {
                assertThatThrownBy(() -> broker.each(EXACT, Instant.EPOCH, record -> {}))
                        .as(service.root())
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @Test
    void whoDoesNotLogInGetsNothing() {
        Map<String, Object> anonymous = new HashMap<>();
        anonymous.put("bootstrap.servers", platform.kafkaClient().get("bootstrap.servers"));
        anonymous.put("default.api.timeout.ms", 4000);
        anonymous.put("request.timeout.ms", 2000);

        assertThatThrownBy(() -> new Broker(anonymous).ends(List.of("quartierwerk.value-public.v1")))
                .isInstanceOf(TimeoutException.class);
    }
}
