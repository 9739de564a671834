package de.quartierwerk.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What a test JVM gets, from the real servers. */
class ServerLeaseTest {
    @Test
    void givesEachLeaseAnEmptyDatabaseOfItsOwn() throws SQLException {
        try (ServerLease first = ServerLease.take();
                ServerLease second = ServerLease.take();
                Connection connection = connect(first);
                Statement statement = connection.createStatement()) {
            statement.execute("create table space (key text primary key)");

            try (Connection other = connect(second);
                    ResultSet tables = other.getMetaData().getTables(null, "public", "%", null)) {
                assertThat(tables.next()).isFalse();
            }
            assertThat(first.databaseUrl()).isNotEqualTo(second.databaseUrl());
            assertThat(first.topicPrefix()).isNotEqualTo(second.topicPrefix());
        }
    }

    @Test
    void runsPostgres18WithUmlautsAndTrustedExtensions() throws SQLException {
        try (ServerLease lease = ServerLease.take();
                Connection connection = connect(lease);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension btree_gist");
            statement.execute("create extension pg_trgm");
            try (ResultSet row =
                    statement.executeQuery("select upper('träger'), current_setting('server_version_num')")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("TRÄGER");
                assertThat(row.getInt(2)).isBetween(180000, 189999);
            }
        }
    }

    @Test
    void givesABrokerThatTakesCompressedRecords() throws Exception {
        try (ServerLease lease = ServerLease.take();
                Admin admin = Admin.create(Map.of("bootstrap.servers", lease.kafka()))) {
            String topic = lease.topicPrefix() + "quartierwerk.social-space.v1";
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();

            for (String compression : List.of("lz4", "zstd", "gzip", "snappy")) {
                Map<String, Object> settings =
                        Map.of("bootstrap.servers", lease.kafka(), "compression.type", compression, "acks", "all");
                try (KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                    RecordMetadata written = producer.send(new ProducerRecord<>(topic, compression, "x".repeat(10_000)))
                            .get();
                    assertThat(written.hasOffset()).isTrue();
                }
            }
        }
    }

    @Test
    void givesTokensOfLocalUsersWithRolesAreasOrganisationAndAudience() {
        try (ServerLease lease = ServerLease.take()) {
            assertThat(claims(Tokens.of(lease.realm(), "planner")))
                    .contains("\"iss\":\"" + lease.realm() + "\"")
                    .contains("\"aud\":\"quartierwerk\"")
                    .contains("\"preferred_username\":\"planner\"")
                    .contains("\"areas\":[\"*\"]")
                    .contains("\"planner\"")
                    .contains("\"sub\":\"");
            assertThat(claims(Tokens.of(lease.realm(), "municipal-planner")))
                    .contains("\"areas\":[\"99001001\"]")
                    .contains("\"municipal-planner\"");
            assertThat(claims(Tokens.of(lease.realm(), "supplier")))
                    .contains("\"organisation\":\"verband-a\"")
                    .doesNotContain("\"areas\"");
            assertThat(Tokens.of(lease.realm(), "planner")).isEqualTo(Tokens.of(lease.realm(), "planner"));
        }
    }

    private static Connection connect(ServerLease lease) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", lease.databaseUsername());
        properties.setProperty("password", lease.databasePassword());
        return DriverManager.getConnection(lease.databaseUrl(), properties);
    }

    private static String claims(String token) {
        String payload = token.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
