package de.quartierwerk.servers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives the tests of a Quarkus application PostgreSQL, Kafka and Keycloak: an empty database and topics of their own,
 * and the realm with its local users. One set of servers serves all test JVMs of a checkout.
 */
public final class QuartierwerkServers implements QuarkusTestResourceLifecycleManager {
    private ServerLease lease;

    /** Takes a lease and answers the settings that lead the application to it. */
    @Override
    public Map<String, String> start() {
        lease = ServerLease.take();
        System.setProperty(Tokens.REALM, lease.realm());
        return Map.of(
                "quarkus.datasource.jdbc.url", lease.databaseUrl(),
                "quarkus.datasource.username", lease.databaseUsername(),
                "quarkus.datasource.password", lease.databasePassword(),
                "kafka.bootstrap.servers", lease.kafka(),
                "quarkus.oidc.auth-server-url", lease.realm(),
                "quartierwerk.topic-prefix", lease.topicPrefix());
    }

    /** Gives the lease back. */
    @Override
    public void stop() {
        if (lease != null) {
            lease.close();
        }
    }
}
